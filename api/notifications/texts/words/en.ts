import type { DraftFacts, TextFacts } from '../text-facts.js'

/** What texts say, in English. Moments come written out; `link` is the page that the recipient's own link opens. */
export const en = {
  /** How a text ends: every one says how to be rid of them. */
  stop: 'Reply STOP to get no more texts.',
  ownWords: (words: string, link: string) => `${words}\n${link}`,
  request: ({ name, asks, service, minutes }: TextFacts, link: string) =>
    `Hello ${name}, this is Waybill for ${asks}. We would like to agree on an appointment with you: ${service}, about ${minutes} minutes. Pick a time, or tell us that it does not suit: ${link}`,
  proposal: ({ name, asks, service }: TextFacts, when: string, link: string) =>
    `Hello ${name}, ${asks} asks to move your appointment (${service}) to ${when}. Tell us whether that suits you: ${link}`,
  unconfirmed: ({ name, asks, service }: TextFacts, link: string) =>
    `Hello ${name}, this is Waybill for ${asks}. We tried to reach you about an appointment (${service}) and it is not confirmed yet. Pick a time, or tell us that it does not suit: ${link}`,
  confirmed: (text: TextFacts, when: string, link: string) =>
    `Confirmed: ${meeting(text)} on ${when}${at(text)}. To move it, or if you cannot come: ${link}`,
  changed: (text: TextFacts, when: string, link: string) =>
    `Your appointment was moved: ${meeting(text)}, now on ${when}${at(text)}. If that does not suit you: ${link}`,
  reminder: (text: TextFacts, when: string, link: string) =>
    `A reminder: ${meeting(text)} on ${when}${at(text)}. If you cannot come: ${link}`,
  soon: (text: TextFacts, when: string, link: string) =>
    `It begins soon: ${meeting(text)} on ${when}${at(text)}. If you cannot come: ${link}`,
  cancelled: ({ name, asks, service }: TextFacts, when: string | null) =>
    when === null
      ? `Hello ${name}, the appointment that ${asks} asked you for (${service}) is no longer wanted. You need to do nothing.`
      : `Hello ${name}, your appointment with ${asks} (${service}) on ${when} is cancelled. You need to do nothing.`,
  moment: (day: string, time: string, zone: string) => `${day} at ${time} ${zone}`,
  /** What is texted back. */
  answers: {
    STOP: 'You get no more texts from Waybill. Text START to get them again.',
    START: 'You get texts from Waybill again. Text STOP to end them.',
    HELP: 'This is Waybill. We text to agree on appointments that a customer of ours asks you for. Text STOP to get no more texts.',
  },
  /** What support may begin a text with. */
  drafts: {
    MISSED_CALL: ({ name, asks, service }: DraftFacts) =>
      `Hello ${name}, this is Waybill for ${asks}. We have just tried to call you about an appointment: ${service}. You can pick a time here:`,
    FIRST: ({ name, asks, service, minutes }: DraftFacts) =>
      `Hello ${name}, this is Waybill for ${asks}. We would like to agree on an appointment with you: ${service}, about ${minutes} minutes. Pick a time, or tell us that it does not suit:`,
    ONCE_MORE: ({ name, asks, service }: DraftFacts) =>
      `Hello ${name}, we have not reached you so far about the appointment (${service}) for ${asks}. If another day or another person suits better, tell us here:`,
  },
}

function meeting({ service, attendee, asks }: TextFacts): string {
  return `${service} with ${attendee}, ${asks},`
}

function at({ place }: TextFacts): string {
  return place ? `, ${place}` : ''
}
