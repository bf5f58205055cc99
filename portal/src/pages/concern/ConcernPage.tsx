import { useState, type FormEvent } from 'react'
import { OrdersDocument, type OrdersQuery, type OrderWhere } from '../../gen/operations.js'
import { Link, usePlace } from '../../router/router.js'
import { useWho, type Viewer } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Card, Notice } from '../../ui/Card.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { Choice, TextField } from '../../ui/Field.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { common } from '../../words/common.js'
import { concernWords as words } from '../../words/concern.js'
import { answeredSoon } from '../../words/talk.js'
import { ConcernForm } from './ConcernForm.js'

type Order = OrdersQuery['orders']['nodes'][number]

const ACTIVE: OrderWhere = { status: { in: ['OPEN', 'ON_HOLD', 'DELIVERED'] } }
/** As many as one looks through; whoever has more finds the others by their number. */
const SHOWN = 20

/** Tells our team, at any time, that something about an active service is wrong. */
export function ConcernPage({ viewer }: { viewer: Viewer }) {
  const { hours } = useWho()
  const asked = usePlace().search.get('order')
  const [which, setWhich] = useState<OrderWhere>(asked ? { id: { in: [asked] } } : {})
  const { data, error, reload } = useRead(OrdersDocument, {
    first: SHOWN,
    after: null,
    where: { and: [ACTIVE, which] },
  })
  const [chosen, setChosen] = useState(asked ?? '')
  const [sent, setSent] = useState<string>()
  const orders = data?.orders.nodes
  const order = orders?.find(({ id }) => id === chosen) ?? (orders?.length === 1 ? orders[0] : undefined)
  const all = Object.keys(which).length === 0
  return (
    <Page title={words.title} lead={words.lead(answeredSoon(hours))} width="narrow">
      <Failure error={error} onRetry={() => void reload()} />
      {!orders && !error && <Bones />}
      {orders?.length === 0 && all && <NothingActive />}
      {sent && <Sent orderId={sent} />}
      {orders && !sent && (orders.length > 0 || !all) && (
        <Card title={words.about}>
          <Orders orders={orders} chosen={order?.id} onPick={setChosen} />
          {(!all || data.orders.pageInfo.hasNextPage) && <Find all={all} onFind={setWhich} />}
          <ConcernForm order={order} viewer={viewer} onSent={setSent} />
        </Card>
      )}
    </Page>
  )
}

interface OrdersProps {
  orders: readonly Order[]
  chosen: string | undefined
  onPick: (id: string) => void
}

function Orders({ orders, chosen, onPick }: OrdersProps) {
  return (
    <fieldset className="field">
      <legend className="unseen">{words.about}</legend>
      {orders.length === 0 && <p className="muted">{words.notFound}</p>}
      <div className="choices">
        {orders.map((one) => (
          <Choice
            key={one.id}
            name="order"
            kind="radio"
            label={one.lines.map(({ service }) => service?.name).join(', ')}
            note={[one.number, one.beneficiary?.name].filter(Boolean).join(' · ')}
            checked={one.id === chosen}
            onPick={() => onPick(one.id)}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Another order, by its number, or all of them again. */
function Find({ all, onFind }: { all: boolean; onFind: (which: OrderWhere) => void }) {
  const [number, setNumber] = useState('')
  const find = (event: FormEvent): void => {
    event.preventDefault()
    onFind(number.trim() ? { number: { in: [number.trim().toUpperCase()] } } : {})
  }
  return (
    <form role="search" className="stack-tight" onSubmit={find}>
      <TextField label={words.other} type="search" enterKeyHint="search" value={number} onValue={setNumber} />
      <div className="row">
        <Button kind="quiet" type="submit">
          {words.find}
        </Button>
        {!all && (
          <Button kind="plain" onClick={() => onFind({})}>
            {words.all}
          </Button>
        )}
      </div>
    </form>
  )
}

function NothingActive() {
  return (
    <div className="card empty">
      <h2>{words.noneTitle}</h2>
      <p>{words.none}</p>
      <Link to="/" className={classOf('quiet')}>
        {common.home}
      </Link>
    </div>
  )
}

function Sent({ orderId }: { orderId: string }) {
  return (
    <Notice tone="good" title={words.sentTitle}>
      <p>{words.sent}</p>
      <div>
        <Link to={`/orders/${orderId}`} className={classOf()}>
          {words.toOrder}
        </Link>
      </div>
    </Notice>
  )
}
