import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cancelPayment } from '../../api/funds/cancel-operation.js'
import { closeFunds } from '../../api/funds/held-funds.js'
import { FAILED_OPERATION } from '../../api/funds/operation.entity.js'
import { requestCapture } from '../../api/funds/request-capture.js'
import { returnFunds } from '../../api/funds/return-funds.js'
import { retryOperation } from '../../api/funds/retry-operation.js'
import { settleHeld } from '../../api/funds/settle-held.js'
import { type CampaignFunds, openCampaignFunds } from './support/campaign-funds.js'
import { until } from './support/funds-house.js'
import { ends } from './support/look.js'

let room: CampaignFunds
let funds: CampaignFunds['funds']
let look: CampaignFunds['look']

const HOUR = 3_600_000
const NOTHING = { accounts: {} }

beforeAll(async () => {
  room = await openCampaignFunds()
  ;({ funds, look } = room)
})
afterAll(() => room?.close())

/** Waits for the one state of an order's money that is hoped for; deadlines that are due are acted on meanwhile. */
const comesTo = (orderId: string, state: string) =>
  until(
    async () => (await look.move(0), (await look.money(orderId)).state),
    (now) => now === state,
  )

const heard = (orderId: string, purpose: string) =>
  funds.heard.filter((o) => o.orderId === orderId && o.purpose === purpose).map((o) => o.state)

test.each([
  'tok_hang',
  'tok_fails_after_effect',
  'tok_lost',
  'tok_slow',
  'tok_webhook_first',
  'tok_webhook_twice',
])('however the gateway answers with %s, what is set aside is known, once', async (token) => {
  const orderId = await room.authorised(token)
  expect(await look.money(orderId)).toEqual({ state: 'AUTHORISED', ...NOTHING })
  expect(heard(orderId, 'PAYMENT')).toEqual(['SUCCEEDED'])
})

test.each(['tok_capture_hangs', 'tok_capture_fails_after_effect', 'tok_capture_slow'])(
  'a capture whose answer does not come (%s) is asked for before anything else, and booked once',
  async (token) => {
    const orderId = await room.captured(token)
    expect((await look.money(orderId)).accounts).toEqual({ provider: -5000, held: 5000 })
    expect(ends(await look.operations(orderId), 'CAPTURE')).toEqual([['SUCCEEDED', null, 1]])
  },
)

test('a refused capture is told and tried again by itself; what comes of it is held', async () => {
  const orderId = await room.captured('tok_capture_refused_once')
  expect((await look.money(orderId)).state).toBe('AUTHORISED')
  expect(heard(orderId, 'CAPTURE')).toEqual(['FAILED'])
  await look.move(HOUR + 3000)
  await comesTo(orderId, 'HELD')
  expect(ends(await look.operations(orderId), 'CAPTURE')).toEqual([['SUCCEEDED', null, 2]])
  expect(await look.events(orderId)).toEqual([
    'payment.authorised',
    'payment.capture-refused',
    'payment.capture-retried',
    'payment.captured',
  ])
})

test('a buyer who pays again is charged once, and what was set aside before is let go', async () => {
  const orderId = await room.captured('tok_capture_refused')
  await funds.do((tx) => requestCapture(tx, { orderId, token: 'tok_refused' }))
  await look.answered(orderId)
  expect((await look.money(orderId)).state).toBe('AUTHORISED')
  await funds.do((tx) => requestCapture(tx, { orderId, token: 'tok_ok' }))
  await look.answered(orderId)
  await until(
    async () => (await look.move(3000), ends(await look.operations(orderId), 'VOID')),
    ([end]) => end?.[0] === 'SUCCEEDED',
  )
  expect(await look.money(orderId)).toEqual({ state: 'HELD', accounts: { provider: -5000, held: 5000 } })
  expect(heard(orderId, 'CAPTURE')).toEqual(['FAILED', 'FAILED', 'SUCCEEDED'])
  const failed = (await look.operations(orderId)).find((o) => o.kind === 'CAPTURE')
  const again = funds.do((tx) => retryOperation(tx, { id: failed!.id }))
  await expect(again).rejects.toMatchObject({ code: 'INVALID_TRANSITION' })
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 1000n }))
  await look.answered(orderId)
  expect((await look.money(orderId)).state).toBe('SETTLED')
})

test('a refused void is told and tried again by itself, and by hand', async () => {
  const [once, ever] = await Promise.all(['tok_void_refused_once', 'tok_void_refused'].map(room.authorised))
  for (const orderId of [once!, ever!]) {
    await funds.do((tx) => returnFunds(tx, { orderId }))
    await look.answered(orderId)
    expect(await look.money(orderId)).toEqual({ state: 'SETTLING', ...NOTHING })
  }
  await look.move(HOUR / 6 + 3000)
  await comesTo(once!, 'VOIDED')
  const [, refused] = await until(
    () => look.answered(ever!),
    (all) => all[1]?.attempt === 2,
  )
  await funds.do((tx) => retryOperation(tx, { id: refused!.id }))
  await until(
    () => look.answered(ever!),
    (all) => all[1]?.attempt === 3,
  )
  expect(ends(await look.operations(ever!), 'VOID')).toEqual([['FAILED', 'void_refused', 3]])
})

test('a void that finds the money taken in already becomes a refund', async () => {
  const orderId = await room.authorised('tok_captured_already')
  await funds.do((tx) => returnFunds(tx, { orderId }))
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({
    state: 'SETTLING',
    accounts: { provider: -5000, 'refund-due': 5000 },
  })
  await look.move(3000)
  await comesTo(orderId, 'SETTLED')
  expect(await look.money(orderId)).toEqual({ state: 'SETTLED', ...NOTHING })
  expect(await look.events(orderId)).toEqual([
    'payment.authorised',
    'payment.void-requested',
    'payment.void-failed',
    'payment.came-late',
    'refund.requested',
    'refund.issued',
  ])
})

test('a capture under way is called off when the money is to go back, and what was set aside is let go', async () => {
  const orderId = await room.authorised('tok_capture_slow')
  await funds.do((tx) => requestCapture(tx, { orderId }))
  await until(
    () => look.operations(orderId),
    (all) => all[1]?.state === 'UNKNOWN',
  )
  await funds.do((tx) => returnFunds(tx, { orderId }))
  await look.answered(orderId)
  await look.move(3000)
  await comesTo(orderId, 'VOIDED')
  expect(ends(await look.operations(orderId), 'CAPTURE')).toEqual([['FAILED', 'cancelled', 1]])
})

test('one that is not sent yet is called off on the spot', async () => {
  const orderId = await room.authorised('tok_ok')
  await funds.do(async (tx) => {
    await requestCapture(tx, { orderId })
    await returnFunds(tx, { orderId })
  })
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({ state: 'VOIDED', ...NOTHING })
  const listed = await funds.query(`select 1 from operations where order_id = $1 and ${FAILED_OPERATION}`, [
    orderId,
  ])
  expect(listed).toEqual([])
})

test('a capture that succeeds after it was called off is refunded', async () => {
  const orderId = await room.authorised('tok_capture_late')
  await funds.do((tx) => requestCapture(tx, { orderId }))
  await until(
    () => look.operations(orderId),
    (all) => all[1]?.state === 'UNKNOWN',
  )
  await funds.do((tx) => returnFunds(tx, { orderId }))
  await look.answered(orderId)
  await look.move(3000)
  await comesTo(orderId, 'SETTLED')
  expect((await look.money(orderId)).accounts).toEqual({})
  const back = (await look.operations(orderId)).filter((o) => o.purpose === 'LATE_REFUND')
  expect(back.map((o) => [o.state, o.amount])).toEqual([['SUCCEEDED', '5000']])
})

test('an authorisation that succeeds after its order has ended is let go', async () => {
  const orderId = await funds.authorise('tok_late')
  await until(
    () => look.operations(orderId),
    ([first]) => first?.state === 'UNKNOWN',
  )
  expect(await funds.do((tx) => cancelPayment(tx, { orderId }))).toBe('ASKED')
  await until(
    () => look.operations(orderId),
    ([first]) => first?.state === 'FAILED',
  )
  await funds.do((tx) => closeFunds(tx, { orderId }))
  await until(
    () => look.operations(orderId),
    ([first]) => first?.state === 'SUCCEEDED',
  )
  await look.move(3000)
  await comesTo(orderId, 'VOIDED')
  expect(await look.events(orderId)).toEqual([
    'payment.cancelled',
    'payment.came-late',
    'payment.void-requested',
    'payment.voided',
  ])
})

test('a refused release stays due, and is tried again until the channel has it', async () => {
  const orderId = await room.captured('tok_release_refused_once')
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 0n }))
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({
    state: 'SETTLING',
    accounts: { provider: -5000, payable: 4500, fees: 500 },
  })
  expect(heard(orderId, 'RELEASE')).toEqual(['FAILED'])
  await look.move(HOUR + 3000)
  await comesTo(orderId, 'SETTLED')
  expect((await look.money(orderId)).accounts).toEqual({ provider: -500, fees: 500 })
  expect(await look.events(orderId)).toEqual([
    'payment.authorised',
    'payment.captured',
    'release.requested',
    'release.failed',
    'release.retried',
    'release.issued',
  ])
})

test('a release whose answer never comes is asked for, and made once', async () => {
  const orderId = await room.captured('tok_release_hangs')
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 0n }))
  await look.answered(orderId)
  expect((await look.money(orderId)).accounts).toEqual({ provider: -500, fees: 500 })
  expect(ends(await look.operations(orderId), 'RELEASE')).toEqual([['SUCCEEDED', null, 1]])
})

test('of a split each half fails and is tried again alone', async () => {
  const orderId = await room.captured('tok_split_refused_once')
  const { refundId } = await funds.do((tx) => settleHeld(tx, { orderId, refund: 2000n }))
  await look.answered(orderId)
  expect((await look.money(orderId)).accounts).toEqual({
    provider: -5000,
    'refund-due': 2000,
    payable: 2700,
    fees: 300,
  })
  await funds.do((tx) => retryOperation(tx, { id: refundId! }))
  await look.answered(orderId)
  expect((await look.money(orderId)).accounts).toEqual({ provider: -3000, payable: 2700, fees: 300 })
  await look.move(HOUR + 3000)
  await comesTo(orderId, 'SETTLED')
})

test('nothing is paid out to a channel without an active account; it is sent as soon as there is one', async () => {
  const orderId = await room.captured('tok_ok')
  const [account] = await funds.query<{ id: string }>(
    `update payout_accounts set status = 'SUSPENDED' where organisation_id = (select channel_id from held_funds where id = $1) returning id`,
    [orderId],
  )
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 0n }))
  const all = await look.answered(orderId)
  expect(ends(all, 'RELEASE')).toEqual([['FAILED', 'no_payout_account', 1]])
  await funds.query(`update payout_accounts set status = 'ACTIVE' where id = $1`, [account!.id])
  await look.move(HOUR + 3000)
  await comesTo(orderId, 'SETTLED')
})

test('a refused payment is the buyer’s to try again, nobody else’s', async () => {
  const orderId = await room.authorised('tok_refused')
  const [payment] = await look.operations(orderId)
  const again = funds.do((tx) => retryOperation(tx, { id: payment!.id }))
  await expect(again).rejects.toMatchObject({ code: 'INVALID_TRANSITION' })
})
