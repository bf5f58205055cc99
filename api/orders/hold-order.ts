import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { holdStream, resumeStream } from '../platform/hold-stream.js'
import { transition } from '../platform/transition.js'
import { orderMachine } from './order.machine.js'
import { orderTalk } from './order-talk.js'
import { reasonFor } from '../platform/reasons.js'
import { eachPart } from './part-lines.js'
import { settleParts } from './stage.js'

/**
 * An admin holds the order and says why, to the team and the buyer: our clocks stand still, nobody loses time.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function holdOrder(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const { id } = input
  const reason = reasonFor(input.reason)
  await transition(tx, orderMachine, id, 'holdOrder', {
    set: { held_since: tx.now, reason_id: reason.id },
    data: { reasonId: reason.id },
  })
  await reason.keep(tx, id)
  await holdStream(tx, id)
  const asSystem = actingAs(tx, system('orders'))
  await eachPart(asSystem, id, (part, line) => part.hold(asSystem, line))
  await orderTalk.bound.hold(asSystem, id)
  return id
}

/**
 * The order goes on; every clock has what it had left when it was held. What ended meanwhile is settled now.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION
 */
export async function resumeOrder(tx: Tx, { id }: { id: string }): Promise<string> {
  await transition(tx, orderMachine, id, 'resumeOrder', ({ heldSince, communicationBy, communicatedAt }) => {
    const held = tx.now.getTime() - heldSince!.getTime()
    const by =
      communicationBy && !communicatedAt ? new Date(communicationBy.getTime() + held) : communicationBy
    return { set: { held_since: null, reason_id: null, communication_by: by }, data: { held } }
  })
  await resumeStream(tx, id)
  const asSystem = actingAs(tx, system('orders'))
  await eachPart(asSystem, id, (part, line) => part.resume(asSystem, line))
  await orderTalk.bound.resume(asSystem, id)
  await settleParts(asSystem, id)
  return id
}
