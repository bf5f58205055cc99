import type { Money } from '../lib/money.js'
import type { CalendarEntry } from '../outreach/ics.js'
import { type Block, type MailContent, oneLine, paragraph } from '../platform/mailer/content.js'
import { formatAmount, formatDay, formatNumber, knownZone, momentParts } from './format.js'
import { type Pages, pagesAt } from './pages.js'
import type { Recipient } from './recipient.js'
import type { Sample, SampleWorld } from './samples/sample-world.js'
import { languageFor, type Words, wordsFor, writtenLocale } from './words/words.js'

/** A kind of mail: its name, and what it says about some facts to one reader. */
export interface Email<F> {
  readonly template: string
  readonly write: (facts: F, to: Reader) => Written
  /** What it looks like: invented facts, and who is told of them. */
  readonly samples: (is: SampleWorld) => readonly [Sample<F>, ...Sample<F>[]]
}

/** What a mail says; greeting, small print and looks are the same for all and come by themselves. */
export interface Written {
  readonly subject: string
  readonly preheader: string
  readonly blocks: readonly Block[]
  /** Why this person gets it. */
  readonly why: string
  /** The calendar entry that travels with it. */
  readonly calendar?: CalendarEntry | undefined
}

/** A mail that is written, and may still become its two parts. */
export interface Composed extends MailContent {
  readonly calendar?: CalendarEntry | undefined
}

/** The recipient as a mail's writer needs them: their words, their clock, their money, the pages they can open. */
export interface Reader {
  readonly name: string
  readonly email: string
  /** BCP 47. */
  readonly locale: string
  /** IANA zone. */
  readonly timeZone: string
  /** Whether they work here: their links lead to the back office. */
  readonly isTeam: boolean
  readonly id: string
  readonly words: Words
  readonly pages: Pages
  readonly hello: Block
  when(moment: Date): string
  day(moment: Date): string
  /** A day that is the same everywhere, as `2026-12-01`. */
  date(day: string): string
  /** Only the time on the clock of another zone, with its name, as `16:00 CET`. */
  timeIn(moment: Date, timeZone: string): string
  amount(money: Money): string
  number(value: number): string
}

/** Declares a kind of mail; without samples there is none, because nobody could look at it. */
export function email<F>(template: string, write: Email<F>['write'], samples: Email<F>['samples']): Email<F> {
  return { template, write, samples }
}

/** Writes one mail to one person. */
export function compose<F>(mail: Email<F>, facts: F, to: Recipient, publicUrl: string): Composed {
  const words = wordsFor(to.locale)
  const { subject, preheader, blocks, why, calendar } = mail.write(facts, readerOf(to, words, publicUrl))
  const footer = [why, words.common.times(to.timeZone)]
  return { lang: languageFor(to.locale), subject, preheader, blocks, footer, ...(calendar && { calendar }) }
}

function readerOf(to: Recipient, words: Words, publicUrl: string): Reader {
  const { timeZone } = to
  const locale = writtenLocale(to.locale)
  return {
    name: to.name,
    email: to.email,
    locale: to.locale,
    timeZone,
    isTeam: to.kind === 'user',
    id: to.id,
    words,
    pages: pagesAt(publicUrl),
    hello: paragraph(words.common.hello(oneLine(to.name))),
    when: (moment) => {
      const { day, time, zone } = momentParts(moment, locale, timeZone)
      return words.common.moment(day, time, zone)
    },
    day: (moment) => formatDay(moment, locale, timeZone),
    timeIn: (moment, zoneThere) => {
      const { time, zone } = momentParts(moment, locale, knownZone(zoneThere) ?? 'UTC')
      return words.common.time(time, zone)
    },
    date: (day) => formatDay(new Date(`${day}T00:00:00Z`), locale, 'UTC'),
    amount: (money) => formatAmount(money, locale),
    number: (value) => formatNumber(value, locale),
  }
}
