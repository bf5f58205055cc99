import type { TextFacts } from '../text-facts.js'
import type { en } from './en.js'

/** What texts say, in German. */
export const de: typeof en = {
  stop: 'Antworten Sie STOP, dann kommt keine SMS mehr.',
  ownWords: (words, link) => `${words}\n${link}`,
  request: ({ name, asks, service, minutes }, link) =>
    `Guten Tag ${name}, hier ist Waybill für ${asks}. Wir möchten einen Termin mit Ihnen vereinbaren: ${service}, etwa ${minutes} Minuten. Wählen Sie eine Zeit oder sagen Sie uns, dass es nicht passt: ${link}`,
  proposal: ({ name, asks, service }, when, link) =>
    `Guten Tag ${name}, ${asks} möchte Ihren Termin (${service}) auf ${when} verlegen. Sagen Sie uns, ob das passt: ${link}`,
  unconfirmed: ({ name, asks, service }, link) =>
    `Guten Tag ${name}, hier ist Waybill für ${asks}. Wir haben versucht, Sie wegen eines Termins zu erreichen (${service}); er ist noch nicht bestätigt. Wählen Sie eine Zeit oder sagen Sie uns, dass es nicht passt: ${link}`,
  confirmed: (text, when, link) =>
    `Bestätigt: ${meeting(text)} am ${when}${at(text)}. Verlegen, oder falls Sie nicht können: ${link}`,
  changed: (text, when, link) =>
    `Ihr Termin wurde verlegt: ${meeting(text)} jetzt am ${when}${at(text)}. Falls das nicht passt: ${link}`,
  reminder: (text, when, link) =>
    `Zur Erinnerung: ${meeting(text)} am ${when}${at(text)}. Falls Sie nicht können: ${link}`,
  soon: (text, when, link) =>
    `Bald ist es so weit: ${meeting(text)} am ${when}${at(text)}. Falls Sie nicht können: ${link}`,
  cancelled: ({ name, asks, service }, when) =>
    when === null
      ? `Guten Tag ${name}, der Termin, um den ${asks} Sie gebeten hat (${service}), wird nicht mehr gebraucht. Sie müssen nichts tun.`
      : `Guten Tag ${name}, Ihr Termin mit ${asks} (${service}) am ${when} ist abgesagt. Sie müssen nichts tun.`,
  moment: (day, time, zone) => `${day} um ${time} ${zone}`,
  answers: {
    STOP: 'Sie bekommen keine SMS von Waybill mehr. Mit START kommen sie wieder.',
    START: 'Sie bekommen wieder SMS von Waybill. Mit STOP enden sie.',
    HELP: 'Hier ist Waybill. Wir schreiben Ihnen, um Termine zu vereinbaren, um die Sie ein Kunde von uns bittet. Mit STOP kommt keine SMS mehr.',
  },
  drafts: {
    MISSED_CALL: ({ name, asks, service }) =>
      `Guten Tag ${name}, hier ist Waybill für ${asks}. Wir haben gerade versucht, Sie wegen eines Termins anzurufen: ${service}. Hier können Sie eine Zeit wählen:`,
    FIRST: ({ name, asks, service, minutes }) =>
      `Guten Tag ${name}, hier ist Waybill für ${asks}. Wir möchten einen Termin mit Ihnen vereinbaren: ${service}, etwa ${minutes} Minuten. Wählen Sie eine Zeit oder sagen Sie uns, dass es nicht passt:`,
    ONCE_MORE: ({ name, asks, service }) =>
      `Guten Tag ${name}, wir haben Sie wegen des Termins (${service}) für ${asks} bisher nicht erreicht. Wenn ein anderer Tag oder jemand anderes besser passt, sagen Sie es uns hier:`,
  },
}

function meeting({ service, attendee, asks }: TextFacts): string {
  return `${service} mit ${attendee}, ${asks},`
}

function at({ place }: TextFacts): string {
  return place ? `, ${place}` : ''
}
