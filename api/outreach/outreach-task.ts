import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { finishTasksOf } from '../tasks/finish-task.js'
import { raiseTask } from '../tasks/raise-task.js'
import type { AppointmentFacts } from './appointment.facts.js'

type Outreach = Pick<AppointmentFacts, 'id' | 'round'>

/** What the task of a round of outreach is raised for. */
function outreachCause({ id, round }: Outreach): string {
  return round === 1 ? `outreach:${id}` : `outreach:${id}:${round}`
}

/** What the task is raised for that asks how it goes on; `occasion` tells one such question from another. */
export function undecidedCause(id: string, occasion: string): string {
  return `appointment-undecided:${id}:${occasion}`
}

/** It was decided how it goes on: nobody has to ask any more. The order's stream is locked. */
export async function nothingToAsk(tx: Tx, { id, orderId }: { id: string; orderId: string }): Promise<void> {
  const asked = await rows<{ cause: string }>(
    tx,
    sql`select cause from tasks where order_id = ${orderId} and starts_with(cause, ${undecidedCause(id, '')}) and status not in ('DONE', 'CANCELLED')`,
  )
  for (const { cause } of asked) await cancelTasksOf(tx, { cause, reason: 'It was decided how it goes on.' })
}

/** Has our team get in touch: one task for each round of outreach. The order's stream is locked. */
export async function raiseOutreach(
  tx: Tx,
  of: Outreach & Pick<AppointmentFacts, 'orderId' | 'lineId'>,
): Promise<void> {
  const order = await row<{ number: string }>(tx, sql`select number from orders where id = ${of.orderId}`)
  await raiseTask(actingAs(tx, system('outreach')), {
    orderId: of.orderId,
    lineId: of.lineId,
    cause: outreachCause(of),
    role: 'SUPPORT',
    title: `Get in touch about the appointment of ${order!.number}`,
    instructions:
      'Open the call sheet: it says whom to reach, what time it is there, and what is free. It ends by itself once a time is agreed.',
    dueInWorkingHours: 1,
  })
}

/** A time is agreed: what was to be done is done. */
export async function outreachDone(tx: Tx, of: Outreach): Promise<void> {
  await finishTasksOf(tx, { cause: outreachCause(of) })
}

/** Outreach ended without a time, or begins anew: its task is not to be done any more. */
export async function outreachDropped(tx: Tx, of: Outreach, reason: string): Promise<void> {
  await cancelTasksOf(tx, { cause: outreachCause(of), reason })
}
