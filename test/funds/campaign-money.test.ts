import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { FUNDS_STATE } from '../../api/funds/funds-state.js'
import { closeFunds } from '../../api/funds/held-funds.js'
import { requestCapture } from '../../api/funds/request-capture.js'
import { requestAuthorisation } from '../../api/funds/request-operation.js'
import { returnFunds } from '../../api/funds/return-funds.js'
import { feeOn, settleHeld } from '../../api/funds/settle-held.js'
import type { Tx } from '../../api/platform/context.js'
import { row, sql } from '../../api/platform/database.js'
import { type CampaignFunds, openCampaignFunds } from './support/campaign-funds.js'
import { placeCampaign, PRICE } from './support/funds-house.js'
import { ends } from './support/look.js'

let room: CampaignFunds
let funds: CampaignFunds['funds']
let look: CampaignFunds['look']

beforeAll(async () => {
  room = await openCampaignFunds()
  ;({ funds, look } = room)
})
afterAll(() => room?.close())

/** Asks for something, and looks where the money is before the worker can know that it was asked. */
function asking(orderId: string, ask: (tx: Tx) => Promise<unknown>): Promise<string | undefined> {
  return funds.do(async (tx) => {
    await ask(tx)
    const found = await row<{ state: string }>(
      tx,
      sql`select ${sql.raw(FUNDS_STATE)} as state from held_funds t where t.id = ${orderId}`,
    )
    return found?.state
  })
}

test('what is set aside is a memo: no account has it until it is taken in', async () => {
  const orderId = await funds.do(placeCampaign)
  const money = { orderId, amount: PRICE, currency: 'EUR', token: 'tok_ok' } as const
  expect(await asking(orderId, (tx) => requestAuthorisation(tx, money))).toBe('AUTHORISING')
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({ state: 'AUTHORISED', accounts: {} })
  expect(funds.heard.at(-1)).toMatchObject({ purpose: 'PAYMENT', kind: 'AUTHORISE', state: 'SUCCEEDED' })
  expect(await asking(orderId, (tx) => requestCapture(tx, { orderId }))).toBe('CAPTURING')
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({ state: 'HELD', accounts: { provider: -5000, held: 5000 } })
  expect(funds.heard.at(-1)).toMatchObject({ orderId, purpose: 'CAPTURE', state: 'SUCCEEDED' })
  expect(await look.events(orderId)).toEqual(['payment.authorised', 'payment.captured'])
})

test('a refused authorisation is told, and may be asked for again', async () => {
  const orderId = await room.authorised('tok_no_funds')
  expect(await look.money(orderId)).toEqual({ state: 'NONE', accounts: {} })
  expect(await look.events(orderId)).toEqual(['payment.refused'])
})

test('a campaign that is not accepted costs nothing: what was set aside is let go at once', async () => {
  const orderId = await room.authorised()
  expect(await asking(orderId, (tx) => returnFunds(tx, { orderId }))).toBe('SETTLING')
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({ state: 'VOIDED', accounts: {} })
  expect(await look.events(orderId)).toEqual([
    'payment.authorised',
    'payment.void-requested',
    'payment.voided',
  ])
  await funds.do((tx) => returnFunds(tx, { orderId }))
  expect(ends(await look.operations(orderId), 'VOID')).toEqual([['SUCCEEDED', null, 1]])
})

test('a release gives the channel what is held less the fee, and what is on its way is due until it has arrived', async () => {
  const orderId = await room.captured()
  const { releaseId } = await funds.do((tx) => settleHeld(tx, { orderId, refund: 0n }))
  expect(releaseId).toMatch(/^opn_/)
  await funds.do((tx) => closeFunds(tx, { orderId }))
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({ state: 'SETTLED', accounts: { provider: -500, fees: 500 } })
  expect(await look.events(orderId)).toEqual([
    'payment.authorised',
    'payment.captured',
    'release.requested',
    'release.issued',
  ])
  const sent = await funds.query('select account, amount::text from sandbox.actions where key like $1', [
    `${releaseId}-%`,
  ])
  expect(sent).toEqual([{ account: 'acct_ok', amount: '4500' }])
})

test('a split is a refund and a release, and the fee is on what the channel gets', async () => {
  const orderId = await room.captured()
  const ids = await funds.do((tx) => settleHeld(tx, { orderId, refund: 2000n }))
  expect(Object.keys(ids)).toEqual(['refundId', 'releaseId'])
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({ state: 'SETTLED', accounts: { provider: -300, fees: 300 } })
  expect(
    (await look.operations(orderId)).slice(2).map(({ kind, amount, state }) => [kind, amount, state]),
  ).toEqual([
    ['REFUND', '2000', 'SUCCEEDED'],
    ['RELEASE', '2700', 'SUCCEEDED'],
  ])
})

test('a decision for the buyer refunds all of it; one of more than is held is refused', async () => {
  const orderId = await room.captured()
  const more = funds.do((tx) => settleHeld(tx, { orderId, refund: 5001n }))
  await expect(more).rejects.toMatchObject({ code: 'AMOUNT_EXCEEDED', params: { maximum: '5000' } })
  const less = funds.do((tx) => settleHeld(tx, { orderId, refund: -1n }))
  await expect(less).rejects.toMatchObject({ code: 'AMOUNT_EXCEEDED' })
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 5000n }))
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({ state: 'SETTLED', accounts: {} })
})

test('of two decisions at once one is carried out, and nothing leaves twice', async () => {
  const orderId = await room.captured()
  const both = [0n, 5000n].map((refund) => funds.do((tx) => settleHeld(tx, { orderId, refund })))
  const refused = (await Promise.allSettled(both)).filter((r) => r.status === 'rejected')
  expect(refused.length).toBeLessThanOrEqual(1) // the second finds nothing left to release, or too little to refund
  await look.answered(orderId)
  expect(
    (await look.operations(orderId)).filter((o) => o.kind === 'REFUND' || o.kind === 'RELEASE'),
  ).toHaveLength(1)
  expect((await look.money(orderId)).state).toBe('SETTLED')
})

test('an accepted campaign that is cancelled is refunded whole', async () => {
  const orderId = await room.captured()
  await funds.do((tx) => returnFunds(tx, { orderId }))
  await look.answered(orderId)
  expect(await look.money(orderId)).toEqual({ state: 'SETTLED', accounts: {} })
})

test('the fee is never a fraction of a cent too much', () => {
  expect([1n, 9n, 10n, 19n, 4999n, 0n].map((amount) => feeOn(amount, 1000))).toEqual([
    0n,
    0n,
    1n,
    1n,
    499n,
    0n,
  ])
  expect(feeOn(5000n, 10_000)).toBe(5000n)
})
