import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { isOwner } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { reasonFor } from '../platform/reasons.js'
import { enter, transition } from '../platform/transition.js'
import { sendWhatWaited } from './activate-account.js'
import { checkPayoutAccount } from './check-payout-account.js'
import { PayoutAccountEntity } from './payout-account.entity.js'
import { payoutAccountMachine } from './payout-account.machine.js'

/**
 * An owner of a channel names the account that it is paid out to, by the token that the gateway's own page gave; another
 * one takes the place of the first. It is active as soon as the gateway says that it can pay out to it. Returns its id.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, VALIDATION
 */
export async function connectPayoutAccount(
  tx: Tx,
  { organisationId, accountToken }: { organisationId: string; accountToken: string },
): Promise<string> {
  if (!/^[\w-]{3,200}$/.test(accountToken))
    refuseFields([{ path: 'accountToken', message: 'the token that the gateway’s page gave' }])
  await mayConnect(tx, organisationId)
  await lockStream(tx, organisationId)
  const known = await row<{ id: string }>(
    tx,
    sql`select id from payout_accounts where organisation_id = ${organisationId}`,
  )
  const id = known?.id ?? newId('pac')
  const data = { organisationId }
  if (known) {
    const set = { account_ref: accountToken, connected_at: tx.now, activated_at: null, problem: null }
    await transition(tx, payoutAccountMachine, id, 'connectPayoutAccount', { set, data })
  } else {
    const status = payoutAccountMachine.initial
    const account = { id, organisationId, status, accountRef: accountToken, connectedAt: tx.now }
    await tx.em.insert(PayoutAccountEntity, account)
    await enter(tx, payoutAccountMachine, id, { type: 'payout-account.connected', data })
  }
  await tx.house.jobs.send(tx, checkPayoutAccount, { id, accountRef: accountToken, asks: 0 })
  return id
}

/**
 * Finance lets nothing go to an account for now, and says why; what is due to the channel waits.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, VALIDATION
 */
export async function suspendPayoutAccount(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  await decide(tx, 'suspendPayoutAccount', input)
  return input.id
}

/**
 * Finance lets money go there again, and says why; what waited for it is tried at once.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, VALIDATION
 */
export async function reinstatePayoutAccount(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  await sendWhatWaited(tx, await decide(tx, 'reinstatePayoutAccount', input))
  return input.id
}

/** To others than its members, a channel is not there; and what is not a channel is not paid out to. */
async function mayConnect(tx: Tx, organisationId: string): Promise<void> {
  const { viewer } = tx
  const found = await row<{ kind: string }>(
    tx,
    sql`select kind from organisations where id = ${organisationId}`,
  )
  if (!found) throw new Refusal('NOT_FOUND')
  if (viewer.kind !== 'system' && !isOwner(viewer, organisationId))
    throw new Refusal(viewer.organisations.includes(organisationId) ? 'FORBIDDEN' : 'NOT_FOUND')
  if (found.kind !== 'CHANNEL') refuseFields([{ path: 'organisationId', message: 'a channel' }])
}

/** Takes a verb of finance with its reason. Returns the channel. */
async function decide(
  tx: Tx,
  verb: 'suspendPayoutAccount' | 'reinstatePayoutAccount',
  { id, reason }: { id: string; reason: string },
): Promise<string> {
  const given = reasonFor(reason)
  const { facts, streamId } = await transition(tx, payoutAccountMachine, id, verb, ({ organisationId }) => ({
    set: { problem: null },
    data: { organisationId, reasonId: given.id },
  }))
  await given.keep(tx, streamId)
  return facts.organisationId
}
