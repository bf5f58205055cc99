import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { DeadlineAct, DueDeadline } from '../platform/deadlines.js'
import { raiseTask } from '../tasks/raise-task.js'
import { appointmentHappened } from './appointment.events.js'
import { giveUp } from './give-up.js'
import { closeAppointment } from './mark-attended.js'
import { told } from './mark-unconfirmed.js'
import { undecidedCause } from './outreach-task.js'

/** What an appointment's deadlines do, by `Appointment.kind`: the transition a person would take, or a word to one. */
export const appointmentDeadlines = {
  'Appointment.outreach-due': noteOverdue,
  'Appointment.give-up': (tx, due) => giveUp(tx, due.subjectId),
  'Appointment.unconfirmed-notice': tellWithoutFate,
  'Appointment.reminder': remind(24),
  'Appointment.last-reminder': remind(2),
  'Appointment.undecided': raiseUndecided,
  'Appointment.close': (tx, due) => closeAppointment(tx, due.subjectId),
} as const satisfies Record<string, DeadlineAct>

interface Appointment {
  readonly id: string
  readonly orderId: string
  readonly number: string
  readonly status: string
  readonly outreachDueAt: Date
  readonly startsAt: Date | null
  readonly awaited: string | null
}

async function find(tx: Tx, id: string): Promise<Appointment> {
  const found = await row<Appointment>(
    tx,
    sql`select a.id, a.order_id as "orderId", o.number, a.status, a.outreach_due_at as "outreachDueAt", a.starts_at as "startsAt",
        a.awaited_attempt_id as awaited from appointments a join orders o on o.id = a.order_id where a.id = ${id}`,
  )
  if (!found) throw new Error(`There is no appointment ${id}`)
  return found
}

/** Nobody has begun to get in touch: the team is told, by the event. */
async function noteOverdue(tx: Tx, { subjectId }: DueDeadline): Promise<void> {
  const appointment = await find(tx, subjectId)
  if (appointment.status !== 'PENDING') return
  const data = { outreachDueAt: new Date(appointment.outreachDueAt).toISOString() }
  await appointmentHappened(tx, appointment, 'appointment.outreach-overdue', data)
}

/** What became of the text is not known yet: the buyer is told, and of no text. */
async function tellWithoutFate(tx: Tx, { subjectId }: DueDeadline): Promise<void> {
  const appointment = await find(tx, subjectId)
  if (appointment.awaited) await told(tx, appointment, false)
}

/** The mails and texts go by the event, while there is still something to be reminded of. */
function remind(hours: number): DeadlineAct {
  return async (tx, { subjectId }) => {
    const appointment = await find(tx, subjectId)
    const startsAt = appointment.startsAt && new Date(appointment.startsAt)
    if (appointment.status !== 'CONFIRMED' || !startsAt || tx.now >= startsAt) return
    const data = { hours, startsAt: startsAt.toISOString() }
    await appointmentHappened(tx, appointment, 'appointment.reminder', data)
  }
}

async function raiseUndecided(tx: Tx, due: DueDeadline): Promise<void> {
  const appointment = await find(tx, due.subjectId)
  const { id, orderId, number, status } = appointment
  if (status !== 'UNREACHABLE' && status !== 'CONFIRMED') return
  await appointmentHappened(tx, appointment, 'appointment.undecided', { status })
  const over = status === 'CONFIRMED'
  await raiseTask(tx, {
    orderId,
    cause: undecidedCause(id, due.id),
    role: 'SUPPORT',
    title: over
      ? `Did the appointment of ${number} take place?`
      : `The buyer of ${number} has not said how to go on`,
    instructions: over
      ? 'It began a day ago. Ask both sides, and mark it attended or not.'
      : 'Its counterpart could not be reached a week ago. Ask the buyer: somebody else to reach, or cancel it.',
    dueInWorkingHours: 8,
  })
}
