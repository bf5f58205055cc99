import type { GivenUpWhy } from '../../../outreach/given-up.js'

/** What is said of outreach that was given up, by why it was. */
interface GivenUpWords {
  readonly subject: (number: string, counterpart: string) => string
  readonly heading: string
  readonly intro: (counterpart: string, service: string, made: number) => string
}

/** What the mails say while we try to reach the other side of an appointment. */
export const outreach = {
  facts: {
    service: 'Appointment',
    counterpart: 'With',
    attendee: 'Who comes',
    business: 'For',
    length: 'Length',
    minutes: (count: number) => `${count}\u00A0minutes`,
    triesUntil: 'We try until',
    attempts: 'Tried so far',
    ofAttempts: (made: number, allowed: number) => `${made} of at most ${allowed}\u00A0times`,
  },
  kinds: { CALL: 'Call', TEXT: 'Text message', MAIL: 'Mail' } as Readonly<Record<string, string>>,
  outcomes: {
    NO_ANSWER: 'no answer',
    BUSY: 'the line was busy',
    VOICEMAIL: 'we left a message',
    WRONG_NUMBER: 'the number belongs to somebody else',
    CALL_BACK: 'we shall call again',
    TALKED: 'we talked, no time is agreed on yet',
  } as Readonly<Record<string, string>>,
  deliveries: {
    QUEUED: 'about to be sent',
    WAITING_FOR_MORNING: 'goes out in the morning of where it is read',
    SENT: 'sent',
    FAILED: 'did not arrive',
    REFUSED_OPTED_OUT: 'not sent, as no text messages are wanted',
    DELIVERED: 'arrived',
  } as Readonly<Record<string, string>>,
  attempt: (kind: string, outcome: string) => `${kind}: ${outcome}`,
  reach: {
    heading: 'You don’t have to wait for a mail',
    text: (hours: string | null) =>
      `On the order’s activity feed you can leave us a message, ask for the current status or put a question about the time or the confirmation, whenever you like. A member of our team usually answers right there, ${soon(hours)}; you need not call.`,
    near: (hours: string | null) =>
      `Is the time close, or is anything unclear? Write on the order’s activity feed: a member of our team usually answers right there, ${soon(hours)}.`,
    open: 'Open the order and its feed',
  },
  started: {
    subject: (number: string, counterpart: string) =>
      `Order ${number}: we are getting in touch with ${counterpart}`,
    preheader: 'From now on you hear from us by mail.',
    heading: 'We have begun',
    headings: {
      BEGUN: 'We have begun',
      OTHER_PERSON: 'We begin anew',
      AGAIN: 'We try once more',
    },
    intro: (counterpart: string, service: string) =>
      `Our team has begun to reach ${counterpart}, so as to agree on a time for ${service}.`,
    other: (counterpart: string, service: string) =>
      `Our team now gets in touch with ${counterpart} about ${service}. Earlier tries no longer count: we start from the first again.`,
    again: (counterpart: string, service: string) =>
      `The appointment for ${service} did not take place, so our team asks ${counterpart} for another time. We start from the first try again.`,
    next: 'What you hear from us, by mail',
    course: {
      about: 'While we try',
      text: 'How it goes, once a day at most.',
    },
    confirmed: {
      about: 'Once it is confirmed',
      text: 'The day, the time and the place, with a file for your calendar. Your order is confirmed by that.',
    },
    pending: {
      about: 'If we get no confirmation',
      text: 'That it is still open and what we have done about it, for example that a text message went out.',
    },
  },
  progress: {
    subject: (number: string, counterpart: string) => `Order ${number}: we are still trying ${counterpart}`,
    preheader: 'What we have done so far.',
    heading: 'How it goes',
    intro: (counterpart: string, service: string) =>
      `We are still trying to agree with ${counterpart} on a time for ${service}. It is not confirmed yet.`,
    done: 'What we have done so far',
    next: 'You need to do nothing. As soon as it is confirmed, or we can’t go on, you get a mail.',
  },
  unconfirmed: {
    subject: (number: string, counterpart: string) =>
      `Order ${number}: not confirmed yet with ${counterpart}`,
    preheader: 'Where it stands, and what we do now.',
    heading: 'Not confirmed yet',
    intro: (counterpart: string, service: string) =>
      `We could not get a confirmation from ${counterpart} for ${service}. The appointment is still open.`,
    textSent: (counterpart: string) => `We have sent ${counterpart} a text message that asks for an answer.`,
    noText: (counterpart: string) =>
      `We go on trying to reach ${counterpart} in other ways. No text message was sent this time.`,
    declined: (counterpart: string, service: string) =>
      `${counterpart} has told us that ${service} can’t take place like this. The appointment is not confirmed. This is the reason:`,
    declinedSilent: (counterpart: string, service: string) =>
      `${counterpart} has told us that ${service} can’t take place like this. The appointment is not confirmed.`,
    otherTimes: 'These times were suggested instead:',
    tellUs: 'If one of them suits you, or you would like something else, write to us on the order’s feed.',
    until: (moment: string) =>
      `We follow it up until ${moment}. You get a mail as soon as it is confirmed, and also if we do not succeed by then.`,
    untilOpen: 'We follow it up. You get a mail as soon as it is confirmed, and also if we do not succeed.',
  },
  unreachable: {
    preheader: 'Three ways to go on.',
    whys: {
      NOT_REACHED: {
        subject: (number, counterpart) =>
          `Order ${number}: we could not reach ${counterpart}. What would you like?`,
        heading: 'We could not reach the other side',
        intro: (counterpart, service, made) =>
          made === 1
            ? `We have tried to reach ${counterpart} for ${service} and got no confirmation. We do not go on by ourselves.`
            : `We have tried ${made}\u00A0times to reach ${counterpart} for ${service} and got no confirmation. We do not go on by ourselves.`,
      },
      NOT_AGREED: {
        subject: (number, counterpart) =>
          `Order ${number}: no time agreed with ${counterpart}. What would you like?`,
        heading: 'No time could be agreed',
        intro: (counterpart, service) =>
          `We have heard from ${counterpart} about ${service}, but no time could be agreed. We do not go on by ourselves.`,
      },
      NEW_TIME: {
        subject: (number, counterpart) =>
          `Order ${number}: no answer from ${counterpart} about the new time. What would you like?`,
        heading: 'No answer about the new time',
        intro: (counterpart, service) =>
          `${counterpart} did not answer about the new time for ${service}. The time that had been agreed holds no more. We do not go on by ourselves.`,
      },
      SILENT: {
        subject: (number, counterpart) =>
          `Order ${number}: no answer from ${counterpart}. What would you like?`,
        heading: 'We got no answer',
        intro: (counterpart, service) =>
          `We got no confirmation from ${counterpart} for ${service} in the time there was for it. We do not go on by ourselves.`,
      },
    } as Readonly<Record<GivenUpWhy, GivenUpWords>>,
    tried: 'What we have tried',
    choices: 'What you can do now',
    other: {
      about: 'Try somebody else, or another number',
      text: 'Give us another person, address or telephone number on the order’s page. We begin anew at once.',
    },
    cancel: {
      about: 'Call it off',
      text: 'Then you get all of your money back.',
    },
    ask: (hours: string | null) => ({
      about: 'Talk with us first',
      text: `Write on the order’s activity feed. A member of our team usually answers ${soon(hours)}.`,
    }),
    open: 'Choose how to go on',
  },
  overdue: {
    subject: (number: string) => `Order ${number}: nobody has begun the outreach`,
    preheader: (until: string) => `It should have begun by ${until}.`,
    heading: 'Outreach is overdue',
    intro: (buyer: string) =>
      `${buyer} was promised that we begin at once. An hour of working time has gone by since the payment, and nobody has.`,
    todo: 'Please take the task, and get in touch with the other side now.',
    paidAt: 'Paid on',
    due: 'Due by',
    phone: 'Telephone',
    mail: 'Mail',
    thereNow: 'Their clock now',
    open: 'Open the appointment',
  },
}

/** How soon somebody answers; hours are given where it is not at all of them. */
function soon(hours: string | null): string {
  return hours === null
    ? 'within 10 to 20\u00A0minutes'
    : `within 10 to 20\u00A0minutes of our hours, ${hours}`
}
