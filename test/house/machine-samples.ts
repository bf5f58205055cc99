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

const blocks = (verb: string, state: string, who: string, facts: Facts, code: string) => ({
  verb,
  state,
  who,
  facts,
  code,
})

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
    obstacles: [blocks('checkout', 'FILLING', 'buyer', { lines: 0 }, 'CART_EMPTY')],
  },
  Order: {
    facts: {
      buyerId: 'org_buyer',
      beneficiaryId: 'org_client',
      payBy: SOON,
      liveOperation: null,
      onboardedLines: 1,
      openLines: 0,
      wellLines: 1,
      unreadyLines: [],
      openTasks: [],
      workers: ['usr_6'],
      revisions: 1,
      newestDelivery: 'dlv_1',
      held: '900',
      currency: 'EUR',
      autoCompleteAt: SOON,
      heldSince: null,
      workBegunAt: null,
      communicationBy: SOON,
      communicatedAt: null,
      communicationAtRiskAt: SOON,
      communicationBrokenAt: SOON,
    },
    people: {
      ...outsiders,
      system,
      buyer: { viewer: member('usr_1', ['org_buyer']), roles: ['buyer'] },
      beneficiary: { viewer: member('usr_3', ['org_client'], ['org_client']), roles: [] },
      admin: { viewer: staff('usr_2', ['FINANCE', 'ADMIN']), roles: ['ADMIN'] },
      worker: { viewer: staff('usr_6', ['FULFILMENT']), roles: ['worker'] },
      noWorkerAnyMore: { viewer: staff('usr_6', ['SUPPORT']), roles: [] },
      colleague: { viewer: staff('usr_8', ['FULFILMENT', 'SUPPORT', 'FINANCE']), roles: [] },
    },
    obstacles: [
      blocks('deliverOrder', 'OPEN', 'admin', { onboardedLines: 0 }, 'INVALID_TRANSITION'),
      blocks('deliverOrder', 'OPEN', 'worker', { openTasks: ['tsk_1'] }, 'WORK_UNFINISHED'),
      blocks('deliverOrder', 'OPEN', 'admin', { unreadyLines: ['lin_1'] }, 'WORK_UNFINISHED'),
      blocks('requestRevision', 'DELIVERED', 'buyer', { autoCompleteAt: NOW }, 'DEADLINE_PASSED'),
      blocks('requestRevision', 'DELIVERED', 'buyer', { revisions: 2 }, 'TOO_MANY_REVISIONS'),
      blocks('autoComplete', 'DELIVERED', 'system', { autoCompleteAt: SOON }, 'INVALID_TRANSITION'),
      blocks('cancelOrder', 'OPEN', 'buyer', { workBegunAt: NOW }, 'WORK_HAS_BEGUN'),
      blocks('cancelOrder', 'AWAITING_PAYMENT', 'admin', { liveOperation: 'opn_1' }, 'PAYMENT_IN_PROGRESS'),
      blocks('payOrder', 'AWAITING_PAYMENT', 'buyer', { payBy: NOW }, 'DEADLINE_PASSED'),
      blocks('payOrder', 'AWAITING_PAYMENT', 'buyer', { liveOperation: 'opn_1' }, 'PAYMENT_IN_PROGRESS'),
      blocks('expirePayment', 'AWAITING_PAYMENT', 'system', { payBy: SOON }, 'INVALID_TRANSITION'),
      blocks(
        'expirePayment',
        'AWAITING_PAYMENT',
        'system',
        { payBy: NOW, liveOperation: 'opn_1' },
        'PAYMENT_IN_PROGRESS',
      ),
      blocks('settleParts', 'OPEN', 'system', { openLines: 1 }, 'INVALID_TRANSITION'),
      blocks('settleParts', 'OPEN', 'system', { onboardedLines: 1 }, 'INVALID_TRANSITION'),
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
      orderStatus: 'OPEN',
      buyerId: 'org_buyer',
      recipientContactId: 'con_1',
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
      agency: { viewer: member('usr_1', ['org_buyer']), roles: ['agencyForClient', 'buyer'] },
      reviewer: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN'] },
      support: { viewer: staff('usr_4', ['SUPPORT', 'FULFILMENT', 'FINANCE']), roles: [] },
    },
    obstacles: [
      blocks('claimOnboarding', 'IN_REVIEW', 'reviewer', { reviewerId: 'usr_9' }, 'CLAIMED_BY_OTHER'),
      blocks(
        'approveOnboarding',
        'IN_REVIEW',
        'reviewer',
        { reviewerId: 'usr_9', claimedUntil: NOW },
        'CLAIMED_BY_OTHER',
      ),
      blocks('approveOnboarding', 'IN_REVIEW', 'reviewer', { submittedBy: 'usr_2' }, 'OWN_SUBMISSION'),
      blocks('reopenOnboarding', 'APPROVED', 'reviewer', { orderStatus: 'DELIVERED' }, 'INVALID_TRANSITION'),
      blocks(
        'requestOnboardingChanges',
        'IN_REVIEW',
        'reviewer',
        { reviewerId: 'usr_9' },
        'CLAIMED_BY_OTHER',
      ),
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
      heldFrom: null,
      revision: 0,
      waitingOnBuyer: false,
      setAsideFrom: null,
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
      blocks('claimTask', 'OPEN', 'colleague', { skill: 'design' }, 'ASSIGNEE_UNFIT'),
      blocks('releaseTask', 'ASSIGNED', 'system', { assigneeActive: true }, 'INVALID_TRANSITION'),
      blocks(
        'startTask',
        'ASSIGNED',
        'formerColleague',
        { openDependencies: ['tsk_0'] },
        'DEPENDENCIES_OPEN',
      ),
      blocks('delegateTask', 'WAITING', 'admin', { setAsideFrom: 'OPEN' }, 'INVALID_TRANSITION'),
      blocks('continueTask', 'WAITING', 'formerColleague', { setAsideFrom: 'OPEN' }, 'INVALID_TRANSITION'),
      blocks('acceptTask', 'IN_REVIEW', 'admin', { assigneeId: 'usr_2' }, 'OWN_WORK'),
      blocks('acceptTask', 'IN_REVIEW', 'colleague', { assigneeId: 'usr_8' }, 'OWN_WORK'),
      blocks('returnTask', 'IN_REVIEW', 'colleague', { assigneeId: 'usr_8' }, 'OWN_WORK'),
    ],
  },
  Report: {
    facts: {
      orderId: 'ord_1',
      orderStatus: 'OPEN',
      cadence: 'WEEKLY',
      periodFrom: NOW,
      dueAt: SOON,
      sendAt: SOON,
      touched: false,
      sentBefore: 0,
      workers: ['usr_6'],
    },
    people: {
      ...outsiders,
      system,
      buyer: { viewer: member('usr_1', ['org_buyer'], ['org_buyer']), roles: [] },
      admin: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN'] },
      worker: { viewer: staff('usr_6', ['FULFILMENT']), roles: ['WORKER'] },
      otherFulfilment: { viewer: staff('usr_8', ['FULFILMENT']), roles: [] },
      formerWorker: { viewer: staff('usr_6', ['SUPPORT', 'FINANCE']), roles: [] },
    },
    obstacles: [],
  },
  Service: {
    facts: {
      status: 'OFFERED',
      flow: 'ONBOARDED',
      formId: 'frm_1',
      blueprintId: 'tbp_1',
      sold: false,
    },
    people: {
      ...outsiders,
      system,
      buyer: { viewer: member('usr_1', ['org_buyer'], ['org_buyer']), roles: [] },
      admin: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN'] },
      support: { viewer: staff('usr_4', ['SUPPORT', 'FULFILMENT', 'FINANCE']), roles: [] },
    },
    obstacles: [
      blocks('offerService', 'IN_PREPARATION', 'admin', { formId: null }, 'SERVICE_INCOMPLETE'),
      blocks('offerService', 'WITHDRAWN', 'admin', { blueprintId: null }, 'SERVICE_INCOMPLETE'),
      blocks('publishOnboardingForm', 'OFFERED', 'admin', { flow: 'SELF_SERVICE' }, 'INVALID_TRANSITION'),
      blocks('publishTaskBlueprint', 'OFFERED', 'admin', { flow: 'SELF_SERVICE' }, 'INVALID_TRANSITION'),
    ],
  },
  Member: {
    facts: {
      id: 'mem_1',
      organisationId: 'org_client',
      agencyId: 'org_buyer',
      userId: 'usr_3',
      role: 'MEMBER',
      erased: false,
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
      blocks('changeRole', 'ACTIVE', 'owner', { lastOwner: true }, 'LAST_OWNER'),
      blocks('disableMember', 'ACTIVE', 'admin', { lastOwner: true }, 'LAST_OWNER'),
      blocks('enableMember', 'DISABLED', 'owner', { erased: true }, 'INVALID_TRANSITION'),
    ],
  },
  User: {
    facts: {
      id: 'usr_4',
      isStaff: true,
      accepted: true,
      secondFactor: true,
      erased: false,
      lastAdmin: false,
    },
    people: {
      ...outsiders,
      system,
      admin: { viewer: staff('usr_2', ['ADMIN']), roles: ['ADMIN', 'OTHER_ADMIN', 'ANOTHER'] },
      themselves: { viewer: staff('usr_4', ['ADMIN']), roles: ['ADMIN'] },
      colleague: { viewer: staff('usr_5', ['SUPPORT', 'FINANCE', 'FULFILMENT']), roles: [] },
      invited: { viewer: link('usr_4'), roles: ['INVITED'] },
    },
    obstacles: [
      blocks('changeStaff', 'ACTIVE', 'admin', { lastAdmin: true }, 'LAST_OWNER'),
      blocks('disableStaff', 'ACTIVE', 'admin', { lastAdmin: true }, 'LAST_OWNER'),
      blocks('resetSecondFactor', 'ACTIVE', 'admin', { secondFactor: false }, 'INVALID_TRANSITION'),
      blocks('erasePerson', 'ACTIVE', 'admin', { lastAdmin: true }, 'LAST_OWNER'),
      blocks('erasePerson', 'DISABLED', 'admin', { erased: true }, 'INVALID_TRANSITION'),
    ],
  },
}
