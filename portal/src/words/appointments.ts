import type { AppointmentStatus, AttemptDelivery, AttemptOutcome } from '../gen/operations.js'
import type { Tone } from '../ui/tone.js'

/** Words of an appointment on its order's page. */
export const appointmentWords = {
  title: 'The appointment',
  when: 'When',
  whenThere: (name: string, when: string) => `${when} for ${name}`,
  open: 'Not agreed yet',
  proposed: 'Proposed',
  proposedBy: {
    BUYER: (name: string, when: string) => `You proposed ${when}. ${name} has to agree.`,
    US: (name: string, when: string) => `We proposed ${when}. ${name} has to agree.`,
  },
  with: 'With',
  thereNow: (clock: string, zone: string) => `It is ${clock} there now (${zone}).`,
  quiet: 'That is in their quiet hours: we write and call when it is day there.',
  optedOut: 'They asked for no text messages; we call and mail.',
  attends: 'Attends',
  where: 'Where',
  length: 'Length',
  minutes: (minutes: number) => `${minutes} minutes`,
  wishes: 'Your wishes',
  declined: (name: string) => `${name} could not take it`,
  otherTimes: (times: string) => `What would suit them: ${times}`,
  calendar: 'Put it into your calendar',
  closes: (when: string) => `If nobody tries again, this order closes on ${when}.`,
}

/** Words of what was tried so far. */
export const attemptWords = {
  title: 'What we tried',
  none: 'Nothing yet. Our team begins shortly.',
  proposed: 'Nothing yet beyond our message about the new time. Our team follows up.',
  made: (made: number, allowed: number) => `${made} of ${allowed} attempts`,
  until: (when: string) => `We keep trying until ${when}.`,
  kinds: { CALL: 'Call', TEXT: 'Text message', MAIL: 'Mail' },
  more: 'Show earlier',
}

/** How an attempt ended. */
export const outcomeWords: Record<AttemptOutcome, string> = {
  NO_ANSWER: 'nobody answered',
  BUSY: 'the line was busy',
  VOICEMAIL: 'we left a voicemail',
  WRONG_NUMBER: 'the number seems to be wrong',
  CALL_BACK: 'they asked us to call back',
  TALKED: 'we talked',
  SENT: 'sent',
}

/** How far a text or a mail came. */
export const deliveryStates: Record<AttemptDelivery, string> = {
  QUEUED: 'on its way',
  WAITING_FOR_MORNING: 'waits until it is morning there',
  SENT: 'sent',
  DELIVERED: 'arrived',
  FAILED: 'did not arrive',
  REFUSED_OPTED_OUT: 'not sent: they asked for no texts',
}

/** What each state of an appointment is called. */
export const appointmentStates: Record<AppointmentStatus, { label: string; tone: Tone }> = {
  PENDING: { label: 'Outreach begins', tone: 'go' },
  OUTREACH: { label: 'Reaching out', tone: 'go' },
  FOLLOW_UP: { label: 'Following up', tone: 'go' },
  CONFIRMED: { label: 'Confirmed', tone: 'good' },
  ATTENDED: { label: 'Took place', tone: 'good' },
  NO_SHOW: { label: 'Did not take place', tone: 'bad' },
  UNREACHABLE: { label: 'Not reached', tone: 'act' },
  CANCELLED: { label: 'Cancelled', tone: 'bad' },
}

/** Words of what the buyer can do once outreach was given up: they were not reached, or agreed to no time. */
export const choiceWords = {
  title: (name: string) => `No time was agreed with ${name}`,
  lead: 'We stopped trying. You decide how it goes on:',
  change: 'Correct the contact, or ask somebody else',
  changeNote: 'We begin again at once, with all attempts.',
  write: 'Talk it over with our team',
  cancel: 'Cancel, with all of your money back',
}

/** Words of changing whom we try to reach. */
export const counterpartWords = {
  legend: 'Whom shall we meet?',
  help: 'The person with whom we agree on a time. We need an e-mail address or a telephone, better both.',
  name: 'Name',
  email: 'E-mail address',
  phone: 'Telephone',
  phoneHelp: 'With the country’s code, for example +44 20 7946 0018.',
  zone: 'Time zone',
  zoneNow: (clock: string) => `It is ${clock} there now. We neither call nor write in the night.`,
  near: 'Near you',
  all: 'All time zones',
  language: 'Language of our mails to them',
  languages: { en: 'English', de: 'German' },
  needName: 'Write the person’s name.',
  needReach: 'Give an e-mail address or a telephone number.',
  phoneWrong: 'Begin with a plus sign and the country’s code, for example +44 20 7946 0018.',
  button: 'Change whom we try to reach',
  dialog: 'Whom shall we try to reach?',
  lead: 'Correct what is wrong, or name somebody else. We begin again at once, and links that we sent before end.',
  send: 'Begin again with these',
  back: 'Back',
}

/** Words of moving an appointment. */
export const moveWords = {
  button: 'Move the appointment',
  dialog: 'Which other time suits you?',
  lead: (name: string) =>
    `${name} has to agree to the new time. Until then the appointment is not confirmed; we write to you as soon as it is.`,
  legend: 'Free times',
  zone: (zone: string) => `Times in your zone, ${zone}.`,
  earlier: 'Earlier',
  later: 'Later',
  none: 'Nothing is free in these days. Look further ahead.',
  chosen: (here: string) => `Chosen: ${here}`,
  there: (name: string, there: string) => `For ${name}: ${there}`,
  first: 'Choose a time first.',
  send: 'Propose this time',
  back: 'Keep it as it is',
}

/** Words of calling an appointment off. */
export const cancelAppointmentWords = {
  title: 'Cancel the appointment',
  possible: 'Before it is confirmed you can cancel, and get everything back.',
  agreed: 'A time was agreed, so you can’t cancel by yourself any more. Write to our team; we find a way.',
  button: 'Cancel the appointment…',
  dialog: 'Cancel the appointment?',
  text: (amount: string | null, name: string) =>
    `${amount ? `${amount} goes back to you, the way it came. ` : ''}The order ends at once, and we tell ${name}.`,
  reason: 'Why?',
  reasonHelp: 'A sentence is enough. Our team reads it.',
  reasonEmpty: 'Say why, in a sentence.',
  send: 'Cancel the appointment',
  keep: 'Keep the appointment',
}

/** The stops of an appointment's way. */
export const appointmentStops = ['Payment', 'Outreach', 'Confirmed', 'Done']

/** Words of buying an appointment. */
export const buyAppointmentWords = {
  needs: (minutes: number) => `${minutes} minutes. We agree on the time with whom you name`,
  attendee: 'Who attends?',
  attendeeHelp: 'This person gets the confirmation and the calendar file.',
  wishes: 'Wishes',
  wishesHelp: 'What it is about, and which days or times suit you. Optional.',
  cartLine: (name: string, minutes: number) => `${minutes} minutes with ${name}`,
  attends: (name: string) => `${name} attends`,
  note: 'Each appointment is an order of its own. We begin to reach out in the second in which it is paid.',
}
