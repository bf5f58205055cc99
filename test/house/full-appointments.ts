import type { Caller } from '../support/caller.js'
import { anAppointment, orderAppointment, PAULA, SUPPORT, take } from '../support/appointments.js'
import { pay } from '../support/shopping.js'
import type { World } from '../support/world.js'

/**
 * Appointments: the agency's own, about which its counterpart has texted, one for its client with attempts, one that was cancelled, and one of a rival agency
 * with attempts of its own.
 */
export async function appointmentsOf(world: World, rival: string): Promise<void> {
  await anAppointment(world, { at: 'CONFIRMED' })
  await answerByText(world)
  const forClient = await anAppointment(world, { at: 'OUTREACH', client: 'Harbour Bakery' })
  await take(world, SUPPORT, 'attempt', { id: forClient.id, kind: 'CALL', o: 'VOICEMAIL', n: 'Left a word.' })
  await anAppointment(world, { at: 'CANCELLED' })
  await tried(world, await world.as(rival))
}

/** The counterpart answers what we texted them. */
async function answerByText(world: World): Promise<void> {
  const support = await world.as(SUPPORT)
  await support.ask('mutation($f: String!) { textFromPhone(from: $f, body: "I will be there.") { kind } }', {
    f: PAULA.phone,
  })
}

/** Paid by somebody else, and tried once. */
async function tried(world: World, buyer: Caller): Promise<void> {
  const orderId = await orderAppointment(buyer)
  await pay(buyer, orderId)
  await world.settled()
  const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { appointment { id } } }', {
    id: orderId,
  })
  const { id } = order.appointment
  await take(world, SUPPORT, 'start', { id })
  await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'NO_ANSWER' })
}
