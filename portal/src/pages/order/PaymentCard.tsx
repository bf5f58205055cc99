import type { OrderPaymentQuery } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Card, Fact } from '../../ui/Card.js'
import { fundsWords, operationWords, orderPageWords as words } from '../../words/order.js'
import { plain } from '../../format/format.js'

type Paid = NonNullable<OrderPaymentQuery['order']>
type Payment = NonNullable<Paid['payment']>

/** The buyer's money on this order: where it is, and each charge and refund as on a receipt. */
export function PaymentCard({ order, paidAt }: { order: Paid; paidAt: string | null }) {
  const payment = order.payment
  if (!payment) return null
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
      </dl>
      {payment.operations.length > 0 && <Receipt operations={payment.operations} />}
    </Card>
  )
}

function Receipt({ operations }: { operations: Payment['operations'] }) {
  return (
    <ul className="lines">
      {operations.map((operation) => (
        <li key={operation.id}>
          <div className="row row-apart">
            <span>
              {plain(operation.kind)}
              {operation.attempt > 1 && <span className="muted"> ({words.attempt(operation.attempt)})</span>}
            </span>
            <span>{operation.amount.formatted}</span>
          </div>
          <p className="muted small">
            {plain(operationWords[operation.state])}
            {operation.failure && `: ${operation.failure}`}
            {` · ${moment(operation.settledAt ?? operation.requestedAt)}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
