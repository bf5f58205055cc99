import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { atOnce } from '../support/at-once.js'
import {
  type ACampaign,
  aCampaign,
  ADMIN,
  BUYER,
  CHANNEL,
  CHECKED,
  type Stage,
  VERBS,
} from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { story } from './read-campaign.js'

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
jest.setTimeout(120_000 + ROUNDS * 20_000)
const AT_ONCE = 5
const REASON = 'We go another way.'
const DISPUTE =
  'mutation($id: ID!, $k: String!) { openDispute(id: $id, idempotencyKey: $k, reason: NOT_PERFORMED, statement: "Nothing was shown.") { id } }'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** One who races: a verb, who takes it, and the campaign's state if it wins. */
interface Racer {
  readonly verb: string
  readonly document: string
  readonly who: string
  readonly more?: Record<string, unknown>
  readonly leads: string
}

interface Race {
  readonly at: Stage
  /** What leads there, once the campaign is at its stage. */
  readonly first?: (id: string) => Promise<unknown>
  readonly a: Racer
  readonly b: Racer
}

const accept: Racer = { verb: 'accept', document: VERBS.accept, who: CHANNEL, leads: 'ACCEPTED' }
const decline: Racer = {
  verb: 'decline',
  document: VERBS.decline,
  who: CHANNEL,
  more: { r: REASON },
  leads: 'DECLINED',
}
const withdraw: Racer = { verb: 'withdraw', document: VERBS.withdraw, who: BUYER, leads: 'CANCELLED' }
const complete: Racer = {
  verb: 'complete',
  document: VERBS.complete,
  who: CHANNEL,
  more: { c: CHECKED },
  leads: 'COMPLETION_CLAIMED',
}
const reopen: Racer = {
  verb: 'reopen the creatives',
  document: VERBS.reopen,
  who: CHANNEL,
  more: { r: REASON },
  leads: 'ACCEPTED',
}
const cancel: Racer = {
  verb: 'cancel',
  document: VERBS.cancel,
  who: ADMIN,
  more: { f: '100', r: REASON },
  leads: 'CANCELLED',
}
const agree: Racer = {
  verb: 'agree to end it',
  document: VERBS.answer,
  who: CHANNEL,
  more: { a: true },
  leads: 'CANCELLED',
}
const refuse: Racer = { ...agree, verb: 'not agree to end it', more: { a: false }, leads: 'READY' }
const propose = (who: string): Racer => ({
  verb: `propose to end it, as ${who}`,
  document: VERBS.propose,
  who,
  more: { f: '100', r: REASON },
  leads: 'READY',
})
const release: Racer = { verb: 'release', document: VERBS.release, who: BUYER, leads: 'CLOSED' }
const dispute: Racer = { verb: 'dispute', document: DISPUTE, who: BUYER, leads: 'DISPUTED' }

const proposed = async (id: string) =>
  (await world.as(BUYER)).ask(VERBS.propose, { id, k: randomUUID(), f: '200', r: REASON })

const races: readonly Race[] = [
  { at: 'AWAITING_ACCEPTANCE', a: accept, b: decline },
  { at: 'AWAITING_ACCEPTANCE', a: accept, b: withdraw },
  { at: 'AWAITING_ACCEPTANCE', a: decline, b: withdraw },
  { at: 'AWAITING_ACCEPTANCE', a: accept, b: accept },
  { at: 'AWAITING_ACCEPTANCE', a: decline, b: decline },
  { at: 'AWAITING_ACCEPTANCE', a: withdraw, b: withdraw },
  { at: 'READY', a: complete, b: cancel },
  { at: 'READY', a: complete, b: reopen },
  { at: 'READY', a: complete, b: complete },
  { at: 'READY', a: cancel, b: cancel },
  { at: 'READY', a: propose(BUYER), b: propose(CHANNEL) },
  { at: 'READY', a: agree, b: agree, first: proposed },
  { at: 'READY', a: agree, b: cancel, first: proposed },
  { at: 'READY', a: agree, b: complete, first: proposed },
  { at: 'READY', a: agree, b: refuse, first: proposed },
  { at: 'COMPLETION_CLAIMED', a: release, b: dispute },
  { at: 'COMPLETION_CLAIMED', a: release, b: release },
  { at: 'COMPLETION_CLAIMED', a: dispute, b: dispute },
]

test.each(races.map((race) => [`${race.a.verb} and ${race.b.verb}`, race] as const))(
  `one of the two wins each of ${ROUNDS} times: %s`,
  async (_name, race) => {
    for (let done = 0; done < ROUNDS; done += AT_ONCE) {
      const size = Math.min(AT_ONCE, ROUNDS - done)
      const campaigns = await Promise.all(
        Array.from({ length: size }, () => aCampaign(world, { at: race.at })),
      )
      for (const [at, campaign] of campaigns.entries()) await runOne(campaign, race, (done + at) % 2 === 1)
    }
    expect(await world.ledgerFaults()).toEqual([])
  },
  600_000,
)

/** Both click in the same moment, now this one first, now that; one of them did it, and the other is told that it is over. */
async function runOne(campaign: ACampaign, { a, b, first }: Race, turned: boolean): Promise<void> {
  const { id } = campaign
  await first?.(id)
  const before = await story(world, campaign)
  const racers = turned ? [b, a] : [a, b]
  const codes = await atOnce(
    world,
    racers.map(({ who, document, more }) => ({ who, document, variables: { id, ...more } })),
  )
  const winners = racers.filter((_, at) => codes[at] === 'done')
  expect({ id, winners: winners.length, codes }).toMatchObject({ winners: 1 })
  expect(LOST).toContain(codes.find((code) => code !== 'done'))
  await world.settled()
  const [{ status }] = (await world.rows<{ status: string }>('select status from campaigns where id = $1', [
    id,
  ])) as [{ status: string }]
  expect(status).toBe(winners[0]!.leads)
  expect(
    (await story(world, campaign)).slice(before.length).filter((type) => DECIDES.test(type)),
  ).toHaveLength(1)
}

/** What who came second is told. */
const LOST = ['INVALID_TRANSITION', 'PROPOSAL_OPEN', 'FORBIDDEN']
/** The events that decide a race; what follows from them is not counted. */
const DECIDES =
  /^(accepted|declined|withdrawn|completion-claimed|creatives-reopened|cancelled|cancellation-proposed|cancellation-answered|released|disputed)$/
