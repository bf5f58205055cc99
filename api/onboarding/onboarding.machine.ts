import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isMember, isStaff } from '../lib/viewer.js'
import { onboardingEvents } from './onboarding.events.js'

const newest = (column: string) =>
  `(select r.${column} from onboarding_revisions r where r.id = t.newest_revision_id)`

const facts = {
  id: fact.text('t.id'),
  status: fact.text('t.status'),
  lineId: fact.text('t.line_id'),
  orderStatus: fact.text('(select o.status from orders o where o.id = t.order_id)'),
  buyerId: fact.text('(select o.buyer_id from orders o where o.id = t.order_id)'),
  recipientContactId: fact.text('t.recipient_contact_id'),
  recipientUserId: fact.maybeText(
    `(select m.user_id from members m where m.contact_id = t.recipient_contact_id and m.status = 'ACTIVE')`,
  ),
  reviewerId: fact.maybeText('t.reviewer_id'),
  claimedUntil: fact.maybeTime('t.claimed_until'),
  newestRevisionId: fact.maybeText('t.newest_revision_id'),
  revisions: fact.int(`coalesce(${newest('number')}, 0)`),
  staleAt: fact.time(`(t.waiting_since + interval '30 days')`),
  submittedBy: fact.maybeText(newest('submitted_by_id')),
}
type OnboardingFacts = FactsOf<typeof facts>

const refusedTo = (document: OnboardingFacts) => ({
  reviewerId: document.reviewerId,
  claimedUntil: document.claimedUntil?.toISOString() ?? null,
})

const claimedByOther: Guard<OnboardingFacts> = {
  code: 'CLAIMED_BY_OTHER',
  doc: 'Somebody else is reviewing this; it can be claimed once their claim has lapsed.',
  refuses: (document, { now, viewer }) =>
    document.reviewerId !== null &&
    document.reviewerId !== viewer.id &&
    document.claimedUntil !== null &&
    now < document.claimedUntil
      ? refusedTo(document)
      : undefined,
}

const notItsReviewer: Guard<OnboardingFacts> = {
  code: 'CLAIMED_BY_OTHER',
  doc: 'Only its reviewer decides: claim it first, once the claim of the other has lapsed.',
  refuses: (document, { viewer }) => (document.reviewerId === viewer.id ? undefined : refusedTo(document)),
}

const ownSubmission: Guard<OnboardingFacts> = {
  code: 'OWN_SUBMISSION',
  doc: 'Who submitted a document may not approve it.',
  refuses: (document, { viewer }) => (document.submittedBy === viewer.id ? {} : undefined),
}

/** Orders whose work is neither delivered nor over. */
const AT_WORK = ['OPEN', 'ON_HOLD']

const workIsOver: Guard<OnboardingFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'The work of its order was delivered or has ended.',
  refuses: ({ orderStatus, status }) =>
    AT_WORK.includes(orderStatus) ? undefined : { current: status, order: orderStatus },
}

/** The states in which the recipient is waited for. */
const WAITING = ['REQUESTED', 'DRAFT', 'CHANGES_REQUESTED'] as const

/** The states in which it has not ended. */
const UNDECIDED = ['REQUESTED', 'DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED'] as const

/** The form and files of one line, from the request to the approval. */
export const onboardingMachine = machine({
  name: 'OnboardingDocument',
  table: 'onboarding_documents',
  stream: 'order_id',
  doc: "The form and files that a line's work needs first; each submission is a revision that never changes.",
  states: {
    REQUESTED: 'Its recipient was asked and has not begun.',
    DRAFT: 'Begun, or taken back; not submitted.',
    SUBMITTED: 'Submitted; waits for a reviewer.',
    IN_REVIEW: 'A reviewer has claimed it.',
    CHANGES_REQUESTED: 'Came back with issues for its recipient to mend.',
    APPROVED: 'Approved: the tasks began.',
    WAIVED: 'Not needed after all, as an admin decided: the tasks began without it.',
    VOID: 'Its order ended; nothing more is asked.',
  },
  initial: 'REQUESTED',
  final: ['VOID'],
  facts,
  roles: {
    recipient: (viewer, document) =>
      (viewer.kind === 'link' && viewer.subject === document.id) ||
      (viewer.kind === 'member' && viewer.id === document.recipientUserId),
    agencyForClient: (viewer, document) => isMember(viewer, document.buyerId),
    buyer: (viewer, document) => isMember(viewer, document.buyerId),
    ADMIN: (viewer) => isStaff(viewer, 'ADMIN'),
  },
  deadlines: {
    reminder: {
      in: WAITING,
      after: ['PT24H', 'PT72H', 'P7D'],
      useful: 'PT48H',
      doc: 'The recipient is reminded, until it is submitted.',
    },
    stale: {
      in: WAITING,
      at: 'staleAt',
      doc: 'It has waited for so long that the team is told; nothing is cancelled.',
    },
    'claim-lapse': {
      in: ['IN_REVIEW'],
      at: 'claimedUntil',
      doc: "The reviewer's claim is over: it is in the queue again, unless they renew it first.",
    },
  },
  events: onboardingEvents,
  verbs: {
    resendOnboardingRequest: {
      from: UNDECIDED,
      by: ['buyer', 'ADMIN'],
      event: 'onboarding.resent',
      repeats: true,
      doc: 'Mails the request once more: earlier links end, and what they had opened.',
    },
    changeOnboardingRecipient: {
      from: UNDECIDED,
      by: ['buyer', 'ADMIN'],
      event: 'onboarding.recipient-changed',
      doc: 'Asks another person, a contact of the buyer or of whom the work is for: earlier links end, and what they had opened.',
    },
    saveOnboardingDraft: {
      from: WAITING,
      to: ['DRAFT', 'CHANGES_REQUESTED'],
      by: ['recipient', 'agencyForClient'],
      event: 'onboarding.draft-saved',
      repeats: true,
      doc: 'Keeps what was filled in so far, without submitting it.',
    },
    submitOnboarding: {
      from: WAITING,
      to: 'SUBMITTED',
      by: ['recipient', 'agencyForClient'],
      event: 'onboarding.submitted',
      doc: 'Submits it: required answers and files are there, and the revision is frozen.',
    },
    withdrawOnboarding: {
      from: ['SUBMITTED'],
      to: 'DRAFT',
      by: ['recipient', 'agencyForClient'],
      event: 'onboarding.withdrawn',
      doc: 'Takes it back, while nobody reviews it.',
    },
    claimOnboarding: {
      from: ['SUBMITTED', 'IN_REVIEW'],
      to: 'IN_REVIEW',
      by: ['ADMIN'],
      unless: [claimedByOther],
      event: 'onboarding.claimed',
      repeats: true,
      doc: 'Takes it to review for 30 minutes; claiming again renews that.',
    },
    approveOnboarding: {
      from: ['IN_REVIEW'],
      to: 'APPROVED',
      by: ['ADMIN'],
      unless: [notItsReviewer, ownSubmission],
      event: 'onboarding.approved',
      doc: 'Approves the newest revision: the tasks of the line begin, delegated as given, else by rule.',
    },
    requestOnboardingChanges: {
      from: ['IN_REVIEW'],
      to: 'CHANGES_REQUESTED',
      by: ['ADMIN'],
      unless: [notItsReviewer],
      event: 'onboarding.changes-requested',
      doc: 'Sends it back with issues, each on a question, a file or the whole.',
    },
    waiveOnboarding: {
      from: UNDECIDED,
      to: 'WAIVED',
      by: ['ADMIN'],
      event: 'onboarding.waived',
      doc: 'Does without it, for a reason: the tasks of the line begin, delegated by rule.',
    },
    reopenOnboarding: {
      from: ['APPROVED', 'WAIVED'],
      to: 'CHANGES_REQUESTED',
      by: ['ADMIN'],
      unless: [workIsOver],
      event: 'onboarding.reopened',
      doc: 'Asks for it again, for a reason: unfinished tasks wait, and come back when it is approved.',
    },
    voidOnboarding: {
      from: UNDECIDED,
      to: 'VOID',
      by: ['system'],
      event: 'onboarding.voided',
      doc: 'Its order ended: links end, and nothing more is asked.',
    },
  },
})
