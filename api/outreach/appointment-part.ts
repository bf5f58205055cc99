import { newId } from '../lib/ids.js'
import { assert } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import { addWorkingTime } from '../lib/working-time.js'
import type { OrderPart } from '../orders/order-part.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { rearmDeadline } from '../platform/deadlines.js'
import { enter } from '../platform/transition.js'
import { holdTasksOf, resumeTasksOf } from '../tasks/hold-tasks.js'
import { AppointmentEntity } from './appointment.entity.js'
import type { AppointmentEventData } from './appointment.events.js'
import { appointmentMachine } from './appointment.machine.js'
import { endAppointment } from './cancel-appointment.js'
import { raiseOutreach } from './outreach-task.js'

/** Our team begins to get in touch within this, in working time. */
const TIME_TO_BEGIN_MS = 3_600_000

/** What an APPOINTMENT line becomes: an appointment whose task is there from the second of the payment on. */
export const appointmentPart: OrderPart = {
  async start(tx, line) {
    const asSystem = actingAs(tx, system('outreach'))
    const {
      id: lineId,
      orderId,
      serviceId,
      buyerId,
      counterpartId,
      attendeeContactId,
      appointmentMinutes,
    } = line
    assert(counterpartId && attendeeContactId && appointmentMinutes, `line ${lineId} says whom it is with`)
    const id = newId('apt')
    const outreachDueAt = addWorkingTime(tx.now, TIME_TO_BEGIN_MS, {
      zone: tx.house.config.workingZone,
      holidays: tx.house.config.holidays,
    })
    await tx.em.insert(AppointmentEntity, {
      id,
      orderId,
      lineId,
      serviceId,
      buyerId,
      counterpartId,
      attendeeContactId,
      minutes: appointmentMinutes,
      status: appointmentMachine.initial,
      openedAt: tx.now,
      outreachDueAt,
      otherTimes: [],
    })
    const data: AppointmentEventData['appointment.opened'] = {
      lineId,
      counterpartId,
      outreachDueAt: outreachDueAt.toISOString(),
    }
    await enter(asSystem, appointmentMachine, id, { type: 'appointment.opened', data: { ...data } })
    await raiseOutreach(asSystem, { id, orderId, lineId, round: 1 })
    await noteStanding(asSystem, lineId, { stage: 'OUTREACH' })
  },

  hold: (tx, line) => holdTasksOf(tx, line.orderId),

  async resume(tx, line) {
    const found = await row<{ id: string; status: string }>(
      tx,
      sql`select id, status from appointments where line_id = ${line.id}`,
    )
    if (found) await takeClocks(tx, found, line.orderId)
    await resumeTasksOf(tx, line.orderId)
  },

  async end(tx, line) {
    const asSystem = actingAs(tx, system('outreach'))
    const running = await row<{ id: string }>(
      tx,
      sql`select id from appointments where line_id = ${line.id} and ended_at is null`,
    )
    if (running) await endAppointment(asSystem, running.id)
  },
}

/** The moments that moved while the order was held; what hangs on an agreed time did not. */
async function takeClocks(tx: Tx, of: { id: string; status: string }, orderId: string): Promise<void> {
  const { id, status } = of
  const running = await rows<{ kind: string; at: Date }>(
    tx,
    sql`select kind, due_at as at from deadlines where subject_id = ${id}`,
  )
  for (const { kind, at } of running) {
    const column = CLOCKS[kind]
    if (status === 'CONFIRMED')
      await rearmDeadline(tx, appointmentMachine, { id, streamId: orderId, state: status }, kind)
    else if (column) await row(tx, sql`update appointments set ${sql.id(column)} = ${at} where id = ${id}`)
  }
}

/** Where an appointment keeps the moments of its own clocks, by deadline. */
const CLOCKS: Readonly<Record<string, string>> = {
  'outreach-due': 'outreach_due_at',
  'give-up': 'give_up_at',
  undecided: 'undecided_at',
  close: 'closes_at',
}
