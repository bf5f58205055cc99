import type { OnboardingStatus } from '../gen/operations.js'

/** Words of the page that a form's mail link opens. */
export const redeemWords = {
  title: 'Your onboarding form',
  lead: 'We need a few answers and files before the work can start. The link from your mail works once and keeps the form open on this device for seven days.',
  open: 'Open your form',
  noToken: 'This address is incomplete. Open the whole link from the mail.',
  endedTitle: 'This link was used or has ended',
  ended: 'That is fine: we can mail you a fresh one, to the same address.',
  overTitle: 'This link opens nothing any more',
  over: 'A newer link has taken its place, somebody else was asked, or the form is done with. Look for a newer mail from us. If you have questions, answer the mail that brought you here.',
  fresh: 'Mail me a fresh link',
  sentTitle: 'A fresh link is on its way',
  sent: 'Look into the mailbox where you got this one. Only the newest link works.',
}

/** Words of the form itself. */
export const formWords = {
  title: 'Onboarding',
  about: (service: string, beneficiary: string, number: string) =>
    `${service} for ${beneficiary} · order ${number}`,
  backToOrder: 'Back to the order',
  required: 'required',
  optional: 'optional',
  yes: 'Yes',
  no: 'No',
  issue: 'Please change',
  wholeIssue: 'About the form as a whole',
  reopenedTitle: 'We need this form from you once more',
  reopenedLead: 'Whatever you filled in is still there. Change what is needed and submit it again.',
  forWhom: (name: string) =>
    `${name} was asked for this. You may fill it in for them; they see what you enter.`,
  issuesTitle: (count: number) => (count === 1 ? 'One thing to change' : `${count} things to change`),
  issuesLead:
    'Our team looked at your answers. Mend what is marked below and submit again; everything else is still there.',
  problemsTitle: (count: number) =>
    count === 1 ? 'One answer needs another look' : `${count} answers need another look`,
  problemsLead: 'Your draft is still here; nothing is lost.',
  review: 'Review and submit',
  reviewTitle: 'Look it over',
  reviewLead:
    'This is what our team will see. Once submitted you can take it back until somebody starts reviewing.',
  submit: 'Submit the form',
  edit: 'Back to the form',
  save: 'Save draft',
  states: {
    untouched: 'Nothing to save yet',
    clean: 'Draft saved',
    dirty: 'Not saved yet',
    saving: 'Saving…',
    saved: (time: string) => `Saved ${time}`,
    failed: 'Not saved',
  },
  notSubmitted: 'received, not submitted yet',
  conflictTitle: 'Somebody else changed this form meanwhile',
  conflict: 'Your own answers are still on this page.',
  takeTheirs: 'Show theirs',
  keepMine: 'Keep mine',
  nothing: 'No answer',
  answers: 'Answers',
  withdraw: 'Take it back and change it',
  endedTitle: 'Open the newest link from your mail',
  ended:
    'This form opens from the newest link we mailed you, on the device where you opened it, for seven days. Earlier links end when it is sent again, or when somebody else is asked. If you have an account, sign in.',
  live: 'This page follows along by itself.',
}

/** What the page says in each state where there is nothing to fill in. */
export const statusNotes: Record<
  OnboardingStatus,
  { title: string; text: string; tone: 'info' | 'good' | 'warn' }
> = {
  REQUESTED: { title: 'Not begun', text: 'Nobody has filled in anything yet.', tone: 'info' },
  DRAFT: { title: 'A draft', text: 'Begun, and not submitted yet.', tone: 'info' },
  SUBMITTED: {
    title: 'Submitted. Thank you!',
    text: 'Our team verifies it next. You will get a mail with the result.',
    tone: 'good',
  },
  IN_REVIEW: { title: 'In review', text: 'Somebody of our team is looking at it right now.', tone: 'info' },
  APPROVED: {
    title: 'Approved',
    text: 'Everything is here. The work has been handed to our team.',
    tone: 'good',
  },
  WAIVED: {
    title: 'Not needed after all',
    text: 'Our team goes on without this form. There is nothing to fill in.',
    tone: 'good',
  },
  CHANGES_REQUESTED: { title: 'Changes requested', text: 'Something needs another look.', tone: 'warn' },
  VOID: { title: 'No longer needed', text: 'The order has ended, so this form has, too.', tone: 'warn' },
}

/** Words of a file's question. */
export const fileWords = {
  drop: 'Choose a file or drop it here',
  dropMore: 'Add another file',
  accepted: (types: string) => `Accepted: ${types}.`,
  most: (count: number) => (count === 1 ? 'One file.' : `Up to ${count} files.`),
  uploading: (percent: number) => `Uploading, ${percent} %`,
  checking: 'Checking what it is…',
  scanning: 'Arrived whole. It is being checked for viruses; you can go on meanwhile.',
  quarantined:
    'Our virus scanner found something in this file, so nobody can open it. Remove it here and send another one.',
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  retry: 'Try again',
  view: 'Open',
  viewOf: (name: string) => `Open ${name}`,
  busy: 'Wait until the files have arrived.',
  full: 'That is as many files as fit here. Remove one first.',
}
