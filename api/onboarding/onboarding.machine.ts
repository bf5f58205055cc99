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
  buyerId: fact.text('(select o.buyer_id from orders o where o.id = t.order_id)'),
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

/** The states in which the recipient is waited for. */
const WAITING = ['REQUESTED', 'DRAFT', 'CHANGES_REQUESTED'] as const

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
    VOID: 'Its order ended; nothing more is asked.',
  },
  initial: 'REQUESTED',
  final: ['APPROVED', 'VOID'],
  facts,
  roles: {
    recipient: (viewer, document) =>
      (viewer.kind === 'link' && viewer.subject === document.id) ||
      (viewer.kind === 'member' && viewer.id === document.recipientUserId),
    agencyForClient: (viewer, document) => isMember(viewer, document.buyerId),
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
    voidOnboarding: {
      from: ['REQUESTED', 'DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED'],
      to: 'VOID',
      by: ['system'],
      event: 'onboarding.voided',
      doc: 'Its order ended: links end, and nothing more is asked.',
    },
  },
})
