import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { checkPayoutAccount } from './check-payout-account.js'
import { payoutAccountMachine } from './payout-account.machine.js'

const PROBLEM = 'The payment provider can’t pay out to this account any more.'

/** Seconds until the gateway is asked: a notice that was late is mended by itself. */
const ASKED_AFTER_S = 60

/**
 * The gateway can't pay out to the accounts of this name any more: the active ones are suspended, and what is due waits. They
 * work again as soon as the gateway says so, or finance.
 */
export async function suspendAccount(tx: Tx, { accountRef }: { accountRef: string }): Promise<void> {
  for (const { id, organisationId } of await activeOf(tx, accountRef)) {
    await lockStream(tx, organisationId)
    if (!(await activeOf(tx, accountRef)).some((still) => still.id === id)) continue
    const reason = reasonFor(PROBLEM)
    await transition(tx, payoutAccountMachine, id, 'suspendPayoutAccount', {
      set: { problem: PROBLEM },
      data: { organisationId, reasonId: reason.id },
    })
    await reason.keep(tx, organisationId)
    await tx.house.jobs.send(tx, checkPayoutAccount, { id, accountRef, asks: 0 }, ASKED_AFTER_S)
  }
}

function activeOf(tx: Tx, accountRef: string): Promise<{ id: string; organisationId: string }[]> {
  return rows(
    tx,
    sql`select id, organisation_id as "organisationId" from payout_accounts where account_ref = ${accountRef} and status = 'ACTIVE' order by id`,
  )
}
