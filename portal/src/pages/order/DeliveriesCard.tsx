import { moment } from '../../format/format.js'
import { Card, Chip } from '../../ui/Card.js'
import { deliveryWords as words } from '../../words/delivery.js'
import { AnswerDelivery } from './AnswerDelivery.js'
import { DeliveredFile } from './DeliveredFile.js'
import type { Order } from './order-parts.js'

type Delivery = Order['deliveries'][number]

interface DeliveriesCardProps {
  order: Order
  /** What is held for the order, as people write it. */
  held: string | null
  onAnswered: () => void
}

/** What was delivered, the newest first, with its files, what was asked for of it, and the buyer's answer. */
export function DeliveriesCard({ order, held, onAnswered }: DeliveriesCardProps) {
  const deliveries = order.deliveries.toSorted((a, b) => b.number - a.number)
  if (deliveries.length === 0) return null
  return (
    <Card title={words.title}>
      <AnswerDelivery order={order} held={held} onAnswered={onAnswered} />
      <ul className="lines">
        {deliveries.map((delivery, index) => (
          <li key={delivery.id}>
            <DeliveryText delivery={delivery} newest={index === 0 && deliveries.length > 1} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function DeliveryText({ delivery, newest }: { delivery: Delivery; newest: boolean }) {
  const { number, deliveredAt, summary, files, revisionRequestedAt, revisionText } = delivery
  return (
    <>
      <div className="row row-apart">
        <h3>{words.head(number, moment(deliveredAt))}</h3>
        {newest && <Chip tone="good">{words.newest}</Chip>}
      </div>
      <p className="pre">{summary}</p>
      {files.length > 0 ? (
        <div className="files" role="group" aria-label={words.files}>
          {files.map((file) => (
            <DeliveredFile key={file.id} file={file} />
          ))}
        </div>
      ) : (
        <p className="muted small">{words.noFiles}</p>
      )}
      {revisionRequestedAt && (
        <div className="issue">
          <span className="issue-title">{words.asked(moment(revisionRequestedAt))}</span>
          {revisionText && <span className="pre">{revisionText}</span>}
        </div>
      )}
    </>
  )
}
