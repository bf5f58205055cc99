import { anonymous, type Viewer } from '../../api/lib/viewer.js'

type Facts = Record<string, unknown>

/** Somebody before one aggregate, and which of its machine's roles they have there: by the trade's words, not by code. */
export interface Somebody {
  readonly viewer: Viewer
  readonly roles: readonly string[]
}

/** A machine's aggregate as the trade knows it. */
export interface Sample {
  /** Facts with which no rule stands in anybody's way. */
  readonly facts: Facts
  readonly people: Readonly<Record<string, Somebody>>
  /** What stands in the way of a verb: in which state, who tries, the facts that differ, and the refusal. */
  readonly obstacles: readonly { verb: string; state: string; who: string; facts: Facts; code: string }[]
}

/** The moment of every check. */
export const NOW = new Date('2026-03-02T12:00:00Z')
const SOON = new Date(NOW.getTime() + 60_000)

const staff = (id: string, roles: string[], skills: string[] = []): Viewer => ({
  ...anonymous,
  kind: 'staff',
  id,
  roles,
  skills,
})
const member = (id: string, organisations: string[], owned: string[] = []): Viewer => ({
  ...anonymous,
  kind: 'member',
  id,
  organisations,
  owned,
})
const link = (subject: string): Viewer => ({ ...anonymous, kind: 'link', id: 'lnk_1', subject })

const outsiders = {
  nobody: { viewer: anonymous, roles: [] },
  stranger: { viewer: member('usr_stranger', ['org_else'], ['org_else']), roles: [] },
  strangersLink: { viewer: link('doc_else'), roles: [] },
}
const system = { viewer: { ...anonymous, kind: 'system', id: 'test' } as Viewer, roles: ['system'] }

/** One sample for every machine, by its name. */
export const samples: Readonly<Record<string, Sample>> = {
  Cart: {
    facts: { buyerId: 'org_buyer', lines: 1 },
    people: {
      ...outsiders,
      system,
      buyer: { viewer: member('usr_1', ['org_buyer']), roles: ['buyer'] },
      admin: { viewer: staff('usr_2', ['ADMIN']), roles: [] },
    },
    obstacles: [
      { verb: 'checkout', state: 'FILLING', who: 'buyer', facts: { lines: 0 }, code: 'CART_EMPTY' },
    ],
  },
  Order: {
    facts: {
      buyerId: 'org_buyer',
      beneficiaryId: 'org_client',
      payBy: SOON,
      liveOperation: null,
      onboardedLines: 0,
      openLines: 0,
      wellLines: 1,
    },
    people: {
      ...outsiders,
      system,
      buyer: { viewer: member('usr_1', ['org_buyer']), roles: ['buyer'] },
      beneficiary: { viewer: member('usr_3', ['org_client'], ['org_client']), roles: [] },
      finance: { viewer: staff('usr_2', ['FINANCE', 'ADMIN']), roles: [] },
    },
    obstacles: [
      {
        verb: 'payOrder',
        state: 'AWAITING_PAYMENT',
        who: 'buyer',
        facts: { payBy: NOW },
        code: 'DEADLINE_PASSED',
      },
      {
        verb: 'payOrder',
        state: 'AWAITING_PAYMENT',
        who: 'buyer',
        facts: { liveOperation: 'opn_1' },
        code: 'PAYMENT_IN_PROGRESS',
      },
      {
        verb: 'expirePayment',
        state: 'AWAITING_PAYMENT',
        who: 'system',
        facts: { payBy: SOON },
        code: 'INVALID_TRANSITION',
      },
      {
        verb: 'expirePayment',
        state: 'AWAITING_PAYMENT',
        who: 'system',
        facts: { payBy: NOW, liveOperation: 'opn_1' },
        code: 'PAYMENT_IN_PROGRESS',
      },
      {
        verb: 'settleParts',
        state: 'OPEN',
        who: 'system',
        facts: { openLines: 1 },
        code: 'INVALID_TRANSITION',
      },
      {
        verb: 'settleParts',
        state: 'OPEN',
        who: 'system',
        facts: { onboardedLines: 1 },
        code: 'INVALID_TRANSITION',
      },
    ],
  },
  Provisioning: {
    facts: { orderId: 'ord_1', lineId: 'lin_1', attempts: 0, tries: 0, nextTryAt: null },
    people: {
      ...outsiders,
      system,
      buyer: { viewer: member('usr_1', ['org_buyer'], ['org_buyer']), roles: [] },
      admin: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN'] },
      support: { viewer: staff('usr_4', ['SUPPORT']), roles: ['SUPPORT'] },
      finance: { viewer: staff('usr_5', ['FINANCE']), roles: [] },
    },
    obstacles: [],
  },
  OnboardingDocument: {
    facts: {
      id: 'doc_1',
      status: 'IN_REVIEW',
      lineId: 'lin_1',
      buyerId: 'org_buyer',
      recipientUserId: 'usr_3',
      reviewerId: 'usr_2',
      claimedUntil: SOON,
      newestRevisionId: 'rev_1',
      revisions: 1,
      staleAt: SOON,
      submittedBy: 'usr_3',
    },
    people: {
      ...outsiders,
      system,
      recipient: { viewer: member('usr_3', ['org_client']), roles: ['recipient'] },
      recipientByLink: { viewer: link('doc_1'), roles: ['recipient'] },
      colleague: { viewer: member('usr_7', ['org_client'], ['org_client']), roles: [] },
      agency: { viewer: member('usr_1', ['org_buyer']), roles: ['agencyForClient'] },
      reviewer: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN'] },
      support: { viewer: staff('usr_4', ['SUPPORT', 'FULFILMENT', 'FINANCE']), roles: [] },
    },
    obstacles: [
      {
        verb: 'claimOnboarding',
        state: 'IN_REVIEW',
        who: 'reviewer',
        facts: { reviewerId: 'usr_9' },
        code: 'CLAIMED_BY_OTHER',
      },
      {
        verb: 'approveOnboarding',
        state: 'IN_REVIEW',
        who: 'reviewer',
        facts: { reviewerId: 'usr_9', claimedUntil: NOW },
        code: 'CLAIMED_BY_OTHER',
      },
      {
        verb: 'approveOnboarding',
        state: 'IN_REVIEW',
        who: 'reviewer',
        facts: { submittedBy: 'usr_2' },
        code: 'OWN_SUBMISSION',
      },
      {
        verb: 'requestOnboardingChanges',
        state: 'IN_REVIEW',
        who: 'reviewer',
        facts: { reviewerId: 'usr_9' },
        code: 'CLAIMED_BY_OTHER',
      },
    ],
  },
  Task: {
    facts: {
      orderId: 'ord_1',
      lineId: 'lin_1',
      stepKey: 'write',
      role: 'FULFILMENT',
      skill: 'seo',
      assigneeId: 'usr_6',
      assigneeActive: false,
      needsReview: true,
      openDependencies: [],
      dueAt: SOON,
      dueSoonAt: SOON,
      pausedAt: null,
      storedDueAt: SOON,
      storedDueSoonAt: SOON,
    },
    people: {
      ...outsiders,
      system,
      buyer: { viewer: member('usr_1', ['org_buyer'], ['org_buyer']), roles: [] },
      admin: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN'] },
      formerColleague: { viewer: staff('usr_6', ['FINANCE']), roles: ['ASSIGNEE'] },
      colleague: { viewer: staff('usr_8', ['FULFILMENT'], ['seo']), roles: ['ROLE'] },
      support: { viewer: staff('usr_4', ['SUPPORT'], ['seo']), roles: [] },
    },
    obstacles: [
      {
        verb: 'claimTask',
        state: 'OPEN',
        who: 'colleague',
        facts: { skill: 'design' },
        code: 'ASSIGNEE_UNFIT',
      },
      {
        verb: 'releaseTask',
        state: 'ASSIGNED',
        who: 'system',
        facts: { assigneeActive: true },
        code: 'INVALID_TRANSITION',
      },
      {
        verb: 'startTask',
        state: 'ASSIGNED',
        who: 'formerColleague',
        facts: { openDependencies: ['tsk_0'] },
        code: 'DEPENDENCIES_OPEN',
      },
      {
        verb: 'acceptTask',
        state: 'IN_REVIEW',
        who: 'admin',
        facts: { assigneeId: 'usr_2' },
        code: 'OWN_WORK',
      },
      {
        verb: 'acceptTask',
        state: 'IN_REVIEW',
        who: 'colleague',
        facts: { assigneeId: 'usr_8' },
        code: 'OWN_WORK',
      },
      {
        verb: 'returnTask',
        state: 'IN_REVIEW',
        who: 'colleague',
        facts: { assigneeId: 'usr_8' },
        code: 'OWN_WORK',
      },
    ],
  },
  Member: {
    facts: {
      id: 'mem_1',
      organisationId: 'org_client',
      agencyId: 'org_buyer',
      userId: 'usr_3',
      role: 'MEMBER',
      lastOwner: false,
    },
    people: {
      ...outsiders,
      system,
      owner: { viewer: member('usr_9', ['org_client'], ['org_client']), roles: ['OWNER'] },
      agencyOwner: { viewer: member('usr_1', ['org_buyer'], ['org_buyer']), roles: ['OWNER'] },
      themselves: { viewer: member('usr_3', ['org_client', 'org_buyer']), roles: [] },
      admin: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN'] },
      support: { viewer: staff('usr_4', ['SUPPORT']), roles: [] },
      invited: { viewer: link('mem_1'), roles: ['INVITED'] },
    },
    obstacles: [
      { verb: 'changeRole', state: 'ACTIVE', who: 'owner', facts: { lastOwner: true }, code: 'LAST_OWNER' },
      {
        verb: 'disableMember',
        state: 'ACTIVE',
        who: 'admin',
        facts: { lastOwner: true },
        code: 'LAST_OWNER',
      },
    ],
  },
  User: {
    facts: { id: 'usr_4', isStaff: true, accepted: true, lastAdmin: false },
    people: {
      ...outsiders,
      system,
      admin: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN', 'OTHER_ADMIN'] },
      themselves: { viewer: staff('usr_4', ['ADMIN']), roles: ['ADMIN'] },
      colleague: { viewer: staff('usr_5', ['SUPPORT', 'FINANCE', 'FULFILMENT']), roles: [] },
      invited: { viewer: link('usr_4'), roles: ['INVITED'] },
    },
    obstacles: [
      { verb: 'changeStaff', state: 'ACTIVE', who: 'admin', facts: { lastAdmin: true }, code: 'LAST_OWNER' },
      { verb: 'disableStaff', state: 'ACTIVE', who: 'admin', facts: { lastAdmin: true }, code: 'LAST_OWNER' },
    ],
  },
}
