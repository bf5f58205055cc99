import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { account, bookTransfer, move, reverseTransfer } from '../../api/funds/book-transfer.js'
import { closeFunds, heldFunds, recogniseRevenue } from '../../api/funds/held-funds.js'
import { row, sql } from '../../api/platform/database.js'
import type { Tx } from '../../api/platform/context.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type FundsHouse, openFundsHouse, placeOrder } from './support/funds-house.js'

let database: FreshDatabase
let funds: FundsHouse
let owner: pg.Client

beforeAll(async () => {
  database = await freshDatabase()
  funds = await openFundsHouse(database.url)
  owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await funds.close()
  await database.drop()
})

let n = 0
const receive = (tx: Tx, orderId: string, amount = 5000n, currency = 'EUR') =>
  move(tx, {
    orderId,
    memo: 'Received',
    cause: `test:${n++}`,
    from: account.provider,
    to: account.held(orderId),
    amount,
    currency,
  })
const anOrderHolding = (amount: bigint) =>
  funds.do(async (tx) => {
    const orderId = await placeOrder(tx)
    await receive(tx, orderId, amount)
    return orderId
  })

test('money that comes in is held, and what has earned it makes it revenue, once', async () => {
  const orderId = await anOrderHolding(5000n)
  await funds.do((tx) => recogniseRevenue(tx, { orderId, earnedBy: 'lin_1', amount: 2000n }))
  expect(await funds.do((tx) => heldFunds(tx, orderId))).toMatchObject({ held: 3000n, refundDue: 0n })
  const twice = funds.do((tx) => recogniseRevenue(tx, { orderId, earnedBy: 'lin_1', amount: 2000n }))
  await expect(twice).rejects.toThrow(/transfers_order_id_cause_unique/)
  const tooMuch = funds.do((tx) => recogniseRevenue(tx, { orderId, earnedBy: 'lin_2', amount: 3001n }))
  await expect(tooMuch).rejects.toMatchObject({ code: 'AMOUNT_EXCEEDED', params: { maximum: '3000' } })
  await funds.do((tx) => recogniseRevenue(tx, { orderId, earnedBy: orderId }))
  await funds.do((tx) => closeFunds(tx, { orderId }))
  const events = await funds.query('select type from events where stream_id = $1', [orderId])
  expect(events).toEqual([{ type: 'revenue.recognised' }, { type: 'revenue.recognised' }])
})

test('the database refuses a transfer that does not sum to zero, and one without two sides', async () => {
  const orderId = await anOrderHolding(5000n)
  const entry = (accountName: string, amount: bigint, currency = 'EUR') => ({
    account: accountName,
    amount,
    currency,
  })
  const book = (...postings: ReturnType<typeof entry>[]) =>
    funds.do((tx) => bookTransfer(tx, { orderId, memo: 'Wrong', cause: `test:${n++}`, postings }))
  await expect(book(entry('revenue', 1n), entry('provider', -2n))).rejects.toThrow(/does not sum to zero/)
  await expect(book(entry('revenue', 1n), entry('provider', -1n, 'USD'))).rejects.toThrow(
    /does not sum to zero/,
  )
  await expect(book(entry('revenue', 1n))).rejects.toThrow(/does not sum to zero/)
  await expect(book(entry('revenue', 0n), entry('provider', 0n))).rejects.toThrow(/postings_amount_not_zero/)
  await expect(book(entry('pocket', 1n), entry('provider', -1n))).rejects.toThrow(/postings_account_known/)
  await expect(book(entry('held:ord_other', 1n), entry('provider', -1n))).rejects.toThrow(
    /postings_account_known/,
  )
  const lonely = funds.do((tx) =>
    row(
      tx,
      sql`insert into transfers (id, order_id, cause, memo, booked_at) values ('trf_lonely', ${orderId}, 'lonely', '', now())`,
    ),
  )
  await expect(lonely).rejects.toThrow(/fewer than two postings/)
})

test('the database refuses to hold less than nothing, another currency, or anything once closed', async () => {
  const orderId = await anOrderHolding(5000n)
  const pay = (from: string, amount: bigint) =>
    funds.do((tx) =>
      move(tx, {
        orderId,
        memo: 'Out',
        cause: `test:${n++}`,
        from,
        to: account.provider,
        amount,
        currency: 'EUR',
      }),
    )
  await expect(pay(account.held(orderId), 5001n)).rejects.toThrow(/held_funds_held_not_negative/)
  await expect(pay(account.refundDue(orderId), 1n)).rejects.toThrow(/held_funds_refund_due_not_negative/)
  await expect(funds.do((tx) => receive(tx, orderId, 1n, 'USD'))).rejects.toThrow(/has no funds in USD/)
  await expect(funds.do((tx) => closeFunds(tx, { orderId }))).rejects.toThrow(
    /held_funds_closed_holds_nothing/,
  )
})

test('what is booked is never changed, removed or added to, not even by the owner of the tables', async () => {
  const orderId = await anOrderHolding(5000n)
  const [transfer] = await funds.query<{ id: string }>('select id from transfers where order_id = $1', [
    orderId,
  ])
  for (const statement of [
    'update postings set amount = 1',
    'delete from postings',
    `update transfers set memo = ''`,
    'delete from transfers',
    'truncate postings',
    'truncate transfers cascade',
  ]) {
    await expect(owner.query(statement)).rejects.toThrow(/append-only/)
    await expect(funds.query(statement)).rejects.toThrow(/permission denied/)
  }
  const values = `('pst_a', $1, $2, 'revenue', 1, 'EUR', now()), ('pst_b', $1, $2, 'provider', -1, 'EUR', now())`
  await expect(owner.query(`insert into postings values ${values}`, [transfer?.id, orderId])).rejects.toThrow(
    /written already/,
  )
  await expect(funds.query('update held_funds set held = 1')).rejects.toThrow(/permission denied/)
})

test('a mistake is corrected by its opposite, once', async () => {
  const orderId = await funds.do(placeOrder)
  const transferId = await funds.do((tx) => receive(tx, orderId))
  await funds.do((tx) => reverseTransfer(tx, { transferId, memo: 'Booked on the wrong order' }))
  expect(await funds.do((tx) => heldFunds(tx, orderId))).toMatchObject({ held: 0n })
  await expect(funds.do((tx) => reverseTransfer(tx, { transferId, memo: 'again' }))).rejects.toThrow(
    /cause_unique/,
  )
})

test('the check of the ledger says what is wrong, and nothing where nothing is', async () => {
  expect(await funds.check()).toEqual([])
  const orderId = await anOrderHolding(700n)
  await owner.query('update held_funds set held = 800 where id = $1', [orderId])
  const found = await funds.check()
  expect(found).toContainEqual({
    invariant: 'held funds are their postings',
    subject: orderId,
    found: 'held 800, postings 700; due 0, postings 0; payable 0, postings 0',
  })
  await owner.query('update held_funds set held = 700 where id = $1', [orderId])
})

test('the check names frozen money that left, and what was captured without being booked or let go as well', async () => {
  const orderId = await anOrderHolding(700n)
  const operation = (id: string, kind: string, purpose: string) =>
    owner.query(
      `insert into operations (id, order_id, purpose, subject_id, kind, state, amount, currency, key, payment_id, requested_at)
        values ($1, $2, $3, $1, $4, 'SUCCEEDED', 700, 'EUR', $1, 'opn_p', now())`,
      [id, orderId, purpose, kind],
    )
  await operation('opn_c', 'CAPTURE', 'CAPTURE')
  await owner.query(
    `insert into freezes (id, order_id, cause, subject_id, held, frozen_at) values ('frz_x', $1, 'DISPUTE', $1, 900, now())`,
    [orderId],
  )
  const found = (await funds.check()).filter((violation) => [orderId, 'opn_c'].includes(violation.subject))
  expect(found).toEqual([
    { invariant: 'frozen money stays', subject: orderId, found: 'DISPUTE: held 700, frozen with 900' },
    { invariant: 'what succeeded is booked', subject: 'opn_c', found: 'SUCCEEDED, not booked' },
    { invariant: 'what we say succeeded did', subject: 'opn_c', found: 'not in their books' },
  ])
  await owner.query(`delete from freezes where order_id = $1`, [orderId])
  await owner.query(`delete from operations where order_id = $1`, [orderId])
})
