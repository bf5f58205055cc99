import { daysAfter, momentOf, wallTime, weekdayOf } from '../shared/zoned.js'

/** One day of a week that is offered: `2026-03-02`, and what is free on it. */
export interface DayOfSlots {
  day: string
  slots: { startsAt: string; time: string }[]
}

/** The Monday of the week to look at, so many weeks ahead; at the weekend that is the next one. */
export function mondayOf(now: number, zone: string, ahead: number): string {
  const { day } = wallTime(now, zone)
  const weekday = weekdayOf(day)
  return daysAfter(day, 1 - weekday + (weekday > 5 ? 7 : 0) + ahead * 7)
}

/** From when until before when that week's working days are, in that zone. */
export function spanOf(monday: string, zone: string): { from: string; until: string } {
  const midnight = (day: string) => new Date(momentOf({ day, time: '00:00' }, zone)).toISOString()
  return { from: midnight(monday), until: midnight(daysAfter(monday, 5)) }
}

/** The five working days of a week, each with what is free on it, as the clocks of that zone show it. */
export function daysOf(monday: string, zone: string, slots: readonly { startsAt: string }[]): DayOfSlots[] {
  const shown = slots.map(({ startsAt }) => ({ startsAt, ...wallTime(Date.parse(startsAt), zone) }))
  return [0, 1, 2, 3, 4].map((days) => {
    const day = daysAfter(monday, days)
    return { day, slots: shown.filter((one) => one.day === day) }
  })
}
