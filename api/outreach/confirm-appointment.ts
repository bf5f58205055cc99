import { refuseFields } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import { noteWorkBegan } from '../orders/cancel-order.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { agreedOn, watchTime } from './agreed-time.js'
import { appointmentMachine } from './appointment.machine.js'
import { outreachDone } from './outreach-task.js'
import { refuseUnlessOffered } from './slot-search.js'
import { slotFrom, takingSlot } from './slot.js'

const LONGEST_PLACE = 500

/** When they meet, and where or by which means. */
export interface Agreement {
  readonly id: string
  readonly startsAt: Date
  readonly place?: string | null | undefined
}

/**
 * A time is agreed, by our team or by the counterpart: in the future and free for whoever attends. In the same commit the
 * order says so. From now on the buyer cannot cancel alone.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, SLOT_PAST, SLOT_TAKEN, VALIDATION
 */
export async function confirmAppointment(tx: Tx, input: Agreement): Promise<string> {
  const { id, startsAt } = input
  const place = placeOf(input.place)
  await refuseUnlessOffered(tx, input)
  const { facts } = await takingSlot(tx, id, () =>
    transition(tx, appointmentMachine, id, 'confirmAppointment', (appointment) => ({
      set: {
        ...agreedOn(tx, slotFrom(tx, startsAt, appointment)),
        ...(place === undefined ? {} : { place }),
        confirmed_at: tx.now,
      },
      data: { startsAt: startsAt.toISOString() },
    })),
  )
  const asSystem = actingAs(tx, system('outreach'))
  await watchTime(asSystem, facts)
  await outreachDone(asSystem, facts)
  await noteWorkBegan(asSystem, facts.orderId)
  await noteStanding(asSystem, facts.lineId, { stage: 'CONFIRMED' })
  return id
}

/** Left out, it stays as it was. @refuses VALIDATION */
function placeOf(given: string | null | undefined): string | undefined {
  const place = given?.trim()
  if (place && place.length > LONGEST_PLACE)
    refuseFields([{ path: 'place', message: `at most ${LONGEST_PLACE} characters` }])
  return place || undefined
}
