import { assert, Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { account, bookTransfer } from './book-transfer.js'
import { happened } from './funds.events.js'
import { type HeldFunds, movableFunds } from './held-funds.js'
import { paymentHeld, requestRefund } from './request-refund.js'
import { requestOperation } from './request-operation.js'

/**
 * Decides what is held of a campaign's order: `refund` minor units of it go back to the buyer, the rest to the channel,
 * less our fee. It leaves what is held at once, and is due until the gateway has moved it: a refund and a release, each an
 * operation of its own, that may fail and is tried again alone. Returns their ids, where there is something to move.
 * @refuses FUNDS_FROZEN, AMOUNT_EXCEEDED
 */
export async function settleHeld(
  tx: Tx,
  { orderId, refund }: { orderId: string; refund: bigint },
): Promise<{ refundId?: string; releaseId?: string }> {
  const funds = await movableFunds(tx, orderId)
  const rest = funds.held - refund
  if (refund < 0n || rest < 0n)
    throw new Refusal('AMOUNT_EXCEEDED', undefined, { maximum: funds.held.toString() })
  // Both are made before the first leaves: the payment is found by what is held.
  const paymentId = funds.held > 0n ? await paymentHeld(tx, orderId) : ''
  const refundId = refund > 0n ? await requestRefund(tx, { orderId, amount: refund }) : undefined
  const releaseId =
    rest > 0n ? await release(tx, { orderId, paymentId, amount: rest, ...terms(funds) }) : undefined
  return { ...(refundId && { refundId }), ...(releaseId && { releaseId }) }
}

/** Our fee on what the channel gets: basis points of it, and no fraction of a minor unit more. */
export function feeOn(amount: bigint, feeBps: number): bigint {
  return (amount * BigInt(feeBps)) / 10_000n
}

interface Release {
  orderId: string
  paymentId: string
  amount: bigint
  currency: string
  channelId: string
  feeBps: number
}

function terms({ channelId, feeBps, currency }: HeldFunds) {
  assert(channelId, 'what is released was paid for a channel’s campaign')
  return { channelId, feeBps, currency }
}

async function release(tx: Tx, of: Release): Promise<string | undefined> {
  const { orderId, paymentId, amount, currency, channelId } = of
  const fee = feeOn(amount, of.feeBps)
  const net = amount - fee
  const entry = (name: string, moved: bigint) => ({ account: name, amount: moved, currency })
  await bookTransfer(tx, {
    orderId,
    cause: `release-request:${orderId}`,
    memo: 'Release requested',
    postings: [
      entry(account.held(orderId), -amount),
      entry(account.payable(channelId), net),
      entry(account.fees, fee),
    ].filter((posting) => posting.amount !== 0n),
  })
  if (net === 0n) return undefined
  const wanted = { orderId, purpose: 'RELEASE', kind: 'RELEASE', payeeId: channelId, fee, paymentId } as const
  const operationId = await requestOperation(tx, { ...wanted, amount: net, currency })
  const data = { operationId, amount: net.toString(), currency, fee: fee.toString(), channelId }
  await happened(tx, orderId, 'release.requested', data)
  return operationId
}
