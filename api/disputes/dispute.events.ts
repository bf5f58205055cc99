import type { Side } from '../campaigns/campaign-sides.js'
import type { EventSpec } from '../lib/machine.js'
import type { DisputeReason } from './dispute-reasons.js'

/** What happens to disputes, and who may read that it did; what was said and shown stands in rows of its own. */
export const disputeEvents = {
  'dispute.opened': {
    visibility: 'PARTIES',
    doc: 'The buyer disputes the campaign: the money is frozen, and the channel has 72 hours to respond.',
  },
  'dispute.statement-added': { visibility: 'PARTIES', doc: 'One side said something more.' },
  'dispute.evidence-added': { visibility: 'PARTIES', doc: 'One side handed in evidence.' },
  'dispute.responded': { visibility: 'PARTIES', doc: 'The channel responded: our team looks into it.' },
  'dispute.response-lapsed': {
    visibility: 'PARTIES',
    doc: 'The channel did not respond in time: our team looks into it with what is there.',
  },
  'dispute.information-requested': {
    visibility: 'PARTIES',
    doc: 'Our team asked one side for something, with 72 hours to answer.',
  },
  'dispute.information-answered': { visibility: 'PARTIES', doc: 'The side that was asked answered.' },
  'dispute.information-lapsed': {
    visibility: 'PARTIES',
    doc: 'The side that was asked did not answer in time: our team goes on without.',
  },
  'dispute.resolved': { visibility: 'PARTIES', doc: 'Our team decided, and said why.' },
  'dispute.withdrawn': { visibility: 'PARTIES', doc: 'The buyer took the dispute back.' },
  'dispute.fallback-warned': {
    visibility: 'STAFF',
    doc: 'Nobody has decided yet, and the day comes closer on which the buyer gets everything back.',
  },
  'dispute.fell-back': {
    visibility: 'PARTIES',
    doc: 'Nobody decided within 30 days: the buyer gets everything back.',
  },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. Amounts are minor units as text. */
export interface DisputeEventData {
  'dispute.opened': {
    campaignId: string
    reason: DisputeReason
    statementId: string
    evidenceIds: string[]
    respondBy: string
    fallbackAt: string
  }
  'dispute.statement-added': { party: Side; statementId: string }
  'dispute.evidence-added': { party: Side; evidenceIds: string[] }
  'dispute.responded': { statementId: string; evidenceIds: string[] }
  'dispute.response-lapsed': Record<string, never>
  'dispute.information-requested': { of: Side; statementId: string; informationBy: string }
  'dispute.information-answered': { party: Side; statementId: string; evidenceIds: string[] }
  'dispute.information-lapsed': { of: Side }
  'dispute.resolved': {
    decision: 'RELEASE' | 'REFUND' | 'SPLIT'
    refund: string
    held: string
    currency: string
    statementId: string
  }
  'dispute.withdrawn': { campaignId: string }
  /** `day` counts from the opening; `daysLeft` until everything goes back. */
  'dispute.fallback-warned': { day: number; daysLeft: number; taskId: string }
  'dispute.fell-back': { refund: string; currency: string }
}
