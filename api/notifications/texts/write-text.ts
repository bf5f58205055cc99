import { plainLetters } from '../../platform/texts/text-letters.js'
import { momentParts } from '../format.js'
import { pagesAt } from '../pages.js'
import { writtenLocale } from '../words/words.js'
import type { TextFacts } from './text-facts.js'
import type { TextTemplate } from './text-templates.js'
import { type TextWords, textWordsFor } from './words/text-words.js'

/** A text as it is said to one person, with a slot where the secret of its link will be. */
export interface WrittenText {
  readonly body: string
  /** Whether it leads to the appointment's page. */
  readonly hasLink: boolean
}

/** Writes a text: in the recipient's language, times in their zone, and how to be rid of texts at its end. */
export function writeText(template: TextTemplate, facts: TextFacts, publicUrl: string): WrittenText {
  const words = textWordsFor(facts.locale)
  const link = pagesAt(publicUrl).appointmentLink
  const said = writers[template](facts, words, link)
  return { body: plainLetters(`${said}\n${words.stop}`), hasLink: said.includes(link) }
}

type Writer = (facts: TextFacts, words: TextWords, link: string) => string

const writers: Readonly<Record<TextTemplate, Writer>> = {
  'appointment-request': (facts, words, link) => {
    if (facts.words !== null) return words.ownWords(facts.words, link)
    const { proposedStartsAt: proposed } = facts
    return proposed ? words.proposal(facts, momentFor(facts, proposed), link) : words.request(facts, link)
  },
  'appointment-unconfirmed': (facts, words, link) =>
    facts.words === null ? words.unconfirmed(facts, link) : words.ownWords(facts.words, link),
  'appointment-confirmed': (facts, words, link) => words.confirmed(facts, startOf(facts), link),
  'appointment-changed': (facts, words, link) => words.changed(facts, startOf(facts), link),
  'appointment-reminder': (facts, words, link) =>
    (facts.isSoon ? words.soon : words.reminder)(facts, startOf(facts), link),
  'appointment-cancelled': (facts, words) => words.cancelled(facts, facts.startsAt && startOf(facts)),
  'appointment-no-longer-asked': (facts, words) => words.cancelled(facts, null),
}

function startOf(facts: TextFacts): string {
  return facts.startsAt ? momentFor(facts, facts.startsAt) : ''
}

/** A moment by the recipient's clock, with its zone and without the year: an appointment is soon. */
function momentFor({ locale, timeZone }: TextFacts, at: Date): string {
  const written = writtenLocale(locale)
  const { time, zone } = momentParts(at, written, timeZone)
  const day = new Intl.DateTimeFormat(written === 'en' ? 'en-GB' : written, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(at)
  return textWordsFor(locale).moment(day, time, zone)
}
