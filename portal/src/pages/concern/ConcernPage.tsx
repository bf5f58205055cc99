import { useState } from 'react'
import { OrdersDocument, PostMessageDocument, type OrdersQuery } from '../../gen/operations.js'
import { Link, usePlace } from '../../router/router.js'
import type { Viewer } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Card, Notice } from '../../ui/Card.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { Choice } from '../../ui/Field.js'
import { Page } from '../../ui/Page.js'
import { TextArea } from '../../ui/TextArea.js'
import { Refused } from '../../wire/refused.js'
import { useRead } from '../../wire/use-read.js'
import { useVerb } from '../../wire/use-verb.js'
import { common } from '../../words/common.js'
import { concernWords as words } from '../../words/concern.js'
import { expected } from '../../words/refusals.js'
import { Attachments } from '../order/Attachments.js'
import { useAttachments } from '../order/use-attachments.js'

type Order = OrdersQuery['orders']['nodes'][number]

/** Tells our team, at any time, that something about an active service is wrong. */
export function ConcernPage({ viewer }: { viewer: Viewer }) {
  const { data, error, reload } = useRead(OrdersDocument, {
    first: 100,
    after: null,
    where: { status: { in: ['OPEN', 'ON_HOLD', 'DELIVERED'] } },
  })
  const [sent, setSent] = useState<string>()
  const orders = data?.orders.nodes
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      <Failure error={error} onRetry={() => void reload()} />
      {!orders && !error && <Bones />}
      {orders?.length === 0 && (
        <div className="card empty">
          <h2>{words.noneTitle}</h2>
          <p>{words.none}</p>
          <Link to="/" className={classOf('quiet')}>
            {common.home}
          </Link>
        </div>
      )}
      {sent && (
        <Notice tone="good" title={words.sentTitle}>
          <p>{words.sent}</p>
          <div>
            <Link to={`/orders/${sent}`} className={classOf()}>
              {words.toOrder}
            </Link>
          </div>
        </Notice>
      )}
      {orders && orders.length > 0 && !sent && (
        <ConcernForm orders={orders} viewer={viewer} onSent={setSent} />
      )}
    </Page>
  )
}

interface ConcernFormProps {
  orders: readonly Order[]
  viewer: Viewer
  onSent: (orderId: string) => void
}

function ConcernForm({ orders, viewer, onSent }: ConcernFormProps) {
  const { search } = usePlace()
  const { run, pending, error } = useVerb(PostMessageDocument)
  const [orderId, setOrderId] = useState(search.get('order') ?? (orders.length === 1 ? orders[0]!.id : ''))
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const attached = useAttachments()
  const order = orders.find(({ id }) => id === orderId)
  const refused = error instanceof Refused ? error.at('body') : undefined
  const send = async (): Promise<void> => {
    setTried(true)
    if (!order || text.trim() === '' || attached.uploads.busy) return
    const message = { body: text.trim(), kind: 'QUESTION' as const, attachments: attached.ids }
    const posted = await run({ orderId: order.id, visibility: readersOf(order, viewer), ...message })
    if (posted) onSent(order.id)
  }
  return (
    <Card title={words.about}>
      <fieldset className="field">
        <legend className="unseen">{words.about}</legend>
        <div className="choices">
          {orders.map((one) => (
            <Choice
              key={one.id}
              name="order"
              kind="radio"
              label={one.lines.map(({ service }) => service?.name).join(', ')}
              note={[one.number, one.beneficiary?.name].filter(Boolean).join(' · ')}
              checked={one.id === orderId}
              onPick={() => setOrderId(one.id)}
            />
          ))}
        </div>
        {tried && !order && <p className="field-problem">{words.choose}</p>}
      </fieldset>
      <TextArea
        label={words.text}
        help={words.help}
        problem={tried && text.trim() === '' ? words.empty : refused && expected(refused)}
        rows={6}
        value={text}
        onValue={setText}
      />
      <Attachments attached={attached} />
      <Failure error={refused ? undefined : error} />
      <div>
        <Button busy={pending} onClick={() => void send()}>
          {words.send}
        </Button>
      </div>
    </Card>
  )
}

/** A concern is between whoever has it and our team; those for whom an agency buys write to all. */
function readersOf(order: Order, viewer: Viewer): 'BUYER' | 'PARTIES' {
  const buys = viewer.memberships.some(({ organisation }) => organisation?.id === order.buyer?.id)
  return buys ? 'BUYER' : 'PARTIES'
}
