import { blocks, member, NOW, outsiders, SOON, staff, system, type Sample } from './machine-people.js'

const LATE = { fallbackAt: NOW }

/** A dispute in which the channel was asked something, seen by both sides and the team. */
export const disputeSample: Sample = {
  facts: {
    orderId: 'ord_1',
    campaignId: 'cmp_1',
    buyerId: 'org_buyer',
    channelId: 'org_channel',
    asked: 'CHANNEL',
    respondBy: SOON,
    informationBy: SOON,
    fallbackAt: SOON,
    currency: 'EUR',
    held: '900',
    chargedBack: false,
    buyersStatements: 1,
    channelsStatements: 0,
    buyersEvidence: 0,
    channelsEvidence: 0,
    workers: ['usr_6'],
  },
  people: {
    ...outsiders,
    system,
    owner: { viewer: member('usr_1', ['org_buyer'], ['org_buyer']), roles: ['buyer', 'buyerOwner'] },
    member: { viewer: member('usr_3', ['org_buyer']), roles: ['buyer'] },
    channel: { viewer: member('usr_9', ['org_channel'], ['org_channel']), roles: ['channel', 'asked'] },
    admin: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN'] },
    finance: { viewer: staff('usr_4', ['FINANCE']), roles: ['FINANCE'] },
    support: { viewer: staff('usr_5', ['SUPPORT', 'FULFILMENT']), roles: [] },
    worker: { viewer: staff('usr_6', ['FULFILMENT']), roles: [] },
  },
  obstacles: [
    blocks('addStatement', 'UNDER_REVIEW', 'member', LATE, 'DEADLINE_PASSED'),
    blocks('addEvidence', 'UNDER_REVIEW', 'channel', LATE, 'DEADLINE_PASSED'),
    blocks('respondToDispute', 'AWAITING_CHANNEL', 'channel', { respondBy: NOW }, 'DEADLINE_PASSED'),
    blocks('requestDisputeInformation', 'UNDER_REVIEW', 'admin', LATE, 'DEADLINE_PASSED'),
    blocks(
      'answerDisputeInformation',
      'AWAITING_INFORMATION',
      'channel',
      { informationBy: NOW },
      'DEADLINE_PASSED',
    ),
    blocks('resolveDispute', 'UNDER_REVIEW', 'admin', LATE, 'DEADLINE_PASSED'),
    blocks('resolveDispute', 'AWAITING_CHANNEL', 'finance', { workers: ['usr_4'] }, 'WORKED_ON_ORDER'),
    blocks('resolveDispute', 'UNDER_REVIEW', 'finance', { chargedBack: true }, 'FUNDS_FROZEN'),
    blocks('withdrawDispute', 'AWAITING_CHANNEL', 'owner', LATE, 'DEADLINE_PASSED'),
    blocks('lapseResponse', 'AWAITING_CHANNEL', 'system', {}, 'INVALID_TRANSITION'),
    blocks('lapseInformation', 'AWAITING_INFORMATION', 'system', {}, 'INVALID_TRANSITION'),
    blocks('fallBack', 'UNDER_REVIEW', 'system', {}, 'INVALID_TRANSITION'),
    blocks('fallBack', 'UNDER_REVIEW', 'system', { ...LATE, chargedBack: true }, 'FUNDS_FROZEN'),
  ],
}
