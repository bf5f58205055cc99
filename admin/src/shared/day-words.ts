/** A day of the calendar, `2026-11-23`, as people write it: the same in every zone. */
export function dayWords(day: string, locale: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date)
}
