import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { bringIntoForce, lockHours } from './answer-hours.js'
import { type CalendarInput, checkedCalendar, openHours } from './calendar-input.js'
import { calendarMachine } from './calendar.machine.js'
import { recountPromisesJob } from './recount-promises.task.js'

/** What may be changed of a calendar; what is left out stays. */
export type CalendarChange = { readonly id: string } & {
  readonly [Key in keyof CalendarInput]?: CalendarInput[Key] | null
}

/**
 * An admin changes a calendar. Where it is in use, clocks that run keep what they have used and count on by the new hours.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, VALIDATION
 */
export async function changeCalendar(tx: Tx, { id, ...change }: CalendarChange): Promise<string> {
  await lockHours(tx)
  const stored = await row<CalendarInput>(
    tx,
    sql`select name, time_zone as "timeZone", intervals, holidays from calendars where id = ${id}`,
  )
  if (!stored) throw new Refusal('NOT_FOUND')
  const before = checkedCalendar(stored)
  const given = Object.entries(change).filter(([, value]) => value !== null && value !== undefined)
  const after = checkedCalendar({ ...before, ...(Object.fromEntries(given) as Partial<CalendarInput>) })
  const fields = given
    .map(([key]) => key as keyof CalendarInput)
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  if (!fields.length) return id
  const { state } = await transition(tx, calendarMachine, id, 'changeCalendar', {
    set: {
      name: after.name,
      time_zone: after.timeZone,
      intervals: JSON.stringify(after.intervals),
      holidays: JSON.stringify(after.holidays),
    },
    data: { fields },
  })
  if (state === 'IN_USE' && fields.some((key) => key !== 'name')) {
    await bringIntoForce(tx, { calendarId: id, open: openHours(after) })
    await tx.house.jobs.send(tx, recountPromisesJob, {})
  }
  return id
}
