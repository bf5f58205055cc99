import { isQuiet } from '../../../api/lib/quiet-hours.js'
import {
  anAppointment,
  type AnAppointment,
  type AppointmentWanted,
  PAULA,
  SUPPORT,
  take,
} from '../../support/appointments.js'
import { HOUR, type World } from '../../support/world.js'

/** A text of the outbox, as the tests look at it. */
export interface TextRow {
  readonly id: string
  readonly template: string
  readonly to_number: string
  readonly body: string
  readonly state: string
  readonly cause: string | null
  readonly failure: string | null
  readonly provider_id: string | null
  readonly attempts: number
  readonly attempt_id: string | null
  readonly sealed_token: string | null
  readonly try_at: Date | null
}

/** The texts of an appointment, the oldest first. */
export function textsOf(world: World, { id }: AnAppointment): Promise<TextRow[]> {
  return world.rows<TextRow>('select * from texts where appointment_id = $1 order by queued_at, id', [id])
}

/** What the attempts of an appointment know of their texts, the oldest first. */
export async function deliveriesOf(world: World, { id }: AnAppointment): Promise<string[]> {
  const found = await world.rows<{ delivery: string }>(
    `select delivery from attempts where appointment_id = $1 and kind = 'TEXT' order by made_at, id`,
    [id],
  )
  return found.map(({ delivery }) => delivery)
}

/** Berlin is the counterpart's zone in these tests. */
export const ZONE = 'Europe/Berlin'

/** Moves the clock to an hour of the day in Berlin, today or tomorrow. */
export async function untilHour(world: World, hour: number): Promise<void> {
  const [clock] = await world.rows<{ now: Date; wanted: Date }>(
    `select now, case when today >= now then today else today + interval '1 day' end as wanted from
      (select app_now() as now, (date_trunc('day', app_now() at time zone '${ZONE}') + $1 * interval '1 hour') at time zone '${ZONE}' as today) t`,
    [hour],
  )
  await world.move(clock!.wanted.getTime() - clock!.now.getTime())
}

/** It is day for the counterpart, and stays so for some hours. */
export async function byDay(world: World): Promise<void> {
  const [clock] = await world.rows<{ now: Date }>('select app_now() as now')
  const soon = new Date(clock!.now.getTime() + 4 * HOUR)
  if (isQuiet(clock!.now, ZONE) || isQuiet(soon, ZONE)) await untilHour(world, 10)
}

/** An appointment whose counterpart has a number of their own. */
export function withNumber(
  world: World,
  phone: string | null,
  wanted: Partial<AppointmentWanted> = {},
): Promise<AnAppointment> {
  return anAppointment(world, {
    at: 'OUTREACH',
    ...wanted,
    counterpart: { ...PAULA, timeZone: ZONE, phone, ...wanted.counterpart },
  })
}

/** Support texts the counterpart, in our words or in its own. */
export function textThem(world: World, { id }: AnAppointment, words?: string): Promise<unknown> {
  return take(world, SUPPORT, 'attempt', { id, kind: 'TEXT', t: words })
}

/** Waits until every text is at rest: no job is under way, and nothing is due or in hand. */
export async function textsAtRest(world: World, ms = 60_000): Promise<void> {
  const live = () =>
    world.rows(`select id from texts where in_hand_until > clock_timestamp() or try_at <= app_now()`)
  const last = performance.now() + ms
  for (;;) {
    // What is due may be set going at any moment: only what was at rest before and after is so.
    const before = await live()
    await world.settled()
    const after = await live()
    if (!before.length && !after.length) return
    if (performance.now() > last) throw new Error(`Texts still on their way: ${JSON.stringify(after)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
