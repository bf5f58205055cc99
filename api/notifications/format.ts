import { formatMoney, type Money } from '../lib/money.js'

/**
 * A moment as its reader knows it: absolute, in their language and zone, and the zone is said, for example
 * `Tuesday, 24 November 2026 at 14:30 CET`.
 */
export function formatMoment(moment: Date, locale: string, timeZone: string): string {
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
    timeZone,
  } as const
  return new Intl.DateTimeFormat(knownLocale(locale), options).format(moment)
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
