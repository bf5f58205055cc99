import { randomUUID } from 'node:crypto'
import { onSale, PRICE } from './small-service.js'

type Rows = <T>(statement: string, values?: unknown[]) => Promise<T[]>
type Ask = (document: string, variables: Record<string, unknown>) => Promise<Record<string, never>>

/** An appointment that can be bought of it, and by whom. */
export interface SmallAppointment {
  readonly service: string
  readonly agency: string
}

/** Whom it is with: somebody who can be called, texted and written to, on UTC. */
export const SMALL_COUNTERPART = {
  name: 'Sam Small',
  email: 'sam@small.test',
  phone: '+4930901821',
  timeZone: 'UTC',
}

/** An appointment of half an hour, on sale. */
export async function stockSmallAppointment(
  rows: Rows,
  admin: Ask,
  buyer: string,
): Promise<SmallAppointment> {
  const service = await onSale(admin, 'Small appointment', 'APPOINTMENT', PRICE)
  const [found] = await rows<{ agency: string }>(
    'select m.organisation_id as agency from members m join users u on u.id = m.user_id where u.email = $1',
    [buyer],
  )
  return { service, ...found! }
}

/** Buys it for an attendee of its own, whose time nobody else takes. Returns the order's id. */
export async function placeSmallAppointment(
  rows: Rows,
  ask: Ask,
  { service, agency }: SmallAppointment,
): Promise<string> {
  const attendee = `ctc_${randomUUID()}`
  await rows(
    `insert into contacts (id, organisation_id, name, email, time_zone) values ($1, $2, 'Ann Attending', 'ann@small.test', 'UTC')`,
    [attendee, agency],
  )
  const { createCart } = await ask(
    'mutation($b: ID!, $k: String) { createCart(buyerId: $b, idempotencyKey: $k) { id } }',
    { b: agency, k: randomUUID() },
  )
  const id = createCart!['id']
  const { addCartLine } = await ask(
    `mutation($id: ID!, $s: ID!, $b: ID!, $a: AppointmentInput!, $k: String) {
      addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, appointment: $a, idempotencyKey: $k) { total { amount currency } } }`,
    {
      id,
      s: service,
      b: agency,
      a: { counterpart: SMALL_COUNTERPART, attendeeContactId: attendee },
      k: randomUUID(),
    },
  )
  const { checkout } = await ask(
    `mutation($id: ID!, $k: String!, $t: MoneyInput!) { checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t) { id } }`,
    { id, k: randomUUID(), t: addCartLine!['total'] },
  )
  return checkout![0]['id']
}
