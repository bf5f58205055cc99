import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { noteChargeback, settleChargeback } from '../../api/funds/chargeback.js'
import { freezeFunds, unfreezeFunds } from '../../api/funds/freeze-funds.js'
import { recogniseRevenue } from '../../api/funds/held-funds.js'
import { settleHeld } from '../../api/funds/settle-held.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { type CampaignFunds, openCampaignFunds } from './support/campaign-funds.js'
import { until } from './support/funds-house.js'

let room: CampaignFunds
let funds: CampaignFunds['funds']
let look: CampaignFunds['look']

const finance: Viewer = { ...anonymous, kind: 'staff', id: 'usr_finance', roles: ['FINANCE'] }

beforeAll(async () => {
  room = await openCampaignFunds()
  ;({ funds, look } = room)
})
afterAll(() => room?.close())

interface Matter {
  id: string
  status: string
  bankSays: string | null
  ref: string
}
const matters = (orderId: string) =>
  funds.query<Matter>(
    `select id, status, bank_says as "bankSays", gateway_ref as ref from chargebacks where order_id = $1`,
    [orderId],
  )

/** The buyer's bank wants the payment of an order back; waits until we have heard. */
async function chargedBack(orderId: string): Promise<Matter> {
  const [payment] = await funds.query<{ key: string }>(
    `select key from operations where order_id = $1 and kind in ('CHARGE', 'AUTHORISE') and state = 'SUCCEEDED'`,
    [orderId],
  )
  await funds.sandbox.chargeBack(payment!.key)
  const [matter] = await until(
    () => matters(orderId),
    (all) => all.length === 1,
  )
  return matter!
}

/** The same of a part of it. */
async function partChargedBack(orderId: string, amount: bigint, currency = 'EUR'): Promise<Matter> {
  const [payment] = await funds.query<{ ref: string }>(
    `select provider_ref as ref from operations where order_id = $1 and kind in ('CHARGE', 'AUTHORISE')`,
    [orderId],
  )
  const about = { about: 'CHARGEBACK', outcome: 'OPENED', paymentRef: payment!.ref } as const
  await funds.do((tx) => noteChargeback(tx, { ...about, ref: `part-of-${orderId}`, amount, currency }))
  return (await matters(orderId))[0]!
}

const DAY = 86_400_000
const settle = (id: string, outcome: 'WON' | 'LOST', viewer = finance) =>
  transaction(funds.house, viewer, (tx) => settleChargeback(tx, { id, outcome }))

test('a chargeback freezes the money and is somebody’s to look after', async () => {
  const orderId = await room.captured('tok_chargeback')
  const [matter] = await until(
    () => matters(orderId),
    (all) => all.length === 1,
  )
  expect((await look.money(orderId)).state).toBe('FROZEN')
  expect(funds.chargebacks).toContainEqual({ id: matter!.id, orderId, status: 'OPEN' })
  await funds.sandbox.decide(matter!.ref, 'WON')
  const [decided] = await until(
    () => matters(orderId),
    ([one]) => one?.bankSays === 'WON',
  )
  expect(decided).toMatchObject({ status: 'OPEN', bankSays: 'WON' }) // settling it is finance's
  await settle(matter!.id, 'WON')
  expect(await look.money(orderId)).toEqual({ state: 'HELD', accounts: { provider: -5000, held: 5000 } })
  expect(funds.thawed).toContain(orderId)
  expect(await look.events(orderId)).toEqual([
    'payment.authorised',
    'payment.captured',
    'chargeback.opened',
    'funds.frozen',
    'chargeback.bank-decided',
    'chargeback.settled',
    'funds.unfrozen',
  ])
  await expect(settle(matter!.id, 'LOST')).rejects.toMatchObject({ code: 'INVALID_TRANSITION' })
})

test('lost while the money is held, the loss is what is held', async () => {
  const orderId = await room.captured()
  const { id } = await chargedBack(orderId)
  await settle(id, 'LOST')
  expect(await look.money(orderId)).toEqual({ state: 'SETTLED', accounts: {} })
  expect(await funds.do((tx) => settleHeld(tx, { orderId, refund: 0n }))).toEqual({})
})

test('lost to a bank that counts in another currency, finance says what it took in the order’s', async () => {
  const orderId = await room.captured()
  const { id } = await partChargedBack(orderId, 2_200n, 'USD')
  const lose = (taken?: bigint) =>
    transaction(funds.house, finance, (tx) =>
      settleChargeback(tx, { id, outcome: 'LOST', taken: taken ?? null }),
    )
  for (const missing of [undefined, 0n, -1n])
    await expect(lose(missing)).rejects.toMatchObject({
      code: 'VALIDATION',
      params: { fields: [{ path: 'taken', message: expect.stringContaining('EUR') }] },
    })
  await lose(2_000n)
  expect(await look.money(orderId)).toEqual({ state: 'HELD', accounts: { provider: -3000, held: 3000 } })
  expect(await matters(orderId)).toMatchObject([{ status: 'LOST' }])
  const { id: other } = await chargedBack(await room.captured())
  await expect(
    transaction(funds.house, finance, (tx) =>
      settleChargeback(tx, { id: other, outcome: 'LOST', taken: 1n }),
    ),
  ).rejects.toMatchObject({ code: 'VALIDATION' })
})

test('lost after the channel has its money, the channel owes what is missing', async () => {
  const orderId = await room.captured()
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 0n }))
  await look.answered(orderId)
  const { id } = await chargedBack(orderId)
  expect((await look.money(orderId)).state).toBe('SETTLED')
  await settle(id, 'LOST')
  expect((await look.money(orderId)).accounts).toEqual({ provider: 4500, fees: 500, receivable: -5000 })
})

test('lost while a refund is still due, the buyer has it from their bank: it is not sent any more', async () => {
  const orderId = await room.captured('tok_refund_refused')
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 5000n }))
  await look.answered(orderId)
  const { id } = await chargedBack(orderId)
  await settle(id, 'LOST')
  await look.move(30 * DAY)
  expect((await look.money(orderId)).accounts).toEqual({})
  expect(await look.events(orderId)).toContain('refund.called-off')
  const refunds = (await look.operations(orderId)).filter(({ kind }) => kind === 'REFUND')
  expect(refunds).toMatchObject([{ state: 'FAILED', failure: 'charged_back', attempt: 1 }])
})

test('lost while both shares of a split are due, neither is sent, and the channel owes our fee', async () => {
  const orderId = await room.captured('tok_split_refused_once')
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 2000n }))
  await look.answered(orderId)
  const { id } = await chargedBack(orderId)
  await settle(id, 'LOST')
  await look.move(30 * DAY)
  expect((await look.money(orderId)).accounts).toEqual({ fees: 300, receivable: -300 })
  const left = (await look.operations(orderId)).filter(({ kind }) => kind === 'REFUND' || kind === 'RELEASE')
  expect(left.map(({ state, failure }) => [state, failure])).toEqual([
    ['FAILED', 'charged_back'],
    ['FAILED', 'charged_back'],
  ])
})

test('a part that is lost is taken off the refund that is due; the rest is sent', async () => {
  const orderId = await room.captured('tok_split_refused_once')
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 2000n }))
  await look.answered(orderId)
  const { id } = await partChargedBack(orderId, 500n)
  await settle(id, 'LOST')
  await look.move(2 * 3_600_000)
  await until(
    async () => {
      await look.move(0) // a deadline whose order the worker held just then
      return look.money(orderId)
    },
    ({ accounts }) => accounts['provider'] === -300,
  )
  expect((await look.money(orderId)).accounts).toEqual({ provider: -300, fees: 300 })
  const moved = (await look.operations(orderId)).filter(({ state }) => state === 'SUCCEEDED')
  expect(moved.map(({ kind, amount }) => [kind, amount])).toEqual(
    expect.arrayContaining([
      ['REFUND', '1500'],
      ['RELEASE', '2700'],
    ]),
  )
})

test('while a refund is on its way nobody says that a chargeback is lost', async () => {
  const orderId = await room.captured('tok_refund_refused')
  await funds.do((tx) => settleHeld(tx, { orderId, refund: 5000n }))
  await look.answered(orderId)
  const { id } = await chargedBack(orderId)
  const is = (state: string) =>
    funds.query(`update operations set state = $2 where order_id = $1 and kind = 'REFUND'`, [orderId, state])
  await is('UNKNOWN')
  await expect(settle(id, 'LOST')).rejects.toMatchObject({ code: 'PAYMENT_IN_PROGRESS' })
  await is('FAILED')
  await settle(id, 'LOST')
  expect((await look.money(orderId)).accounts).toEqual({})
})

test('lost on an order without a channel, the loss beyond what is held is ours', async () => {
  const orderId = await funds.pay('tok_ok')
  await look.answered(orderId)
  const { id } = await chargedBack(orderId)
  await settle(id, 'LOST')
  expect((await look.money(orderId)).accounts).toEqual({})
  await funds.do((tx) => recogniseRevenue(tx, { orderId, earnedBy: 'lin_1', amount: 2000n }))
  expect((await look.money(orderId)).accounts).toEqual({})
})

test('a dispute that stands beside it does not keep a bank from taking the money, and stands on', async () => {
  const orderId = await room.captured()
  await funds.do((tx) => freezeFunds(tx, { orderId, cause: 'DISPUTE' }))
  const { id } = await chargedBack(orderId)
  await settle(id, 'LOST')
  expect(funds.thawed).not.toContain(orderId)
  expect((await look.money(orderId)).accounts).toEqual({})
  await funds.do((tx) => unfreezeFunds(tx, { orderId, cause: 'DISPUTE' }))
  expect(funds.thawed).toContain(orderId)
})

test('heard twice it is one matter; about a payment that is not ours it is asked for again', async () => {
  const orderId = await room.captured()
  const { ref } = await chargedBack(orderId)
  await funds.sandbox.webhooks.owe(ref, 0, 2)
  await funds.sandbox.webhooks.send()
  expect(await matters(orderId)).toHaveLength(1)
  expect(funds.chargebacks.filter((news) => news.orderId === orderId)).toHaveLength(1)
  const stranger = {
    about: 'CHARGEBACK',
    ref: 'chargeback_x',
    paymentRef: 'pay_x',
    outcome: 'OPENED',
  } as const
  const known = await funds.do((tx) => noteChargeback(tx, { ...stranger, amount: 1n, currency: 'EUR' }))
  expect(known).toBe(false)
})

test('nobody but finance settles one', async () => {
  const orderId = await room.captured()
  const { id } = await chargedBack(orderId)
  const admin = { ...finance, roles: ['ADMIN'] }
  await expect(settle(id, 'WON', admin)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(settle(id, 'WON', { ...finance, roles: ['SUPPORT'] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(settle('cbk_nowhere', 'LOST')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
