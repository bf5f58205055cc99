import type { CreativeStatus } from '../gen/operations.js'
import type { Tone } from '../ui/tone.js'

/** Words of the creatives of a campaign: what it needs, what has come, and what was said of it. */
export const creativeWords = {
  title: 'Creatives',
  leadBuyer: 'Send them now, even before the channel accepts: it is the quickest way to a running campaign.',
  leadAccepted: 'The channel waits for them. Each is looked at; what is rejected, you can send again.',
  leadSent:
    'The channel looks at each one. What it rejects, you can send again; what you replace is looked at anew.',
  leadChannel: 'Look at each version and approve it, or say what is wrong with it.',
  none: 'This campaign needs no creatives.',
  required: 'required',
  optional: 'optional',
  count: (approved: number, required: number) => `${approved} of ${required} approved`,
  missing: 'Not sent yet',
  missingChannel: 'Nothing has come yet.',
  version: (number: number, by: string, when: string) => `Version ${number}, from ${by}, ${when}`,
  earlier: (count: number) => (count === 1 ? 'One earlier version' : `${count} earlier versions`),
  replaced: 'Replaced',
  rejected: 'Why it was rejected',
  approve: 'Approve',
  approveOf: (label: string, version: number) => `Approve ${label}, version ${version}`,
  reject: 'Reject',
  rejectOf: (label: string, version: number) => `Reject ${label}, version ${version}`,
  rejectTitle: (label: string) => `Reject: ${label}`,
  rejectLead: 'The buyer is told, and can send another version.',
  rejectLabel: 'What is wrong with it?',
  rejectHelp: 'Say what a better version must have.',
  rejectEmpty: 'Say what is wrong, so that the next version is right.',
  rejectSend: 'Reject this version',
  back: 'Not now',
  drop: 'Choose a file or drop it here',
  dropAnother: 'Send another version',
  accepted: (types: string) => `Accepted: ${types}.`,
  scanning: 'Arrived whole. It is being checked for viruses before it goes to the channel.',
  handing: 'Handing it over…',
  preview: (label: string) => `Preview of ${label}`,
  closed: 'They can’t be changed any more, unless the channel opens them again.',
}

/** What each state of a version is called. */
export const creativeStates: Record<CreativeStatus, { label: string; tone: Tone }> = {
  UPLOADED: { label: 'To be looked at', tone: 'act' },
  APPROVED: { label: 'Approved', tone: 'good' },
  REJECTED: { label: 'Rejected', tone: 'bad' },
}
