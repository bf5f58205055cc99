const DAY = 86_400_000

/** A day and a time of it on the wall of some zone: `2026-03-02` and `14:05`. */
interface WallTime {
  day: string
  time: string
}

/** What the clock on the wall of an IANA zone shows at a moment (in milliseconds). */
export function wallTime(at: number, zone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/**
 * The moment (in milliseconds) at which the clock of a zone shows that. A time that is left out when clocks are put
 * forward is read as if they had not been yet; of one that comes twice it is the first.
 */
export function momentOf({ day, time }: WallTime, zone: string): number {
  const asUtc = Date.parse(`${day}T${time}Z`)
  const ahead = (at: number) => {
    const shown = wallTime(at, zone)
    return Date.parse(`${shown.day}T${shown.time}Z`) - at
  }
  // As far ahead as the zone was a day before and is a day after: one of them holds, but in the hour that is left out.
  const offsets = [ahead(asUtc - DAY), ahead(asUtc + DAY)]
  const fits = offsets.map((offset) => asUtc - offset).filter((at) => ahead(at) === asUtc - at)
  return fits.length ? Math.min(...fits) : asUtc - (offsets[0] ?? 0)
}

/** The day so many days after a day, as `2026-03-02`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Which day of the week a day is: 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay() || 7
}
