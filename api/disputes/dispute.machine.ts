import { machine } from '../lib/machine.js'
import { isMember, isOwner, isStaff } from '../lib/viewer.js'
import { disputeEvents } from './dispute.events.js'
import {
  chargedBack,
  disputeFacts,
  stillTimeToDecide,
  stillTimeToInform,
  stillTimeToRespond,
  workedOnOrder,
} from './dispute.facts.js'

/** The states in which nobody has decided. */
export const OPEN = ['AWAITING_CHANNEL', 'UNDER_REVIEW', 'AWAITING_INFORMATION'] as const

/** A buyer's claim of a blatant breach, from its opening to the decision. */
export const disputeMachine = machine({
  name: 'Dispute',
  table: 'disputes',
  stream: 'order_id',
  doc: "The buyer's claim of a blatant breach, within 48 hours of the channel's “Complete”. While it is open the money is frozen.",
  states: {
    AWAITING_CHANNEL: 'Opened; the channel has 72 hours to respond.',
    UNDER_REVIEW: 'Our team looks at what both sides said and showed.',
    AWAITING_INFORMATION: 'Our team asked one side for something; it has 72 hours to answer.',
    RESOLVED: 'Decided: the money went to the channel, back to the buyer, or in parts to both.',
    WITHDRAWN: 'The buyer took it back; there is no second one.',
  },
  initial: 'AWAITING_CHANNEL',
  final: ['RESOLVED', 'WITHDRAWN'],
  facts: disputeFacts,
  roles: {
    buyer: (viewer, dispute) => isMember(viewer, dispute.buyerId),
    buyerOwner: (viewer, dispute) => isOwner(viewer, dispute.buyerId),
    channel: (viewer, dispute) => isMember(viewer, dispute.channelId),
    asked: (viewer, { asked, buyerId, channelId }) =>
      asked !== null && isMember(viewer, asked === 'BUYER' ? buyerId : channelId),
    ADMIN: (viewer) => isStaff(viewer, 'ADMIN'),
    FINANCE: (viewer) => isStaff(viewer, 'FINANCE'),
  },
  deadlines: {
    response: {
      in: ['AWAITING_CHANNEL'],
      at: 'respondBy',
      doc: 'The channel has not responded within 72 hours: our team goes on with what is there.',
    },
    information: {
      in: ['AWAITING_INFORMATION'],
      at: 'informationBy',
      doc: 'The side that was asked has not answered within 72 hours: our team goes on without.',
    },
    'fallback-warning': {
      in: OPEN,
      after: ['P20D', 'P25D', 'P29D'],
      useful: 'P1D',
      warns: true,
      doc: 'Nobody has decided for so long that the team is warned.',
    },
    fallback: {
      in: OPEN,
      at: 'fallbackAt',
      doc: 'Nobody has decided within 30 days: the buyer gets everything back.',
    },
  },
  events: disputeEvents,
  verbs: {
    addStatement: {
      from: OPEN,
      by: ['buyer', 'channel'],
      before: 'fallback',
      event: 'dispute.statement-added',
      doc: 'One side says something more, until it is decided.',
    },
    addEvidence: {
      from: OPEN,
      by: ['buyer', 'channel'],
      before: 'fallback',
      event: 'dispute.evidence-added',
      doc: 'One side hands in files as evidence, until it is decided.',
    },
    respondToDispute: {
      from: ['AWAITING_CHANNEL'],
      to: 'UNDER_REVIEW',
      by: ['channel'],
      before: 'response',
      event: 'dispute.responded',
      doc: 'The channel says how it sees it, with evidence: our team looks into it.',
    },
    lapseResponse: {
      from: ['AWAITING_CHANNEL'],
      to: 'UNDER_REVIEW',
      by: ['system'],
      unless: [stillTimeToRespond],
      event: 'dispute.response-lapsed',
      doc: 'The channel was silent: that only ends the wait.',
    },
    requestDisputeInformation: {
      from: ['UNDER_REVIEW'],
      to: 'AWAITING_INFORMATION',
      by: ['ADMIN'],
      before: 'fallback',
      event: 'dispute.information-requested',
      doc: 'Asks one side for something that is missing, with 72 hours to answer.',
    },
    answerDisputeInformation: {
      from: ['AWAITING_INFORMATION'],
      to: 'UNDER_REVIEW',
      by: ['asked'],
      before: 'information',
      event: 'dispute.information-answered',
      doc: 'The side that was asked answers.',
    },
    lapseInformation: {
      from: ['AWAITING_INFORMATION'],
      to: 'UNDER_REVIEW',
      by: ['system'],
      unless: [stillTimeToInform],
      event: 'dispute.information-lapsed',
      doc: 'The side that was asked was silent: our team goes on without.',
    },
    resolveDispute: {
      from: OPEN,
      to: 'RESOLVED',
      by: ['ADMIN', 'FINANCE'],
      before: 'fallback',
      unless: [workedOnOrder, chargedBack],
      event: 'dispute.resolved',
      doc: 'Decides, and says why: the money goes to the channel, back to the buyer, or in parts to both. Not for who worked on the order.',
    },
    withdrawDispute: {
      from: OPEN,
      to: 'WITHDRAWN',
      by: ['buyerOwner'],
      before: 'fallback',
      event: 'dispute.withdrawn',
      doc: 'The buyer takes it back: the campaign waits for its release again, an hour at least. There is no second dispute.',
    },
    fallBack: {
      from: OPEN,
      to: 'RESOLVED',
      by: ['system'],
      unless: [stillTimeToDecide, chargedBack],
      event: 'dispute.fell-back',
      doc: 'Nobody has decided in time: the buyer gets everything back.',
    },
  },
})
