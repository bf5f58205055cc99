import { randomUUID } from 'node:crypto'
import { anAppointment, type AppointmentWanted, nowIn, SUPPORT, take } from '../support/appointments.js'
import type { Caller } from '../support/caller.js'
import type { World } from '../support/world.js'
import { byDay } from '../notifications/texts/text-world.js'

export const REDEEM =
  'mutation($t: String!) { redeemAppointmentLink(token: $t) { token appointmentId expiresAt } }'
export const FRESH = 'mutation($t: String!) { requestFreshAppointmentLink(token: $t) }'
export const CONFIRM =
  'mutation($id: ID!, $s: DateTime!, $p: String) { confirmAppointment(id: $id, startsAt: $s, place: $p) { id status startsAt place } }'
export const MOVE =
  'mutation($id: ID!, $s: DateTime!) { rescheduleAppointment(id: $id, startsAt: $s) { id status startsAt icsSequence } }'
export const DECLINE =
  'mutation($id: ID!, $r: String!, $o: [DateTime!]) { declineAppointment(id: $id, reason: $r, otherTimes: $o) { id status declineReason otherTimes } }'
const SLOTS =
  'query($id: ID!, $f: DateTime!, $u: DateTime!) { freeSlots(appointmentId: $id, from: $f, until: $u) { startsAt endsAt } }'

export interface SlotShown {
  readonly startsAt: string
  readonly endsAt: string
}

/** The token in the newest mail of this template to an address. */
export async function appointmentToken(
  world: World,
  email: string,
  template = 'appointment-request',
): Promise<string> {
  const mail = (await world.inbox(email)).findLast((m) => m.template === template)
  const token = mail?.links.map((link) => /\/appointment#token=([\w-]+)/.exec(link)?.[1]).find(Boolean)
  if (!token) throw new Error(`No link in ${template} to ${email}: ${mail?.text}`)
  return token
}

/** A counterpart, by the link in their newest mail. */
export async function byAppointmentLink(world: World, email: string, template?: string): Promise<Caller> {
  const t = await appointmentToken(world, email, template)
  const { redeemAppointmentLink: session } = await world.caller().ask(REDEEM, { t })
  return world.caller(session.token)
}

const DAY = 86_400_000

/** What somebody finds free within the next days, by the trade's clock. */
export async function slotsFor(
  world: World,
  caller: Caller,
  id: string,
  { days = 7, after = 0, now }: { days?: number; after?: number; now?: Date } = {},
): Promise<SlotShown[]> {
  const from = (now ?? (await nowIn(world))).getTime() + after * DAY
  const { freeSlots } = await caller.ask(SLOTS, {
    id,
    f: new Date(from).toISOString(),
    u: new Date(from + days * DAY).toISOString(),
  })
  return freeSlots
}

/** An appointment whose counterpart, at an address of their own, was mailed the request; it is day where they are. */
export async function anAsked(world: World, wanted: Omit<AppointmentWanted, 'at'> = {}) {
  const email = `${randomUUID()}@seller.test`
  const appointment = await anAppointment(world, {
    ...wanted,
    at: 'OUTREACH',
    counterpart: { email, ...wanted.counterpart },
  })
  await byDay(world) // nobody is mailed at night
  await take(world, SUPPORT, 'attempt', { id: appointment.id, kind: 'MAIL' })
  return { ...appointment, email }
}

const SEEN = `{ id status version serviceName attendeeName attendeeOrganisationName minutes startsAt endsAt place declineReason otherTimes
  proposedStartsAt icsSequence counterpart { name email phone timeZone locale optedOut } availableActions { name allowed refusal } }`

/** An appointment as the holder of its link sees it now. */
export async function seenByLink(counterpart: Caller, id: string) {
  return (await counterpart.ask(`query($id: ID!) { appointment(id: $id) ${SEEN} }`, { id })).appointment
}
