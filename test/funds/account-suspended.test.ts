import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { BUYER, CHANNEL, FINANCE, refusal, take } from '../support/campaigns.js'
import { openStripeWorld, type StripeWorld } from './stripe-world.js'

let room: StripeWorld
beforeAll(async () => {
  room = await openStripeWorld()
})
afterAll(() => room?.close())

/** The provider tells how the channel's account stands, twice, and means it when it is asked. */
async function tell(ready: boolean): Promise<void> {
  const { books, webhooks } = room.stripe
  const [account] = [...books.accounts.values()]
  account!.capabilities.transfers = ready ? 'active' : 'inactive'
  account!.payouts_enabled = ready
  webhooks.copies = 2
  webhooks.tell('account.updated', account!, null)
  await webhooks.quiet()
  webhooks.copies = 1
  await room.quiet()
}
const account = async () =>
  (
    await room.world.rows<{ id: string; status: string; problem: string | null }>(
      'select id, status, problem from payout_accounts',
    )
  )[0]!
const log = async () =>
  (
    await room.world.rows<{ type: string }>(
      `select type from events where aggregate_id = $1 order by sequence`,
      [(await account()).id],
    )
  ).map(({ type }) => type)
const decide = async (verb: 'suspendPayoutAccount' | 'reinstatePayoutAccount') =>
  (await room.world.as(FINANCE)).ask(
    `mutation($id: ID!, $k: String!) { ${verb}(id: $id, idempotencyKey: $k, reason: "We look into it.") { status } }`,
    { id: (await account()).id, k: randomUUID() },
  )

test('an account that the provider can’t pay out to any more is suspended, told once, and works again when it can', async () => {
  const offered = await room.aCampaign({ at: 'AWAITING_ACCEPTANCE' })
  const complete = await room.aCampaign({ at: 'COMPLETION_CLAIMED' })
  await room.quiet()
  await tell(false)
  expect(await account()).toMatchObject({
    status: 'SUSPENDED',
    problem: expect.stringContaining('can’t pay out'),
  })
  expect((await log()).filter((type) => type === 'payout-account.suspended')).toHaveLength(1)
  const mails = () =>
    room.world.rows<{ template: string; to: string }>(
      `select template, to_address as "to" from mails where template like 'payout-account-%' order by id`,
    )
  expect(await mails()).toEqual([{ template: 'payout-account-suspended', to: CHANNEL }])
  expect(await refusal(room.world, CHANNEL, 'accept', { id: offered.id })).toMatchObject({
    code: 'PAYOUT_ACCOUNT_INACTIVE',
  })
  await take(room.world, BUYER, 'release', { id: complete.id })
  const release = () =>
    room.world.rows<{ state: string }>(
      `select state from operations where order_id = $1 and kind = 'RELEASE'`,
      [complete.orderId],
    )
  expect(await release()).toEqual([{ state: 'FAILED' }])
  await tell(true)
  await room.world.move(5000)
  await room.quiet()
  expect(await account()).toMatchObject({ status: 'ACTIVE', problem: null })
  expect((await mails()).map(({ template }) => template)).toEqual([
    'payout-account-suspended',
    'payout-account-reinstated',
  ])
  expect(await release()).toEqual([{ state: 'SUCCEEDED' }])
  expect(await room.world.ledgerFaults()).toEqual([])
})

test('what finance suspended stays so, whatever the provider says', async () => {
  await decide('suspendPayoutAccount')
  await tell(true)
  expect(await account()).toMatchObject({ status: 'SUSPENDED', problem: null })
  await decide('reinstatePayoutAccount')
  expect(await account()).toMatchObject({ status: 'ACTIVE' })
})
