import { newId } from '../lib/ids.js'
import { Refusal } from '../lib/refusal.js'
import { isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { enter } from '../platform/transition.js'
import { type CalendarInput, checkedCalendar } from './calendar-input.js'
import { calendarMachine } from './calendar.machine.js'
import { CalendarEntity } from './promise.entity.js'

/** An admin writes down when the team answers; nothing counts by it before it is used. @refuses FORBIDDEN, VALIDATION */
export async function addCalendar(tx: Tx, input: CalendarInput): Promise<string> {
  if (!isStaff(tx.viewer, 'ADMIN')) throw new Refusal('FORBIDDEN')
  const { name, timeZone, intervals, holidays } = checkedCalendar(input)
  const id = newId('cal')
  await tx.em.insert(CalendarEntity, {
    id,
    status: calendarMachine.initial,
    name,
    timeZone,
    intervals: [...intervals],
    holidays: [...holidays],
    addedAt: tx.now,
  })
  await enter(tx, calendarMachine, id, { type: 'calendar.added' })
  return id
}
