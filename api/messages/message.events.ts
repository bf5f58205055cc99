import type { EventSpec } from '../lib/machine.js'

/** What happens on an order's feed. */
export const messageEvents = {
  'message.posted': {
    visibility: 'BUYER',
    doc: 'Somebody wrote on the feed; who may read it is said with the message.',
  },
} as const satisfies Record<string, EventSpec>

export interface MessageEventData {
  'message.posted': { messageId: string }
}
