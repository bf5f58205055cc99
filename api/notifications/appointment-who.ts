import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { AppointmentCancelledFacts, AppointmentFacts } from './outreach-facts.js'
import { contacts, counterparts } from './people.js'
import type { Recipient } from './recipient.js'
import { told, type Who } from './route.js'
import type { ToldEvent } from './told-event.js'
import { placedBy } from './who.js'

/** The counterpart; not in their night, unless they did it themselves just now. */
export const counterpart = told<AppointmentFacts>('The counterpart', async (tx, { counterpartId }, event) => {
  const found = await counterparts(tx, [counterpartId])
  return event.actorKind === 'link' ? found.map(atAnyTime) : found
})

/** The counterpart who asked for it just now, day or night. */
export const whoAsked = told<AppointmentFacts>('The counterpart who asked for it', async (tx, of) => {
  const found = await counterparts(tx, [of.counterpartId])
  return found.map(atAnyTime)
})

/** Who placed the order, and who comes to the appointment. */
export const placedByAndAttendee = told<AppointmentFacts>(
  'Who placed the order, and who comes',
  async (tx, of, event) => [...(await placedBy(tx, of, event)), ...(await contacts(tx, [of.attendeeId]))],
)

/** Both sides: who placed the order, who comes, and the counterpart. */
export const bothSides = told<AppointmentFacts>(
  'Who placed the order, who comes, and the counterpart',
  async (tx, of, event) => [
    ...(await placedByAndAttendee(tx, of, event)),
    ...(await counterpart(tx, of, event)),
  ],
)

/**
 * Of what was called off: who placed the order, unless a mail about the whole order tells them; who comes, where there was
 * a time; and the counterpart, where they had heard of it.
 */
export const whoeverHeardOfIt = told<AppointmentCancelledFacts>(
  'Who placed the order, and who comes and the counterpart as far as they had heard of it',
  async (tx, of, event) => {
    const hadTime = of.wasAt !== null
    return [
      ...(hadTime || of.by !== 'SYSTEM' ? await placedBy(tx, of, event) : []),
      ...(hadTime ? await contacts(tx, [of.attendeeId]) : []),
      ...(await whereAsked(tx, of, event, counterpart)),
    ]
  },
)

/** Whoever was asked before somebody else is. */
export const formerCounterpart = told<AppointmentCancelledFacts>(
  'The counterpart who was asked before, where they had heard of it',
  (tx, of, event) => whereAsked(tx, of, event, counterpart),
)

/** The counterpart, where anything at all was tried to reach them, or a time had been agreed on. */
async function whereAsked(
  tx: Tx,
  of: AppointmentCancelledFacts,
  event: ToldEvent,
  whom: Who<AppointmentFacts>,
): Promise<Recipient[]> {
  const tried = await row(
    tx,
    sql`select from attempts where appointment_id = ${of.appointmentId} and counterpart_id = ${of.counterpartId} limit 1`,
  )
  return tried || of.wasAt ? whom(tx, of, event) : []
}

function atAnyTime({ quietZone: _zone, ...person }: Recipient): Recipient {
  return person
}
