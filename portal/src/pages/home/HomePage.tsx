import { useState, type FormEvent } from 'react'
import {
  OrdersChangedDocument,
  OrdersDocument,
  type OrdersQuery,
  type OrderStage,
  type OrderWhere,
} from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { buyersOf, useWho } from '../../shell/viewer.js'
import { classOf } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Bones, ListFailure } from '../../ui/Failure.js'
import { TextField } from '../../ui/Field.js'
import { More } from '../../ui/More.js'
import { Page } from '../../ui/Page.js'
import { useLive } from '../../wire/use-live.js'
import { useReturn } from '../../wire/use-return.js'
import { usePages } from '../../wire/use-pages.js'
import { common } from '../../words/common.js'
import { orderWords as words } from '../../words/orders.js'
import { OrderCard } from './OrderCard.js'
import { StageFilter, UNPAID } from './StageFilter.js'

const PAGE_SIZE = 20

/** The viewer's orders, newest first, by number or by stage. */
export function HomePage() {
  const { viewer } = useWho()
  const [stage, setStage] = useState<OrderStage | null>(null)
  const [number, setNumber] = useState('')
  const buys = viewer?.kind === 'STAFF' || buyersOf(viewer).length > 0
  const where: OrderWhere = {
    ...(buys ? {} : { not: { stage: { in: UNPAID } } }),
    ...(stage ? { stage: { in: [stage] } } : {}),
    ...(number ? { number: { in: [number] } } : {}),
  }
  return (
    <Page
      title={words.title}
      lead={buys ? words.lead : words.leadForYou}
      action={
        buyersOf(viewer).length > 0 && (
          <Link to="/catalogue" className={classOf()}>
            {words.buy}
          </Link>
        )
      }
    >
      <StaffNotice />
      <div className="filters">
        <NumberSearch onFind={setNumber} />
        <StageFilter buys={buys} stage={stage} onPick={setStage} />
      </div>
      <OrderList where={where} buys={buys} filtered={stage !== null || number !== ''} />
    </Page>
  )
}

function StaffNotice() {
  const { viewer } = useWho()
  if (viewer?.kind !== 'STAFF') return null
  return (
    <Notice title={common.staff}>
      <p>
        <a href="/admin/">{common.backOffice}</a>
      </p>
    </Notice>
  )
}

function NumberSearch({ onFind }: { onFind: (number: string) => void }) {
  const [text, setText] = useState('')
  const find = (event: FormEvent): void => {
    event.preventDefault()
    onFind(text.trim().toUpperCase())
  }
  const type = (value: string): void => {
    setText(value)
    if (value === '') onFind('')
  }
  return (
    <form role="search" onSubmit={find}>
      <TextField
        label={words.search}
        type="search"
        placeholder={words.searchHint}
        enterKeyHint="search"
        value={text}
        onValue={type}
      />
    </form>
  )
}

interface OrderListProps {
  where: OrderWhere
  buys: boolean
  filtered: boolean
}

function OrderList({ where, buys, filtered }: OrderListProps) {
  const orders = usePages(OrdersDocument, { first: PAGE_SIZE, where }, ordersOf)
  const { nodes, answer, error, reload } = orders
  useReturn(reload)
  const again = (): void => void reload()
  useLive(OrdersChangedDocument, JSON.stringify(where), {
    variables: () => ({ where }),
    onEvent: again,
    onResume: again,
  })
  const failure = <ListFailure error={error} shown={answer !== undefined} onRetry={again} />
  if (!nodes || !answer) return error ? failure : <Bones />
  if (nodes.length === 0)
    return (
      <>
        {failure}
        <Empty buys={buys} filtered={filtered} />
      </>
    )
  const { count, precision } = answer.orders.totalCount
  return (
    <div className="stack-tight">
      {failure}
      <p className="muted small" role="status">
        {words.count(count, precision === 'AT_LEAST')}
      </p>
      <ul className="orders">
        {nodes.map((order) => (
          <li key={order.id}>
            <OrderCard order={order} buys={buys} />
          </li>
        ))}
      </ul>
      <More list={orders} of={words.title} />
    </div>
  )
}

const ordersOf = ({ orders }: OrdersQuery): OrdersQuery['orders'] => orders

function Empty({ buys, filtered }: { buys: boolean; filtered: boolean }) {
  return (
    <div className="card empty">
      <h2>{filtered ? words.noneTitle : words.emptyTitle}</h2>
      <p>{filtered ? words.none : buys ? words.empty : words.emptyForYou}</p>
    </div>
  )
}
