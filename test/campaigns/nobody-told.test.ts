import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { telling } from '../../api/platform/events.js'
import { aCampaign, ADMIN, BUYER, CHANNEL, CHECKED, SUPPORT, take, VERBS } from '../support/campaigns.js'
import { joins } from '../support/joins.js'
import { keyed } from '../support/verbs.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  actionOf,
  campaignNow,
  jump,
  lastOf,
  mailsTo,
  moneyOf,
  moneyRests,
  openTasks,
  story,
} from './read-campaign.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const placedBy = async () =>
  (
    await world.rows<{ contact: string }>(
      'select m.contact_id as contact from members m join users u on u.id = m.user_id where u.email = $1',
      [BUYER],
    )
  )[0]!.contact

const changeAddress = async (id: string, email: string) =>
  (await world.as(ADMIN)).ask(
    'mutation($id: ID!, $e: String) { changeContact(id: $id, name: "Ada Agency", email: $e) { id } }',
    { id, e: email },
  )

const notTold = (number: string) => ({
  role: 'SUPPORT',
  title: `The buyer of ${number} was not told that the campaign is complete`,
})

test('a buyer without an address is never told: nothing is released, and somebody of support has a task', async () => {
  const campaign = await aCampaign(world, { at: 'READY' })
  const { id, number, price } = campaign
  const second = await joins(world, {
    name: 'Nia Second',
    email: 'nia@northwind.test',
    role: 'MEMBER',
    of: BUYER,
  })
  const contact = await placedBy()
  await changeAddress(contact, '')
  await take(world, CHANNEL, 'complete', { id, c: CHECKED })
  await world.move(49 * HOUR)
  expect(await campaignNow(world, id, SUPPORT)).toMatchObject({
    status: 'COMPLETION_CLAIMED',
    releaseHeld: true,
    dueAt: null,
    order: { standing: { actor: 'US' } },
  })
  expect(await moneyOf(world, campaign)).toMatchObject({ held: price })
  expect(await openTasks(world, campaign)).toEqual([notTold(number)])
  expect((await story(world, campaign)).slice(-2)).toEqual(['completion-claimed', 'nobody-told'])
  expect(await actionOf(world, id, BUYER, 'openDispute')).toMatchObject({ allowed: true })

  await take(world, SUPPORT, 'resend', { id, c: second })
  expect(await mailsTo(world, 'nia@northwind.test', campaign)).toEqual(['campaign-completed'])
  expect(await openTasks(world, campaign)).toEqual([])
  await world.move(25 * HOUR)
  await moneyRests(world, campaign)
  expect(await campaignNow(world, id)).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
  await changeAddress(contact, BUYER)
})

test('told only when the workers return after 50 hours, the buyer still has a day, and the mail says so', async () => {
  const campaign = await aCampaign(world, { at: 'READY' })
  const { id } = campaign
  const back = nobodyTells()
  await (await world.as(CHANNEL)).ask(VERBS.complete, keyed({ id, c: CHECKED }))
  await jump(world, 50 * HOUR)
  await heldBy(id)
  back()
  await world.settled()
  const seen = await campaignNow(world, id)
  const hoursLeft = (Date.parse(seen.disputeBy) - (await now())) / HOUR
  expect(seen).toMatchObject({ status: 'COMPLETION_CLAIMED', releaseHeld: false })
  expect(hoursLeft).toBeGreaterThan(23)
  expect(hoursLeft).toBeLessThanOrEqual(24)
  expect((await lastOf(world, campaign, 'campaign.told-late')).data).toEqual({ disputeBy: seen.disputeBy })
  expect(await openTasks(world, campaign)).toEqual([])
  const [mail] = (await world.inbox(BUYER))
    .filter(({ subject }) => subject.includes(campaign.number))
    .slice(-1)
  expect(mail!.text).toContain(String(new Date(seen.disputeBy).getUTCDate()))
  await world.move(25 * HOUR)
  await moneyRests(world, campaign)
  expect(await campaignNow(world, id)).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
  expect(await mailsTo(world, BUYER, campaign)).toContain('release-reminder')
})

test('a buyer who releases before the mail was written gets none that asks for it', async () => {
  const campaign = await aCampaign(world, { at: 'READY' })
  const { id } = campaign
  const back = nobodyTells()
  await (await world.as(CHANNEL)).ask(VERBS.complete, keyed({ id, c: CHECKED }))
  await (await world.as(BUYER)).ask(VERBS.release, keyed({ id }))
  back()
  await world.settled()
  expect(await mailsTo(world, BUYER, campaign)).not.toContain('campaign-completed')
})

const now = async () =>
  new Date((await world.rows<{ now: Date }>('select app_now() as now'))[0]!.now).getTime()

/** Waits until the deadline has held the release. */
async function heldBy(id: string): Promise<void> {
  while (!(await campaignNow(world, id)).releaseHeld) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** Whoever tells is kept waiting, as where no worker runs, until what is given back is called. */
function nobodyTells(): () => void {
  const { concerns, tell } = telling.bound
  let back = () => {}
  const gone = new Promise<void>((resolve) => (back = resolve))
  telling.bind({
    concerns,
    tell: async (...of) => {
      await gone
      await tell(...of)
    },
  })
  return () => {
    telling.bind({ concerns, tell })
    back()
  }
}
