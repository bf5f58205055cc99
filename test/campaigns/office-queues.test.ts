import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { completionMailBounced } from '../../api/campaigns/completion-mail.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { aDispute, act, WHY } from '../disputes/a-dispute.js'
import { until } from '../funds/support/funds-house.js'
import { aCampaign, ADMIN, BUYER, FINANCE, take } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'

const COUNTS =
  '{ queues { campaignsClosing campaignsStalled releasesHeld disputesOpen chargebacksOpen moneyFailed } }'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world?.close()
})

const counts = async (who = ADMIN) =>
  (await (await world.as(who)).ask<{ queues: Record<string, number> }>(COUNTS)).queues

const OPEN = ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW']
const TASKS = `query($w: TaskWhere!) { tasks(first: 100, where: $w) { nodes { title } } }`
/** What Home's card leads to: the open tasks that the system raised for one thing. */
const tasksAbout = async (about: string): Promise<{ title: string }[]> => {
  const where = { raisedFor: { in: [about] }, status: { in: OPEN } }
  return (await (await world.as(ADMIN)).ask(TASKS, { w: where }))['tasks'].nodes
}

test('a campaign is counted as closing in the last twelve hours of either window, and no longer', async () => {
  await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
  expect((await counts())['campaignsClosing']).toBe(0)
  await world.move(37 * HOUR)
  expect((await counts())['campaignsClosing']).toBe(2)
  await world.move(12 * HOUR)
  expect((await counts())['campaignsClosing']).toBe(0)
})

test('a release that is held by a bounce is counted apart until somebody was told', async () => {
  const { orderId, id } = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
  const [placed] = await world.rows<{ id: string }>(
    'select placed_by_contact_id as id from orders where id = $1',
    [orderId],
  )
  await transaction(world.running.house, system('test'), (tx) =>
    completionMailBounced(tx, { orderId, recipientId: placed!.id, address: 'gone@northwind.test' }),
  )
  await world.move(40 * HOUR)
  expect(await counts()).toMatchObject({ releasesHeld: 1, campaignsClosing: 0 })
  await take(world, ADMIN, 'resend', { id, c: placed!.id })
  expect((await counts())['releasesHeld']).toBe(0)
})

test('a dispute is counted until it is decided', async () => {
  const { id } = await aDispute(world)
  expect((await counts(FINANCE))['disputesOpen']).toBe(1)
  await act(world, FINANCE, 'resolve', { id, c: 'REFUND', ...WHY })
  expect((await counts(FINANCE))['disputesOpen']).toBe(0)
})

test('a payout that failed and a chargeback are counted for who looks after money, and a stalled campaign for admins', async () => {
  const { id } = await aCampaign(world, { at: 'COMPLETION_CLAIMED', token: 'tok_release_refused' })
  await take(world, BUYER, 'release', { id })
  await aCampaign(world, { at: 'ACCEPTED', token: 'tok_chargeback' })
  await until(
    () => counts(FINANCE),
    ({ chargebacksOpen }) => chargebacksOpen === 1,
  )
  expect((await counts(FINANCE))['moneyFailed']).toBe(1)
  await world.move(15 * 24 * HOUR)
  const stalled = await tasksAbout('campaign-stalled')
  expect(stalled.length).toBeGreaterThan(0)
  expect(stalled.every(({ title }) => title.endsWith(' has not moved for 14 days'))).toBe(true)
  expect((await counts())['campaignsStalled']).toBe(stalled.length)
  expect(await counts('fulfilment@demo.test')).toMatchObject({
    campaignsClosing: 0,
    campaignsStalled: 0,
    disputesOpen: 0,
    chargebacksOpen: 0,
    moneyFailed: 0,
  })
})
