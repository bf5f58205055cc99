import { OrderAgainDocument, ReorderDocument } from '../../gen/operations.js'
import { navigate } from '../../router/router.js'
import { buyersOf, type Viewer } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Card, Chip } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { useVerb } from '../../wire/use-verb.js'
import { reorderWords as words } from '../../words/buying.js'

/** What an order had, once more: shown first, put into a cart by a click. A mail's link leads here and changes nothing by itself. */
export function ReorderPage({ id, viewer }: { id: string; viewer: Viewer }) {
  const { data, error, reload } = useRead(OrderAgainDocument, { id })
  const { run, pending, error: refused } = useVerb(ReorderDocument)
  const order = data?.order
  if (data && !(order && buyersOf(viewer).some((buyer) => buyer.id === order.buyer?.id))) return <Missing />
  if (!order) {
    return (
      <Page title={words.title} width="narrow">
        {error ? <Failure error={error} onRetry={() => void reload()} /> : <Bones />}
      </Page>
    )
  }
  const some = order.lines.some(({ service }) => service?.onSale)
  const start = async (): Promise<void> => {
    if (await run({ orderId: order.id })) navigate('/cart')
  }
  return (
    <Page title={words.title} lead={words.lead(order.number)} width="narrow">
      <Card title={order.beneficiary ? words.forWhom(order.beneficiary.name) : words.title}>
        <ul className="lines">
          {order.lines.map(({ id: lineId, service }) => (
            <li key={lineId}>
              <div className="row row-apart">
                <h3>{service?.name}</h3>
                {service?.onSale ? (
                  <strong>{service.price.formatted}</strong>
                ) : (
                  <Chip tone="plain">{words.gone}</Chip>
                )}
              </div>
              <p className="muted">{[service?.channelName, service?.summary].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
        <Failure error={refused} />
        <div>
          <Button busy={pending} refusal={some ? null : words.none} onClick={() => void start()}>
            {words.start}
          </Button>
        </div>
        <p className="muted small">{words.note}</p>
      </Card>
    </Page>
  )
}
