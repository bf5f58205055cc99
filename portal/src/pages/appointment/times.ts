const MINUTE_MS = 60_000

/** From when to when, as `Tuesday, 24 November 2026, 10:30–11:00 CET` in a language and an IANA zone. */
export function stretch(startsAt: string, minutes: number, locale: string, timeZone: string): string {
  const start = new Date(startsAt)
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
    .formatRange(start, new Date(start.getTime() + minutes * MINUTE_MS))
    .replace(/\s*–\s*/g, '–')
}

/** The zone of the reader's device, as `Europe/Vienna`. */
export function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Whether two zones have the same time now: then nobody has to choose between them. */
export function sameTime(one: string, other: string): boolean {
  const now = new Date()
  const told = (timeZone: string): string =>
    new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(now)
  return told(one) === told(other)
}

/** A zone as people read it: `America/New_York` is `New York`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
