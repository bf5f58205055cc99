import { endLinks } from '../accounts/links.js'
import { nameCounterpart, type NewCounterpart } from '../orders/counterparts.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { appointmentMachine } from './appointment.machine.js'
import { anotherRound, beginRound } from './outreach-round.js'
import { outreachDropped } from './outreach-task.js'

/**
 * The appointment is to be with somebody else, or they can be reached another way: outreach begins anew, and the links
 * that were sent so far end. From now on it counts as never confirmed.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function changeCounterpart(
  tx: Tx,
  { id, counterpart }: { id: string; counterpart: NewCounterpart },
): Promise<string> {
  const counterpartId = await nameCounterpart(tx, counterpart)
  const { facts } = await transition(tx, appointmentMachine, id, 'changeCounterpart', (before) => ({
    set: {
      ...anotherRound(tx, before),
      counterpart_id: counterpartId,
      place: null,
      confirmed_at: null,
    },
    data: { before: before.counterpartId, counterpartId },
  }))
  await row(tx, sql`update order_lines set counterpart_id = ${counterpartId} where id = ${facts.lineId}`)
  await endLinks(tx, { subjectId: id })
  await outreachDropped(tx, facts, 'Somebody else is to be reached.')
  await beginRound(tx, facts)
  return id
}
