import type { EventSpec } from '../lib/machine.js'

/** What happens to onboarding documents, and who may read it on the feed. */
export const onboardingEvents = {
  'onboarding.requested': {
    visibility: 'PARTIES',
    doc: 'The recipient is asked for the onboarding document.',
  },
  'onboarding.reminded': { visibility: 'PARTIES', doc: 'The recipient is reminded of it.' },
  'onboarding.stale': {
    visibility: 'STAFF',
    doc: 'It has waited so long that somebody of the team should ask.',
  },
  'onboarding.link-requested': { visibility: 'STAFF', doc: 'The recipient asked for a fresh link to it.' },
  'onboarding.draft-saved': {
    visibility: 'STAFF',
    doc: 'Answers or files were saved, and not submitted yet.',
  },
  'onboarding.submitted': { visibility: 'PARTIES', doc: 'It was submitted; the revision is frozen.' },
  'onboarding.withdrawn': { visibility: 'PARTIES', doc: 'It was taken back before anybody reviewed it.' },
  'onboarding.claimed': { visibility: 'STAFF', doc: 'A reviewer took it, or renewed the claim.' },
  'onboarding.claim-lapsed': { visibility: 'STAFF', doc: 'Its reviewer went away: anybody may take it.' },
  'onboarding.approved': { visibility: 'PARTIES', doc: 'It was approved; the tasks begin.' },
  'onboarding.changes-requested': { visibility: 'PARTIES', doc: 'It came back with issues to be mended.' },
  'onboarding.resent': {
    visibility: 'PARTIES',
    doc: 'The request was mailed once more; earlier links ended.',
  },
  'onboarding.recipient-changed': {
    visibility: 'PARTIES',
    doc: 'Another person is asked; earlier links ended.',
  },
  'onboarding.recipient-corrected': {
    visibility: 'STAFF',
    doc: 'The address of its recipient was wrong and is mended; earlier links ended.',
  },
  'onboarding.waived': { visibility: 'PARTIES', doc: 'It is not needed after all; the tasks begin.' },
  'onboarding.reopened': {
    visibility: 'PARTIES',
    doc: 'It was asked for again; unfinished tasks wait for it.',
  },
  'onboarding.voided': { visibility: 'PARTIES', doc: 'Its order ended; nothing more is asked.' },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. */
export interface OnboardingEventData {
  'onboarding.requested': { lineId: string; contactId: string }
  /** `step` counts the reminders from 0. */
  'onboarding.reminded': { contactId: string; step: number }
  'onboarding.stale': { contactId: string }
  'onboarding.link-requested': { contactId: string }
  'onboarding.draft-saved': Record<string, never>
  'onboarding.submitted': { revisionId: string; number: number }
  'onboarding.withdrawn': { revisionId: string }
  'onboarding.claimed': { revisionId: string; claimedUntil: string }
  'onboarding.claim-lapsed': { reviewerId: string }
  'onboarding.approved': { revisionId: string }
  'onboarding.changes-requested': { revisionId: string; issueIds: string[] }
  'onboarding.resent': { contactId: string }
  'onboarding.recipient-changed': { contactId: string; before: string }
  'onboarding.recipient-corrected': { contactId: string }
  'onboarding.waived': Record<string, never>
  'onboarding.reopened': Record<string, never>
  'onboarding.voided': Record<string, never>
}
