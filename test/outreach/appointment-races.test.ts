import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  ADMIN,
  aFreeTime,
  anAppointment,
  type AppointmentStage,
  BUYER,
  moveTo,
  SUPPORT,
  VERBS,
} from '../support/appointments.js'
import { atOnce } from '../support/at-once.js'
import { openWorld, type World } from '../support/world.js'
import { eventsOf } from './read-appointment.js'

const ROUNDS = Number(process.env['ROUNDS'] ?? 4)
const WHY = 'We found another way.'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

/** One who races: a verb, who takes it, and the appointment's state if it wins. */
interface Racer {
  readonly verb: keyof typeof VERBS
  readonly who: string
  readonly more?: Record<string, unknown>
  readonly leads: string
}

interface Race {
  readonly at: AppointmentStage
  readonly a: Racer
  readonly b: Racer
  /** Whether it has begun when they race. */
  readonly begun?: true
}

const confirm: Racer = { verb: 'confirm', who: SUPPORT, leads: 'CONFIRMED' }
const cancel: Racer = { verb: 'cancel', who: BUYER, more: { r: WHY }, leads: 'CANCELLED' }
const cancelAgreed: Racer = { verb: 'cancel', who: ADMIN, more: { r: WHY, f: '100' }, leads: 'CANCELLED' }
const attended: Racer = { verb: 'attended', who: SUPPORT, leads: 'ATTENDED' }
const noShow: Racer = { verb: 'noShow', who: ADMIN, leads: 'NO_SHOW' }
const start: Racer = { verb: 'start', who: SUPPORT, leads: 'OUTREACH' }

const races: readonly Race[] = [
  { at: 'PENDING', a: start, b: { ...start, who: ADMIN } },
  { at: 'OUTREACH', a: confirm, b: cancel },
  { at: 'OUTREACH', a: confirm, b: { ...confirm, who: ADMIN } },
  { at: 'OUTREACH', a: cancel, b: cancel },
  { at: 'UNREACHABLE', a: confirm, b: cancel },
  { at: 'CONFIRMED', a: attended, b: noShow, begun: true },
  { at: 'CONFIRMED', a: attended, b: cancelAgreed, begun: true },
]

/** The events that decide a race; what follows from them is not counted. */
const DECIDES =
  /^appointment\.(outreach-started|confirmed|cancelled|counterpart-changed|reschedule-proposed|attended|no-show)$/
/** What who came second is told. */
const LOST = ['INVALID_TRANSITION', 'WORK_HAS_BEGUN']

test.each(races.map((race) => [race.at, race.a.verb, race.b.verb, race] as const))(
  'in %s one of the two wins: %s and %s',
  async (_at, _a, _b, race) => {
    for (let round = 0; round < ROUNDS; round++) await runOne(race, round % 2 === 1)
    expect(await world.ledgerFaults()).toEqual([])
  },
  600_000,
)

/** Both click in the same moment; one of them did it, and the other is told that it is over. */
async function runOne({ at, a, b, begun }: Race, turned: boolean): Promise<void> {
  const { id, orderId, startsAt } = await anAppointment(world, { at })
  if (begun) await moveTo(world, startsAt!)
  const s = (await aFreeTime(world)).toISOString()
  const before = await eventsOf(world, orderId)
  const racers = turned ? [b, a] : [a, b]
  const codes = await atOnce(
    world,
    racers.map(({ verb, who, more }) => ({
      who,
      document: VERBS[verb],
      variables: { id, ...(verb === 'confirm' ? { s } : {}), ...more },
    })),
  )
  const winner = racers[codes.indexOf('done')]
  expect({ id, won: codes.filter((code) => code === 'done').length, codes }).toMatchObject({ won: 1 })
  expect(LOST).toContain(codes.find((code) => code !== 'done'))
  await world.settled()
  const [now] = await world.rows<{ status: string }>('select status from appointments where id = $1', [id])
  expect(now!.status).toBe(winner!.leads)
  const decided = (await eventsOf(world, orderId)).slice(before.length).filter((type) => DECIDES.test(type))
  expect(decided).toHaveLength(1)
}
