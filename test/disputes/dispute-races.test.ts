import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { releaseByDeadline } from '../../api/campaigns/release-funds.js'
import { openDispute } from '../../api/disputes/open-dispute.js'
import { respondToDispute } from '../../api/disputes/respond-to-dispute.js'
import { Refusal } from '../../api/lib/refusal.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { transaction } from '../../api/platform/transaction.js'
import { moneyOf } from '../orders/a-delivery.js'
import { moneyRests } from '../campaigns/read-campaign.js'
import { atOnce } from '../support/at-once.js'
import { codeOf } from '../support/caller.js'
import { type ACampaign, aCampaign, ADMIN, BUYER, CHANNEL, FINANCE, VERBS } from '../support/campaigns.js'
import { keyed } from '../support/verbs.js'
import { openWorld, type World } from '../support/world.js'
import { act, aDispute, CLAIM, DISPUTE_VERBS, disputeLog, WHY } from './a-dispute.js'

/** How often two click at once; each round is a test of its own. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const claimed = () => aCampaign(world, { at: 'COMPLETION_CLAIMED' })
const campaignOf = async ({ id }: ACampaign) => {
  const [row] = await world.rows<{ status: string }>('select status from campaigns where id = $1', [id])
  return row!
}

describe('exactly at the deadline', () => {
  class Undone extends Error {}
  const viewerOf = async (email: string): Promise<Viewer> => {
    const [user] = await world.rows<{ id: string; org: string }>(
      'select u.id, m.organisation_id as org from users u join members m on m.user_id = u.id where u.email = $1',
      [email],
    )
    return { ...anonymous, kind: 'member', id: user!.id, organisations: [user!.org], owned: [user!.org] }
  }
  /** What comes of something whose deadline lies so many milliseconds after the moment in which it is tried. */
  const tried = (viewer: Viewer, set: string, id: string, ms: number, what: (tx: Tx) => Promise<unknown>) =>
    transaction(world.running.house, viewer, async (tx) => {
      await tx.em
        .getConnection()
        .execute(set, [new Date(tx.now.getTime() + ms), id], 'run', tx.em.getTransactionContext())
      await what(tx)
      throw new Undone()
    }).catch((error: unknown) =>
      error instanceof Refusal ? error.code : error instanceof Undone ? 'done' : error,
    )

  test('a dispute is opened until 1 ms before, and from then on the money is released', async () => {
    const { id } = await claimed()
    const [buyer, clock] = [await viewerOf(BUYER), system('deadline')]
    const set = 'update campaigns set dispute_by = ? where id = ?'
    const claim = { id, reason: 'NOT_PERFORMED', statement: CLAIM.s } as const
    for (const [ms, disputing, releasing] of [
      [1, 'done', 'INVALID_TRANSITION'],
      [0, 'DEADLINE_PASSED', 'done'],
      [-1, 'DEADLINE_PASSED', 'done'],
    ] as const) {
      expect([ms, await tried(buyer, set, id, ms, (tx) => openDispute(tx, claim))]).toEqual([ms, disputing])
      expect([ms, await tried(clock, set, id, ms, (tx) => releaseByDeadline(tx, id))]).toEqual([
        ms,
        releasing,
      ])
    }
  })

  test('the channel responds until 1 ms before its 72 hours are over', async () => {
    const { id } = await aDispute(world)
    const channel = await viewerOf(CHANNEL)
    const set = 'update disputes set respond_by = ? where id = ?'
    const respond = (tx: Tx) => respondToDispute(tx, { id, statement: 'It ran.' })
    for (const [ms, answer] of [
      [1, 'done'],
      [0, 'DEADLINE_PASSED'],
      [-1, 'DEADLINE_PASSED'],
    ] as const)
      expect([ms, await tried(channel, set, id, ms, respond)]).toEqual([ms, answer])
  })
})

describe('of two who act at once exactly one has their way:', () => {
  test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'dispute against release, round %i',
    async (round) => {
      const campaign = await claimed()
      const buyer = await world.as(BUYER)
      const dispute = () => buyer.raw(DISPUTE_VERBS.open, { id: campaign.id, ...CLAIM, k: randomUUID() })
      const release = () => buyer.raw(VERBS.release, keyed({ id: campaign.id }))
      const [first, second] = await Promise.all(round % 2 ? [dispute(), release()] : [release(), dispute()])
      const [disputed, released] = round % 2 ? [first, second] : [second, first]
      await world.settled()
      const { status } = await campaignOf(campaign)
      const { held } = await moneyOf(world, campaign.orderId)
      const disputeWon = {
        status: 'DISPUTED',
        held: String(campaign.price),
        codes: ['done', 'INVALID_TRANSITION'],
      }
      const releaseWon = { status: 'CLOSED', held: '0', codes: ['INVALID_TRANSITION', 'done'] }
      const codes = [codeOf(disputed), codeOf(released)]
      expect([disputeWon, releaseWon]).toContainEqual({ status, held, codes })
    },
  )

  test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'the buyer withdraws while it is decided, round %i',
    async (round) => {
      const { id, campaign } = await aDispute(world)
      const [buyer, finance] = [await world.as(BUYER), await world.as(FINANCE)]
      const withdraw = () => buyer.raw(DISPUTE_VERBS.withdraw, { id, k: randomUUID() })
      const resolve = () => finance.raw(DISPUTE_VERBS.resolve, { id, c: 'REFUND', ...WHY, k: randomUUID() })
      const answers = await Promise.all(round % 2 ? [withdraw(), resolve()] : [resolve(), withdraw()])
      await world.settled()
      expect(answers.map(codeOf).toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
      const [row] = await world.rows<{ status: string }>('select status from disputes where id = $1', [id])
      expect([row!.status, (await campaignOf(campaign)).status]).toEqual(
        row!.status === 'WITHDRAWN' ? ['WITHDRAWN', 'COMPLETION_CLAIMED'] : ['RESOLVED', 'CLOSED'],
      )
    },
  )

  test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'two of the team decide it differently, round %i',
    async (round) => {
      const { id, campaign } = await aDispute(world)
      const refund = { who: FINANCE, document: DISPUTE_VERBS.resolve, variables: { id, c: 'REFUND', ...WHY } }
      const release = { who: ADMIN, document: DISPUTE_VERBS.resolve, variables: { id, c: 'RELEASE', ...WHY } }
      const codes = await atOnce(world, round % 2 ? [release, refund] : [refund, release])
      await moneyRests(world, campaign)
      expect(codes.toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
      const [row] = await world.rows<{ decision: string }>('select decision from disputes where id = $1', [
        id,
      ])
      expect(row!.decision).toBe((codes[0] === 'done') === (round % 2 === 0) ? 'REFUND' : 'RELEASE')
      const made = await world.rows<{ kind: string }>(
        `select kind from operations where order_id = $1 and kind in ('REFUND', 'RELEASE')`,
        [campaign.orderId],
      )
      expect(made).toEqual([{ kind: row!.decision }])
    },
  )

  test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'the buyer withdraws it twice, round %i',
    async () => {
      const { id } = await aDispute(world)
      const withdraw = { who: BUYER, document: DISPUTE_VERBS.withdraw, variables: { id } }
      const codes = await atOnce(world, [withdraw, withdraw])
      expect(codes.toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
      const types = (await disputeLog(world, id)).map(({ type }) => type)
      expect(types).toEqual(['dispute.opened', 'dispute.withdrawn'])
    },
  )

  test('both sides, of which one answers while the other adds: nothing is lost', async () => {
    const { id } = await aDispute(world)
    await Promise.all([
      act(world, CHANNEL, 'respond', { id, s: 'It ran.' }),
      act(world, BUYER, 'say', { id, s: 'It did not.' }),
    ])
    const types = (await disputeLog(world, id)).map(({ type }) => type)
    expect(types.toSorted()).toEqual(['dispute.opened', 'dispute.responded', 'dispute.statement-added'])
  })
})
