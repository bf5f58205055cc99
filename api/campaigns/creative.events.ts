import type { EventSpec } from '../lib/machine.js'

/** What happens to a campaign's creatives, on its order's stream. */
export const creativeEvents = {
  'creative.uploaded': {
    visibility: 'PARTIES',
    doc: 'The buyer sent a creative, or a new version of one: the channel looks at it.',
  },
  'creative.approved': { visibility: 'PARTIES', doc: 'The channel approved a version of a creative.' },
  'creative.rejected': {
    visibility: 'PARTIES',
    doc: 'The channel rejected a version of a creative and said why.',
  },
} as const satisfies Record<string, EventSpec>

/** Which creative of the campaign, which version of it, and its number from 1. */
interface Version {
  campaignId: string
  creativeId: string
  versionId: string
  key: string
  number: number
}

/** What each of them carries. */
export interface CreativeEventData {
  /** `replacesApproved`: the version before had been approved; this one must be approved anew. */
  'creative.uploaded': Version & { replacesApproved: boolean }
  'creative.approved': Version
  'creative.rejected': Version & { reasonId: string }
}
