import type { EventSpec } from '../lib/machine.js'

/** What happens on an order's feed. */
export const messageEvents = {
  'message.posted': {
    visibility: 'BUYER',
    doc: 'Somebody wrote on the feed; who may read it is said with the message.',
  },
  'status.given': {
    visibility: 'BUYER',
    doc: 'Whoever asked where the order stands was shown a card of it, read by whoever may read the request.',
  },
  'saved-reply.added': { visibility: 'STAFF', doc: 'A reply was saved, to be used again.' },
  'saved-reply.changed': { visibility: 'STAFF', doc: 'A saved reply was changed.' },
  'saved-reply.removed': { visibility: 'STAFF', doc: 'A saved reply was removed.' },
} as const satisfies Record<string, EventSpec>

export interface MessageEventData {
  'message.posted': { messageId: string }
  /** Where the order stood when it was asked; whoever reads it finds the words for that. */
  'status.given': {
    messageId: string
    status: string
    stage: string
    says: string | null
    nextBy: string | null
  }
  'saved-reply.added': Record<string, never>
  /** `fields` names what was changed. */
  'saved-reply.changed': { fields: string[] }
  'saved-reply.removed': Record<string, never>
}
