import { formatMoney, type Money } from '../lib/money.js'

/** The parts of a moment, from which the words of a language make one: `Tuesday, 24 November 2026`, `14:30`, `CET`. */
export interface MomentParts {
  readonly day: string
  readonly time: string
  /** The zone with the offset that holds then, as short as the language has it. */
  readonly zone: string
}

/** A moment as its reader's clock and calendar say it, in their language and zone. */
export function momentParts(moment: Date, locale: string, timeZone: string): MomentParts {
  const known = knownLocale(locale)
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  const time = {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  } as const
  const parts = new Intl.DateTimeFormat(known, time).formatToParts(moment)
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return {
    day: new Intl.DateTimeFormat(known, day).format(moment),
    time: `${part('hour')}:${part('minute')}`,
    zone: part('timeZoneName'),
  }
}

/** Only the day of a moment, in the reader's language and zone. */
export function formatDay(moment: Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(knownLocale(locale), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(moment)
}

/** An amount as its reader writes it. */
export function formatAmount(money: Money, locale: string): string {
  return formatMoney(money, knownLocale(locale))
}

/** A figure as its reader writes it, with two digits after the point at most. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(knownLocale(locale), { maximumFractionDigits: 2 }).format(value)
}

/** The zone itself where the runtime knows it, otherwise UTC: a slip in a record must not keep a mail from going out. */
export function knownZone(name: string | null | undefined): string | undefined {
  try {
    return name ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone : undefined
  } catch {
    return undefined
  }
}

/** English is written the European way where no region says otherwise: day before month, 24 hours. */
function knownLocale(locale: string): string {
  try {
    return locale === 'en' ? 'en-GB' : (Intl.getCanonicalLocales(locale)[0] ?? 'en-GB')
  } catch {
    return 'en-GB'
  }
}
