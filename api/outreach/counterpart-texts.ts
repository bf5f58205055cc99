import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { optInToTexts, optOutOfTexts } from '../platform/texts/text-opt-outs.js'
import { transition } from '../platform/transition.js'
import { appointmentMachine } from './appointment.machine.js'

/** The counterpart wants no texts: none goes to their number any more, about whatever. @refuses INVALID_TRANSITION */
export async function stopTexts(tx: Tx, input: { id: string }): Promise<string> {
  const { facts } = await transition(tx, appointmentMachine, input.id, 'stopTexts', ({ counterpartId }) => ({
    data: { counterpartId },
  }))
  await optOutOfTexts(tx, { phone: await phoneOf(tx, facts.counterpartId), by: 'page' })
  return input.id
}

/** The counterpart takes texts again. @refuses INVALID_TRANSITION */
export async function allowTexts(tx: Tx, input: { id: string }): Promise<string> {
  const { facts } = await transition(tx, appointmentMachine, input.id, 'allowTexts', ({ counterpartId }) => ({
    data: { counterpartId },
  }))
  await optInToTexts(tx, { phone: await phoneOf(tx, facts.counterpartId) })
  return input.id
}

/** There is one: the machine's guard has seen it. */
async function phoneOf(tx: Tx, counterpartId: string): Promise<string> {
  const found = await row<{ phone: string }>(
    tx,
    sql`select phone from counterparts where id = ${counterpartId}`,
  )
  return found!.phone
}
