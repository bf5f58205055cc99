import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { setDeadline } from '../platform/deadlines.js'
import { lockStream } from '../platform/events.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { payoutAccountMachine } from './payout-account.machine.js'

const WORKS_AGAIN = 'The payment provider can pay out to this account again.'

/**
 * The gateway can pay out to the accounts of this name: those that waited for that are active now; what finance suspended
 * is finance's. Looked at again under its lock: what was told twice in the same moment happens once, and what has another
 * name by then still waits.
 */
export async function activateAccount(tx: Tx, { accountRef }: { accountRef: string }): Promise<void> {
  for (const { id, organisationId } of await waitingFor(tx, accountRef)) {
    await lockStream(tx, organisationId)
    const account = (await waitingFor(tx, accountRef)).find((still) => still.id === id)
    if (!account) continue
    await (account.status === 'PENDING' ? activate : reinstate)(tx, account)
    await sendWhatWaited(tx, organisationId)
  }
}

interface Waiting {
  readonly id: string
  readonly organisationId: string
  readonly status: 'PENDING' | 'SUSPENDED'
}

async function activate(tx: Tx, { id, organisationId }: Waiting): Promise<void> {
  const set = { activated_at: tx.now, problem: null }
  await transition(tx, payoutAccountMachine, id, 'activatePayoutAccount', { set, data: { organisationId } })
}

async function reinstate(tx: Tx, { id, organisationId }: Waiting): Promise<void> {
  const reason = reasonFor(WORKS_AGAIN)
  await transition(tx, payoutAccountMachine, id, 'reinstatePayoutAccount', {
    set: { problem: null },
    data: { organisationId, reasonId: reason.id },
  })
  await reason.keep(tx, organisationId)
}

function waitingFor(tx: Tx, accountRef: string): Promise<Waiting[]> {
  return rows(
    tx,
    sql`select id, organisation_id as "organisationId", status from payout_accounts
      where account_ref = ${accountRef} and (status = 'PENDING' or status = 'SUSPENDED' and problem is not null) order by id`,
  )
}

/** Releases that could not be paid out, to this account or to the one before it, are tried again now. */
export async function sendWhatWaited(tx: Tx, channelId: string): Promise<void> {
  const waiting = await rows<{ id: string; orderId: string }>(
    tx,
    sql`select id, order_id as "orderId" from operations where payee_id = ${channelId} and kind = 'RELEASE' and state = 'FAILED' and overtaken_at is null order by id`,
  )
  for (const { id, orderId } of waiting) {
    const of = { machine: 'Operation', subjectId: id, streamId: orderId, runsOn: true } as const
    await setDeadline(tx, of, 'retry', tx.now)
  }
}
