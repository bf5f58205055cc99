import { system } from '../lib/viewer.js'
import type { House, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type Job, job } from '../platform/jobs.js'
import { transaction } from '../platform/transaction.js'
import { activateAccount } from './activate-account.js'
import { type AccountState, gateway } from './gateway.js'

/** Seconds between one asking and the next while the gateway can't say yet; then it is left to the gateway's notice. */
const PAUSES_S = [2, 5, 15, 60, 300, 900, 3600, 3600, 21_600, 86_400, 86_400, 86_400] as const

type Subject = { id: string; accountRef: string; asks: number }

/** Asks the gateway whether it can pay out to an account that was just named: it is active from the moment that it can. */
export const checkPayoutAccount: Job<Subject> = job<Subject>({
  name: 'check-payout-account',
  run: async (house, { id, accountRef, asks }) => {
    const state = await ask(house, accountRef)
    await transaction(house, system('payments'), async (tx) => {
      if (state === 'READY') return activateAccount(tx, { accountRef })
      if (state === 'UNKNOWN') return noteProblem(tx, id, accountRef)
      const pause = PAUSES_S[asks]
      if (pause !== undefined)
        await tx.house.jobs.send(tx, checkPayoutAccount, { id, accountRef, asks: asks + 1 }, pause)
    })
  },
})

/** No answer in time means that it can't say yet. Outside any transaction. */
async function ask(house: House, accountRef: string): Promise<AccountState> {
  try {
    return await gateway.bound.account(accountRef, AbortSignal.timeout(gateway.bound.patienceMs))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    house.log.warn({ reason }, 'the gateway did not say how a payout account stands: it will be asked')
    return 'NOT_YET'
  }
}

async function noteProblem(tx: Tx, id: string, accountRef: string): Promise<void> {
  const problem = 'The payment provider knows no such account.'
  await row(
    tx,
    sql`update payout_accounts set problem = ${problem}, version = version + 1 where id = ${id} and account_ref = ${accountRef} and status = 'PENDING'`,
  )
}
