import { Temporal } from 'temporal-polyfill'

const WAKES = Temporal.PlainTime.from('08:00')
const SLEEPS = Temporal.PlainTime.from('21:00')

/** Whether nobody is called or written to then: before 08 or from 21 o'clock on, by the clocks of a zone (IANA name). */
export function isQuiet(at: Date, zone: string): boolean {
  const time = localTime(at, zone).toPlainTime()
  return Temporal.PlainTime.compare(time, WAKES) < 0 || Temporal.PlainTime.compare(time, SLEEPS) >= 0
}

/** The first moment from a given one on at which somebody in a zone may be written to: that moment, or 08 in the morning. */
export function awakeAt(at: Date, zone: string): Date {
  if (!isQuiet(at, zone)) return at
  const local = localTime(at, zone)
  const beforeDawn = Temporal.PlainTime.compare(local.toPlainTime(), WAKES) < 0
  return onThatDay(local.toPlainDate().add({ days: beforeDawn ? 0 : 1 }), WAKES, zone)
}

/** The first moment after a given one at which it is quiet in a zone: 21 in the evening, or that moment itself. */
export function quietFrom(at: Date, zone: string): Date {
  if (isQuiet(at, zone)) return at
  return onThatDay(localTime(at, zone).toPlainDate(), SLEEPS, zone)
}

function localTime(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
}

function onThatDay(day: Temporal.PlainDate, plainTime: Temporal.PlainTime, zone: string): Date {
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds)
}
