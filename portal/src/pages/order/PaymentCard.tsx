import { moment } from '../../format/format.js'
import { Card, Fact } from '../../ui/Card.js'
import { chargeWords, operationNames, refundWords } from '../../words/money.js'
import { fundsWords, orderPageWords as words } from '../../words/order.js'
import type { Payment } from './order-parts.js'

/** The buyer's money on this order: where it is, and each payment and refund with how it went. */
export function PaymentCard({ payment, paidAt }: { payment: Payment; paidAt: string | null }) {
  const returning = BigInt(payment.refundDue.amount) > 0n
  return (
    <Card title={words.payment}>
      <p>{fundsWords[payment.state]}</p>
      <dl className="facts">
        {paidAt && <Fact term={words.paid}>{moment(paidAt)}</Fact>}
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
