import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { bringIntoForce, lockHours } from './answer-hours.js'
import { type CalendarInput, openHours } from './calendar-input.js'
import { calendarMachine } from './calendar.machine.js'
import { recountPromisesJob } from './recount-promises.task.js'

/**
 * An admin says by which calendar the promise to answer counts, or with none that all hours count. Clocks that run keep
 * what they have used. Returns the calendar's id, or null.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION where it is in use
 */
export async function useCalendar(tx: Tx, { id }: { id?: string | null }): Promise<string | null> {
  await lockHours(tx)
  const inUse = await row<{ id: string }>(tx, sql`select id from calendars where status = 'IN_USE'`)
  if (inUse && inUse.id !== id) await transition(tx, calendarMachine, inUse.id, 'setCalendarAside')
  if (id) await transition(tx, calendarMachine, id, 'useCalendar')
  else if (!inUse) return null
  await countBy(tx, id ?? null)
  return id ?? null
}

/** All hours count again. @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION */
export async function setCalendarAside(tx: Tx, { id }: { id: string }): Promise<string> {
  await lockHours(tx)
  await transition(tx, calendarMachine, id, 'setCalendarAside')
  await countBy(tx, null)
  return id
}

async function countBy(tx: Tx, calendarId: string | null): Promise<void> {
  const hours = await row<Omit<CalendarInput, 'name'>>(
    tx,
    sql`select time_zone as "timeZone", intervals, holidays from calendars where id = ${calendarId}`,
  )
  await bringIntoForce(tx, { calendarId, open: hours ? openHours(hours) : null })
  await tx.house.jobs.send(tx, recountPromisesJob, {})
}
