import { moment } from '../../format/format.js'
import { Card, Fact, Notice } from '../../ui/Card.js'
import {
  campaignFunds,
  frozenText,
  isByBank,
  operationWords,
  refusedWords,
  settledWords,
} from '../../words/money.js'
import { fundsWords, orderPageWords as words } from '../../words/order.js'
import type { Payment } from './order-parts.js'

interface PaymentCardProps {
  payment: Payment
  /** Whether it is for a campaign: set aside first, taken when the channel accepts, released when it is done. */
  isCampaign: boolean
}

/** The buyer's money on this order: where it is, and each payment and refund with how it went. */
export function PaymentCard({ payment, isCampaign }: PaymentCardProps) {
  const { state, held, refundDue, released, operations } = payment
  // Where all of it went one way, the sentence says so.
  const parted = state !== 'SETTLED' || operations.some(({ kind }) => kind === 'REFUND')
  return (
    <Card title={words.payment}>
      <p>{stateText(payment, isCampaign)}</p>
      <Refused operations={operations} />
      <dl className="facts">
        {['HELD', 'FROZEN'].includes(state) && (
          <Fact term={words.held}>
            <strong>{held.formatted}</strong>
            <span className="muted small"> {isCampaign ? words.heldForChannel : words.heldNote}</span>
          </Fact>
        )}
        {isCampaign && parted && some(released.amount) && (
          <Fact term={words.released}>{released.formatted}</Fact>
        )}
        {some(refundDue.amount) && (
          <Fact term={words.returning}>
            <strong>{refundDue.formatted}</strong>
          </Fact>
        )}
      </dl>
      {operations.length > 0 && <Receipt operations={operations} />}
    </Card>
  )
}

const some = (amount: string): boolean => BigInt(amount) > 0n

function stateText(payment: Payment, isCampaign: boolean): string {
  const { state, frozen, refundDue, operations } = payment
  const taken = operations.findLast(({ kind }) => kind === 'CAPTURE')
  if (state === 'AUTHORISED' && taken?.state === 'FAILED') return settledWords.notTaken
  if (state === 'FROZEN') return frozenText(frozen)
  if (state === 'SETTLED') return settledText(payment, isCampaign)
  if (state === 'SETTLING') return some(refundDue.amount) ? words.settlingBack : words.settlingOn
  return (isCampaign && campaignFunds[state]) || fundsWords[state]
}

/** Whose the money is now that all of it has moved: the buyer's again, in part, or for what was done. */
function settledText({ operations }: Payment, isCampaign: boolean): string {
  const sum = (...kinds: Operation['kind'][]): bigint =>
    operations
      .filter(({ kind, state }) => state === 'SUCCEEDED' && kinds.includes(kind))
      .reduce((total, { amount }) => total + BigInt(amount.amount), 0n)
  const back = sum('REFUND')
  if (back === 0n && operations.some(isByBank)) return settledWords.byBank
  if (back === 0n) return isCampaign ? settledWords.released : settledWords.ours
  if (back === sum('CHARGE', 'CAPTURE')) return settledWords.back
  return isCampaign ? settledWords.shared : settledWords.part
}

type Operation = Payment['operations'][number]

/** That money which should be with the buyer again is not, so far. */
function Refused({ operations }: { operations: readonly Operation[] }) {
  const last = operations.findLast(({ kind }) => kind === 'REFUND' || kind === 'VOID')
  if (last?.state !== 'FAILED' || isByBank(last)) return null
  return (
    <Notice tone="warn" title={last.kind === 'VOID' ? refusedWords.voidTitle : refusedWords.title}>
      <p>{refusedWords.text}</p>
    </Notice>
  )
}

function Receipt({ operations }: { operations: readonly Operation[] }) {
  return (
    <ul className="lines">
      {operations.map((operation, index) => (
        <li key={operation.id}>
          <div className="row row-apart">
            <span>
              {operationWords[operation.kind].name}
              {operation.attempt > 1 && <span className="muted"> ({words.attempt(operation.attempt)})</span>}
            </span>
            <span>{operation.amount.formatted}</span>
          </div>
          <p className="muted small">{howItWent(operation, operations.slice(index + 1))}</p>
        </li>
      ))}
    </ul>
  )
}

function howItWent(operation: Operation, later: readonly Operation[]): string {
  const { kind, purpose, state, failure, nextTryAt, settledAt, requestedAt } = operation
  return operationWords[kind].went[state]({
    when: moment(settledAt ?? requestedAt),
    failure,
    nextTry: nextTryAt && moment(nextTryAt),
    byBank: isByBank(operation),
    replaced: later.some((one) => one.kind === kind && one.purpose === purpose),
  })
}
