import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { activateAccount } from '../../api/funds/activate-account.js'
import { checkPayoutAccount } from '../../api/funds/check-payout-account.js'
import { PayoutAccountEntity } from '../../api/funds/payout-account.entity.js'
import { newId } from '../../api/lib/ids.js'
import { Refusal } from '../../api/lib/refusal.js'
import { rows, sql } from '../../api/platform/database.js'
import { lockStream, startStream } from '../../api/platform/events.js'
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

test('one that is replaced in the very moment in which the gateway says yes waits for its own yes', async () => {
  const { id } = await named('acct_first')
  await told(id, 'acct_first', "account_ref = 'acct_second'")
  expect(await statusOf(id)).toBe('PENDING')
})

test('a yes that is told twice in the same moment counts once', async () => {
  const { id } = await named('acct_twice')
  await told(id, 'acct_twice', "status = 'ACTIVE'")
  expect(await statusOf(id)).toBe('ACTIVE')
})

const statusOf = async (id: string) =>
  (await funds.query<{ status: string }>('select status from payout_accounts where id = $1', [id]))[0]!.status

/** The gateway says yes while a change of the account has its lock: the answer has read the account before, and waits. */
async function told(id: string, accountRef: string, change: string): Promise<void> {
  const tell = () => funds.do((tx) => activateAccount(tx, { accountRef }))
  let first: Promise<void> | undefined
  await funds.do(async (tx) => {
    const [account] = await rows<{ organisationId: string; pid: number }>(
      tx,
      sql`select organisation_id as "organisationId", pg_backend_pid() as pid from payout_accounts where id = ${id}`,
    )
    await lockStream(tx, account!.organisationId)
    await rows(tx, sql`update payout_accounts set ${sql.raw(change)} where id = ${id}`)
    first = tell().catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'BUSY')) throw error
      return tell() // it had waited too long, and comes again
    })
    first.catch(() => undefined) // awaited below
    await until(
      () => waitingFor(account!.pid),
      (count) => count > 0,
    )
  })
  await first
}

/** How many wait for a lock of this backend's. */
const waitingFor = async (pid: number) =>
  (
    await funds.query<{ count: number }>(
      'select count(distinct l.pid)::int as count from pg_locks l where not l.granted and $1 = any(pg_blocking_pids(l.pid))',
      [pid],
    )
  )[0]!.count
