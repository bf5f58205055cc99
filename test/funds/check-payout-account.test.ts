import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { checkPayoutAccount } from '../../api/funds/check-payout-account.js'
import { PayoutAccountEntity } from '../../api/funds/payout-account.entity.js'
import { newId } from '../../api/lib/ids.js'
import { startStream } from '../../api/platform/events.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type FundsHouse, openFundsHouse, until } from './support/funds-house.js'

let database: FreshDatabase
let funds: FundsHouse

beforeAll(async () => {
  database = await freshDatabase()
  funds = await openFundsHouse(database.url)
})
afterAll(async () => {
  await funds.close()
  await database.drop()
})

/** An account that a channel has named; the gateway was not asked about it yet. */
async function named(accountRef: string): Promise<{ id: string; accountRef: string }> {
  const [id, organisationId] = [newId('pac'), newId('org')]
  await funds.do(async (tx) => {
    await startStream(tx, organisationId)
    const account = { id, organisationId, accountRef, status: 'PENDING', connectedAt: tx.now }
    await tx.em.insert(PayoutAccountEntity, account)
  })
  return { id, accountRef }
}

const ask = async (account: { id: string; accountRef: string }, asks = 0) => {
  await checkPayoutAccount.run(funds.house, { ...account, asks }, { jobId: '', number: 1, last: false })
  const found = await funds.query<{ status: string; problem: string | null }>(
    'select status, problem from payout_accounts where id = $1',
    [account.id],
  )
  return found[0]
}
const askedAgain = async (account: { id: string }) =>
  (
    await funds.query<{ asks: number }>(
      `select (data->>'asks')::int as asks from pgboss.job where name = 'check-payout-account' and data->>'id' = $1`,
      [account.id],
    )
  ).map((job) => job.asks)

test('an account that the gateway can’t pay out to yet is asked about until it can', async () => {
  const account = await named('acct_slow')
  expect(await ask(account)).toEqual({ status: 'PENDING', problem: null })
  expect(await askedAgain(account)).toEqual([1])
  await until(
    () => ask(account, 1),
    (found) => found?.status === 'ACTIVE',
  )
  expect(await ask(account, 2)).toMatchObject({ status: 'ACTIVE' }) // asked once too often: nothing happens
})

test('one that is never ready is not asked about for ever, and one that is no account says so', async () => {
  const never = await named('acct_never')
  await ask(never, 12)
  expect(await askedAgain(never)).toEqual([])
  const unknown = await named('acct_unknown')
  expect(await ask(unknown)).toMatchObject({ status: 'PENDING', problem: expect.stringContaining('no such') })
})

test('an answer about an account that was replaced meanwhile changes nothing', async () => {
  const account = await named('acct_ok')
  await funds.query(`update payout_accounts set account_ref = 'acct_never' where id = $1`, [account.id])
  expect(await ask(account)).toEqual({ status: 'PENDING', problem: null })
})
