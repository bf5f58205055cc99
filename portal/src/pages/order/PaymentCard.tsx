import { moment } from '../../format/format.js'
import { Card, Fact, Notice } from '../../ui/Card.js'
import { chargeWords, operationNames, refundWords, refusedWords, settledWords } from '../../words/money.js'
import { fundsWords, orderPageWords as words } from '../../words/order.js'
import type { Payment } from './order-parts.js'

interface PaymentCardProps {
  payment: Payment
}

/** The buyer's money on this order: where it is, and each payment and refund with how it went. */
export function PaymentCard({ payment }: PaymentCardProps) {
  const returning = BigInt(payment.refundDue.amount) > 0n
  const refund = payment.operations.findLast(({ kind }) => kind === 'REFUND')
  return (
    <Card title={words.payment}>
      <p>{payment.state === 'SETTLED' ? settledText(payment) : fundsWords[payment.state]}</p>
      {refund?.state === 'FAILED' && (
        <Notice tone="warn" title={refusedWords.title}>
          <p>{refusedWords.text}</p>
        </Notice>
      )}
      <dl className="facts">
        {payment.state === 'HELD' && (
          <Fact term={words.held}>
            <strong>{payment.held.formatted}</strong>
            <span className="muted small"> {words.heldNote}</span>
          </Fact>
        )}
        {returning && (
          <Fact term={words.returning}>
            <strong>{payment.refundDue.formatted}</strong>
          </Fact>
        )}
      </dl>
      {payment.operations.length > 0 && <Receipt operations={payment.operations} />}
    </Card>
  )
}

/** Whose the money is now that all of it has moved: the buyer's again, in part, or ours for the work. */
function settledText({ operations }: Payment): string {
  const sum = (refunds: boolean): bigint =>
    operations
      .filter(({ kind, state }) => state === 'SUCCEEDED' && (kind === 'REFUND') === refunds)
      .reduce((total, { amount }) => total + BigInt(amount.amount), 0n)
  const back = sum(true)
  if (back === 0n) return settledWords.ours
  return back === sum(false) ? settledWords.back : settledWords.part
}

type Operation = Payment['operations'][number]

function Receipt({ operations }: { operations: readonly Operation[] }) {
  return (
    <ul className="lines">
      {operations.map((operation, index) => (
        <li key={operation.id}>
          <div className="row row-apart">
            <span>
              {operation.kind === 'REFUND' ? operationNames.refund : operationNames.charge}
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
  const say = kind === 'REFUND' ? refundWords : chargeWords
  return say[state]({
    when: moment(settledAt ?? requestedAt),
    failure,
    nextTry: nextTryAt && moment(nextTryAt),
    replaced: later.some((one) => one.kind === kind && one.purpose === purpose),
  })
}
