import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { actOnNextDue } from '../../api/platform/due.js'
import { moneyOf, moneyRests } from '../campaigns/read-campaign.js'
import { codeOf } from '../support/caller.js'
import { type ACampaign, aCampaign, BUYER, CHANNEL, FINANCE, VERBS } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { aDispute, CLAIM, DISPUTE_VERBS, WHY } from './a-dispute.js'

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
/** From so many rounds on each side must have won one. */
const MANY = 20
jest.setTimeout(120_000 + ROUNDS * 30_000)

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

/** A click in the very moment in which its deadline is over, and the deadline itself. */
interface DeadlineRace {
  readonly name: string
  readonly from: () => Promise<{ campaign: ACampaign; subject: string }>
  readonly table: 'campaigns' | 'disputes'
  /** Where the moment is kept, and what becomes due then. */
  readonly column: string
  readonly kind: string
  readonly who: string
  readonly document: string
  readonly more?: Record<string, unknown>
  /** Where the campaign is once the click, or once the deadline had its way. */
  readonly clicked: string
  readonly lapsed: string
  /** Where the money goes then, of a campaign that is closed. */
  readonly gives?: string
  readonly lapses?: string
}

const at = (where: Parameters<typeof aCampaign>[1]) => async () => {
  const campaign = await aCampaign(world, where)
  return { campaign, subject: campaign.id }
}
const offer = {
  from: at({ at: 'AWAITING_ACCEPTANCE' }),
  table: 'campaigns',
  column: 'accept_by',
  kind: 'expire',
  lapsed: 'EXPIRED',
} as const
const claimed = {
  from: at({ at: 'COMPLETION_CLAIMED' }),
  table: 'campaigns',
  column: 'dispute_by',
  kind: 'release',
  who: BUYER,
  lapsed: 'CLOSED',
  lapses: 'RELEASED',
} as const

const races: readonly DeadlineRace[] = [
  { name: 'accepting', ...offer, who: CHANNEL, document: VERBS.accept, clicked: 'ACCEPTED' },
  {
    name: 'declining',
    ...offer,
    who: CHANNEL,
    document: VERBS.decline,
    more: { r: 'Not now.' },
    clicked: 'DECLINED',
  },
  { name: 'withdrawing', ...offer, who: BUYER, document: VERBS.withdraw, clicked: 'CANCELLED' },
  {
    name: 'disputing',
    ...claimed,
    document: DISPUTE_VERBS.open,
    more: CLAIM,
    clicked: 'DISPUTED',
  },
  {
    name: 'paying again',
    from: at({ at: 'ACCEPTED', token: 'tok_capture_refused' }),
    table: 'campaigns',
    column: 'pay_again_by',
    kind: 'pay-again',
    who: BUYER,
    document: VERBS.payAgain,
    more: { t: 'tok_ok' },
    clicked: 'ACCEPTED',
    lapsed: 'CANCELLED',
  },
  {
    name: 'deciding a dispute',
    from: async () => {
      const { id, campaign } = await aDispute(world)
      return { campaign, subject: id }
    },
    table: 'disputes',
    column: 'fallback_at',
    kind: 'fallback',
    who: FINANCE,
    document: DISPUTE_VERBS.resolve,
    more: { c: 'RELEASE', ...WHY },
    clicked: 'CLOSED',
    lapsed: 'CLOSED',
    gives: 'RELEASED',
    lapses: 'REFUNDED',
  },
]

test.each(races.map((race) => [race.name, race] as const))(
  `%s or its deadline, whichever is first, each of ${ROUNDS} times`,
  async (_name, race) => {
    const won = { click: 0, deadline: 0 }
    for (let round = 0; round < ROUNDS; round++) won[await runOne(race, 20 + (round % 5) * 10)]++
    expect(await world.ledgerFaults()).toEqual([])
    // With few rounds one of them may win them all.
    const rarely = ROUNDS < MANY ? 0 : 1
    expect(Math.min(won.click, won.deadline)).toBeGreaterThanOrEqual(rarely)
  },
)

/** What a click is told that came second. */
const LATE = ['DEADLINE_PASSED', 'INVALID_TRANSITION']

/** The time is over in so many milliseconds; the click comes then, give or take some, and the deadline is acted on without its grace. Gives whose way it went. */
async function runOne(race: DeadlineRace, ms: number): Promise<'click' | 'deadline'> {
  const { campaign, subject } = await race.from()
  const caller = await world.as(race.who)
  await endsIn(race, subject, ms)
  const [code] = await Promise.all([
    pause(ms - 15 + Math.random() * 20).then(() => click()),
    actUntilOver(subject, race.kind),
  ])
  await moneyRests(world, campaign)
  const [now] = await world.rows<{ status: string; outcome: string | null }>(
    'select status, outcome from campaigns where id = $1',
    [campaign.id],
  )
  const won = code === 'done'
  expect({ late: LATE.includes(code), ...now }).toEqual({
    late: !won,
    status: won ? race.clicked : race.lapsed,
    outcome: (won ? race.gives : race.lapses) ?? null,
  })
  const { held } = await moneyOf(world, campaign)
  expect(held).toBe(['ACCEPTED', 'DISPUTED'].includes(now!.status) ? campaign.price : 0n)
  return won ? 'click' : 'deadline'

  async function click(): Promise<string> {
    const said = codeOf(await caller.raw(race.document, { id: subject, k: randomUUID(), ...race.more }))
    return said === 'BUSY' ? click() : said
  }
}

async function endsIn({ table, column, kind }: DeadlineRace, subject: string, ms: number): Promise<void> {
  const [clock] = await world.rows<{ at: Date }>(
    `select app_now() + make_interval(secs => $1::float / 1000) as at`,
    [ms],
  )
  await world.rows(`update ${table} set ${column} = $2 where id = $1`, [subject, clock!.at])
  await world.rows('update deadlines set due_at = $3, try_at = $3 where subject_id = $1 and kind = $2', [
    subject,
    kind,
    clock!.at,
  ])
}

/** Acts on what is due until this deadline is gone, as a worker would, only without a pause. */
async function actUntilOver(subject: string, kind: string): Promise<void> {
  const left = () => world.rows('select from deadlines where subject_id = $1 and kind = $2', [subject, kind])
  for (const end = performance.now() + 20_000; (await left()).length > 0;) {
    if (performance.now() > end) throw new Error(`The deadline ${kind} is still there.`)
    await actOnNextDue(world.running.house)
  }
}
