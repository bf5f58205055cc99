import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { account, move } from '../../api/funds/book-transfer.js'
import { freezeFunds, unfreezeFunds } from '../../api/funds/freeze-funds.js'
import { closeFunds, recogniseRevenue } from '../../api/funds/held-funds.js'
import { sendOperation } from '../../api/funds/operation-jobs.js'
import { requestRefund } from '../../api/funds/request-refund.js'
import { returnFunds } from '../../api/funds/return-funds.js'
import { retryOperation } from '../../api/funds/retry-operation.js'
import { settleHeld } from '../../api/funds/settle-held.js'
import type { Tx } from '../../api/platform/context.js'
import { type CampaignFunds, openCampaignFunds } from './support/campaign-funds.js'
import { until } from './support/funds-house.js'
import { ends } from './support/look.js'

let room: CampaignFunds
let funds: CampaignFunds['funds']
let look: CampaignFunds['look']

beforeAll(async () => {
  room = await openCampaignFunds()
  ;({ funds, look } = room)
})
afterAll(() => room?.close())

test('while a dispute stands nothing moves, whoever asks', async () => {
  const orderId = await room.captured()
  await funds.do((tx) => freezeFunds(tx, { orderId, cause: 'DISPUTE' }))
  await funds.do((tx) => freezeFunds(tx, { orderId, cause: 'DISPUTE' }))
  expect((await look.money(orderId)).state).toBe('FROZEN')
  const verbs: ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => settleHeld(tx, { orderId, refund: 0n }),
    (tx) => settleHeld(tx, { orderId, refund: 5000n }),
    (tx) => returnFunds(tx, { orderId }),
    (tx) => requestRefund(tx, { orderId, amount: 1n }),
  ]
  for (const verb of verbs) await expect(funds.do(verb)).rejects.toMatchObject({ code: 'FUNDS_FROZEN' })
  await funds.do((tx) => unfreezeFunds(tx, { orderId, cause: 'DISPUTE' }))
  expect(funds.thawed).toEqual([orderId])
  expect((await look.money(orderId)).state).toBe('HELD')
  expect((await look.events(orderId)).slice(2)).toEqual(['funds.frozen', 'funds.unfrozen'])
})

test('the database itself refuses a posting out of frozen money, even to its owner', async () => {
  const orderId = await room.captured()
  await funds.do((tx) => freezeFunds(tx, { orderId, cause: 'DISPUTE' }))
  const out = funds.do((tx) =>
    move(tx, {
      orderId,
      cause: 'test:out',
      memo: 'Out',
      from: account.held(orderId),
      to: account.revenue,
      amount: 1n,
      currency: 'EUR',
    }),
  )
  await expect(out).rejects.toThrow(/the money of order .* is frozen/)
  await expect(funds.query('delete from freezes where order_id = $1', [orderId])).rejects.toThrow(
    /permission denied/,
  )
  await funds.do((tx) => unfreezeFunds(tx, { orderId, cause: 'DISPUTE' }))
})

test('each cause begins and ends alone: the money moves when the last is gone', async () => {
  const orderId = await room.captured()
  const bank = { orderId, cause: 'CHARGEBACK', subjectId: 'cbk_1' } as const
  await funds.do((tx) => freezeFunds(tx, { orderId, cause: 'DISPUTE' }))
  await funds.do((tx) => freezeFunds(tx, bank))
  await funds.do((tx) => unfreezeFunds(tx, { orderId, cause: 'DISPUTE' }))
  expect(funds.thawed).not.toContain(orderId)
  const release = (tx: Tx) => settleHeld(tx, { orderId, refund: 0n })
  await expect(funds.do(release)).rejects.toMatchObject({ code: 'FUNDS_FROZEN' })
  await funds.do((tx) => unfreezeFunds(tx, { ...bank, subjectId: 'cbk_other' }))
  await expect(funds.do(release)).rejects.toMatchObject({ code: 'FUNDS_FROZEN' })
  await funds.do((tx) => unfreezeFunds(tx, bank))
  expect(funds.thawed).toContain(orderId)
  await funds.do(release)
  await look.answered(orderId)
  expect((await look.money(orderId)).state).toBe('SETTLED')
})

test('what was due before the freeze and not sent waits; what had failed is not tried again until it ends', async () => {
  const orderId = await room.captured('tok_split_refused_once')
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 2000n }))
  const failed = await look.answered(orderId)
  const bank = { orderId, cause: 'CHARGEBACK', subjectId: 'cbk_2' } as const
  await funds.do((tx) => freezeFunds(tx, bank))
  await look.move(2 * 3_600_000)
  expect(ends(await look.answered(orderId), 'RELEASE')).toEqual([['FAILED', 'transfer_refused', 1]])
  const byHand = funds.do((tx) => retryOperation(tx, { id: failed.at(-1)!.id }))
  await expect(byHand).rejects.toMatchObject({ code: 'FUNDS_FROZEN' })
  await funds.do((tx) => unfreezeFunds(tx, bank))
  await until(
    async () => (await look.move(3000), (await look.money(orderId)).state),
    (state) => state === 'SETTLED',
  )
})

test('a transfer that was requested and frozen in one breath is sent once the freeze ends', async () => {
  const orderId = await room.captured()
  const bank = { orderId, cause: 'CHARGEBACK', subjectId: 'cbk_3' } as const
  await funds.do(async (tx) => {
    await settleHeld(tx, { orderId, refund: 0n })
    await freezeFunds(tx, bank)
  })
  await funds.house.jobs.drained(60_000)
  expect(ends(await look.operations(orderId), 'RELEASE')).toEqual([['REQUESTED', null, 1]])
  await funds.do((tx) => unfreezeFunds(tx, bank))
  await look.answered(orderId)
  expect((await look.money(orderId)).state).toBe('SETTLED')
})

test('an order that ends while its money is frozen earns it, and is closed, when it moves again', async () => {
  const orderId = await funds.pay('tok_ok')
  await look.answered(orderId)
  const bank = { orderId, cause: 'CHARGEBACK', subjectId: 'cbk_4' } as const
  await funds.do((tx) => freezeFunds(tx, bank))
  await funds.do((tx) => recogniseRevenue(tx, { orderId, earnedBy: 'lin_1', amount: 2000n }))
  await funds.do((tx) => recogniseRevenue(tx, { orderId, earnedBy: orderId }))
  await funds.do((tx) => closeFunds(tx, { orderId }))
  expect(await look.money(orderId)).toEqual({ state: 'FROZEN', accounts: { provider: -5000, held: 5000 } })
  await funds.do((tx) => unfreezeFunds(tx, bank))
  expect(await look.money(orderId)).toEqual({
    state: 'SETTLED',
    accounts: { provider: -5000, revenue: 5000 },
  })
  const closed = 'select closed_at is not null as closed from held_funds where id = $1'
  expect(await funds.query(closed, [orderId])).toEqual([{ closed: true }])
})

test('a campaign’s channel is the one whose account its money may go to', async () => {
  const orderId = await room.captured()
  const other = funds.do((tx) =>
    move(tx, {
      orderId,
      cause: 'test:other',
      memo: 'To another',
      from: account.held(orderId),
      to: account.payable('org_01hzzzzzzzzzzzzzzzzzzzzzzz'),
      amount: 1n,
      currency: 'EUR',
    }),
  )
  await expect(other).rejects.toThrow(/is not the campaign of payable/)
})

test('a transfer whose worker died before its call, and of which the gateway never heard, waits for the end of the freeze', async () => {
  const orderId = await room.captured()
  const bank = { orderId, cause: 'CHARGEBACK', subjectId: 'cbk_4' } as const
  await funds.do(async (tx) => {
    await settleHeld(tx, { orderId, refund: 0n })
    await freezeFunds(tx, bank)
  })
  await funds.house.jobs.drained(60_000)
  const [sent] = await funds.query<{ id: string }>(
    `update operations set state = 'SENT', token = 'acct_ok', sent_at = now() where order_id = $1 and kind = 'RELEASE' returning id`,
    [orderId],
  )
  await sendOperation.run(funds.house, { operationId: sent!.id }, { jobId: '', number: 2, last: false })
  expect(ends(await look.operations(orderId), 'RELEASE')).toEqual([['REQUESTED', null, 1]])
  await funds.do((tx) => unfreezeFunds(tx, bank))
  await look.answered(orderId)
  expect((await look.money(orderId)).state).toBe('SETTLED')
})
