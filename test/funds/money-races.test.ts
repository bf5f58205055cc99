import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { atOnce } from '../support/at-once.js'
import {
  type ACampaign,
  aCampaign,
  ADMIN,
  BUYER,
  CHANNEL,
  CHECKED,
  FINANCE,
  VERBS,
} from '../support/campaigns.js'
import { moneyOf, moneyRests, until } from '../campaigns/read-campaign.js'
import { HOUR, openWorld, type World } from '../support/world.js'

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
jest.setTimeout(120_000 + ROUNDS * 30_000)
const REASON = 'We go another way.'
const SETTLE =
  'mutation($id: ID!, $k: String!, $o: ChargebackOutcome!) { settleChargeback(id: $id, idempotencyKey: $k, outcome: $o) { id } }'
const RETRY = 'mutation($id: ID!, $k: String!) { retryOperation(id: $id, idempotencyKey: $k) { id } }'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** What one of the two clicks: whose, what, and with which variables on this campaign. */
interface Racer {
  readonly who: string
  readonly document: string
  readonly on: (campaign: ACampaign) => Promise<Record<string, unknown>> | Record<string, unknown>
}

interface Race {
  readonly name: string
  readonly from: Parameters<typeof aCampaign>[1]
  readonly a: Racer
  readonly b: Racer
  /** What may come of it: what each is told, and where the campaign then is. Nothing else may. */
  readonly ends: readonly (readonly [a: string, b: string, status: string])[]
}

const on =
  (more: Record<string, unknown> = {}) =>
  ({ id }: ACampaign) => ({ id, ...more })
const column =
  (select: string) =>
  async ({ orderId }: ACampaign) => {
    const find = () => world.rows<{ id: string }>(select, [orderId])
    await until(world, async () => (await find()).length > 0) // a bank takes its moment
    return (await find())[0]!.id
  }

const chargeback = column('select id from chargebacks where order_id = $1')
const refused = (kind: string) =>
  column(`select id from operations where order_id = $1 and kind = '${kind}' and state = 'FAILED'`)
const laterBy =
  (hours: number, deadline: string) =>
  async ({ id }: ACampaign) => {
    const [found] = await world.rows<{ at: Date }>(`select ${deadline} as at from campaigns where id = $1`, [
      id,
    ])
    return { id, u: new Date(new Date(found!.at).getTime() + hours * HOUR).toISOString(), r: REASON }
  }

const accept: Racer = { who: CHANNEL, document: VERBS.accept, on: on() }
const payAgain: Racer = { who: BUYER, document: VERBS.payAgain, on: on({ t: 'tok_ok' }) }
const propose: Racer = { who: BUYER, document: VERBS.propose, on: on({ f: '100', r: REASON }) }
const complete: Racer = { who: CHANNEL, document: VERBS.complete, on: on({ c: CHECKED }) }
const cancel: Racer = { who: ADMIN, document: VERBS.cancel, on: on({ f: '100', r: REASON }) }
const release: Racer = { who: BUYER, document: VERBS.release, on: on() }
const extend = (deadline: string): Racer => ({
  who: ADMIN,
  document: VERBS.extend,
  on: laterBy(1, deadline),
})
const settle = (o: 'WON' | 'LOST'): Racer => ({
  who: FINANCE,
  document: SETTLE,
  on: async (campaign) => ({ id: await chargeback(campaign), o }),
})
const retryOf = (kind: string): Racer => ({
  who: FINANCE,
  document: RETRY,
  on: async (campaign) => ({ id: await refused(kind)(campaign) }),
})
const withdraw: Racer = { who: BUYER, document: VERBS.withdraw, on: on() }

const OVER = 'INVALID_TRANSITION'
/** Either of them, and the campaign goes on. */
const ONE_OF_THEM = [
  ['done', OVER, 'ACCEPTED'],
  [OVER, 'done', 'ACCEPTED'],
] as const

const races: readonly Race[] = [
  {
    name: 'paying again and paying again',
    from: { at: 'ACCEPTED', token: 'tok_capture_refused' },
    a: payAgain,
    b: payAgain,
    ends: [
      ['done', 'PAYMENT_IN_PROGRESS', 'ACCEPTED'],
      ['PAYMENT_IN_PROGRESS', 'done', 'ACCEPTED'],
      ['done', OVER, 'ACCEPTED'],
      [OVER, 'done', 'ACCEPTED'],
    ],
  },
  {
    name: 'a chargeback settled as won and as lost',
    from: { at: 'ACCEPTED', token: 'tok_chargeback' },
    a: settle('WON'),
    b: settle('LOST'),
    ends: ONE_OF_THEM,
  },
  {
    name: 'a chargeback settled as lost, twice',
    from: { at: 'ACCEPTED', token: 'tok_chargeback' },
    a: settle('LOST'),
    b: settle('LOST'),
    ends: ONE_OF_THEM,
  },
  {
    name: 'paying again and our trying the refused payment again',
    from: { at: 'ACCEPTED', token: 'tok_capture_refused' },
    a: payAgain,
    b: retryOf('CAPTURE'),
    ends: [
      ['done', OVER, 'ACCEPTED'],
      ['done', 'PAYMENT_IN_PROGRESS', 'ACCEPTED'],
      ['PAYMENT_IN_PROGRESS', 'done', 'ACCEPTED'],
    ],
  },
  {
    name: 'our ending it while its money is taken in, and the channel’s marking it ready',
    from: { at: 'ACCEPTED', token: 'tok_capture_slow' },
    a: { ...cancel, on: on({ f: '0', r: REASON }) },
    b: { who: CHANNEL, document: VERBS.ready, on: on() },
    ends: [
      ['done', OVER, 'CANCELLED'],
      ['done', 'MONEY_NOT_CAPTURED', 'CANCELLED'],
    ],
  },
  {
    name: 'a proposal to end it and its completion',
    from: { at: 'READY' },
    a: propose,
    b: complete,
    ends: [
      ['done', 'done', 'COMPLETION_CLAIMED'],
      [OVER, 'done', 'COMPLETION_CLAIMED'],
    ],
  },
  {
    name: 'a proposal to end it and our ending it',
    from: { at: 'READY' },
    a: propose,
    b: cancel,
    ends: [
      ['done', 'done', 'CANCELLED'],
      [OVER, 'done', 'CANCELLED'],
    ],
  },
  {
    name: 'more time to accept and accepting',
    from: { at: 'AWAITING_ACCEPTANCE' },
    a: extend('accept_by'),
    b: accept,
    ends: [
      ['done', 'done', 'ACCEPTED'],
      [OVER, 'done', 'ACCEPTED'],
    ],
  },
  {
    name: 'more time to dispute and the release',
    from: { at: 'COMPLETION_CLAIMED' },
    a: extend('dispute_by'),
    b: release,
    ends: [
      ['done', 'done', 'CLOSED'],
      [OVER, 'done', 'CLOSED'],
    ],
  },
]

test.each(races.map((race) => [race.name, race] as const))(
  `at once, each of ${ROUNDS} times: %s`,
  async (_name, race) => {
    for (let round = 0; round < ROUNDS; round++) await runOne(race, round % 2 === 1)
    expect(await world.ledgerFaults()).toEqual([])
  },
)

/** Money that could not be moved at first, and how it came to that. */
const refusals = [
  {
    kind: 'RELEASE',
    from: { at: 'COMPLETION_CLAIMED', token: 'tok_release_refused_once' },
    first: release,
  },
  { kind: 'REFUND', from: { at: 'READY', token: 'tok_refund_refused_once' }, first: cancel },
  { kind: 'VOID', from: { at: 'AWAITING_ACCEPTANCE', token: 'tok_void_refused_once' }, first: withdraw },
] as const

test.each(refusals)(
  `a refused $kind is tried again once, each of ${ROUNDS} times that two ask for it at once`,
  async ({ kind, from, first }) => {
    for (let round = 0; round < ROUNDS; round++) {
      const campaign = await aCampaign(world, from)
      expect(await clicked(campaign, [first])).toEqual(['done'])
      await world.settled()
      const retry = retryOf(kind)
      const codes = await clicked(campaign, [retry, retry])
      expect(codes.toSorted()).toEqual([OVER, 'done'])
      await world.settled()
      const tries = await world.rows(
        `select state, attempt from operations where order_id = $1 and kind = $2`,
        [campaign.orderId, kind],
      )
      expect(tries).toEqual([{ state: 'SUCCEEDED', attempt: 2 }])
    }
    expect(await world.ledgerFaults()).toEqual([])
  },
)

/** Both click in the same moment, now this one first, now that. */
async function runOne({ from, a, b, ends }: Race, turned: boolean): Promise<void> {
  const campaign = await aCampaign(world, from)
  const codes = await clicked(campaign, turned ? [b, a] : [a, b])
  await world.settled()
  const [found] = await world.rows<{ status: string }>('select status from campaigns where id = $1', [
    campaign.id,
  ])
  expect(ends).toContainEqual([...(turned ? codes.toReversed() : codes), found!.status])
  await moneyRests(world, campaign)
  const { held } = await moneyOf(world, campaign)
  expect(['CANCELLED', 'CLOSED'].includes(found!.status) && held > 0n).toBe(false)
}

async function clicked(campaign: ACampaign, racers: readonly Racer[]): Promise<string[]> {
  const clicks = racers.map(async ({ who, document, on: what }) => ({
    who,
    document,
    variables: await what(campaign),
  }))
  return atOnce(world, await Promise.all(clicks))
}
