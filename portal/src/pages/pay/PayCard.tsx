import { useState } from 'react'
import {
  OrderChangedDocument,
  PayableOrderDocument,
  PayOrderDocument,
  type PayableOrderQuery,
} from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { Button, classOf } from '../../ui/Button.js'
import { Card, Notice } from '../../ui/Card.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { useLive } from '../../wire/use-live.js'
import { useRead } from '../../wire/use-read.js'
import { useVerb } from '../../wire/use-verb.js'
import { payWords as words } from '../../words/buying.js'
import { rarerTokens, usualTokens } from '../../words/payment-tokens.js'
import { Tokens } from './Tokens.js'

type Order = NonNullable<PayableOrderQuery['order']>

interface PayCardProps {
  id: string
  /** Whether the sandbox's tokens pay; else this page takes no payment. Undefined until that is known. */
  isPlay: boolean | undefined
}

/** One order to pay; follows live what becomes of the payment. */
export function PayCard({ id, isPlay }: PayCardProps) {
  const { data, error, reload } = useRead(PayableOrderDocument, { id })
  const again = (): void => void reload()
  useLive(OrderChangedDocument, id, { variables: () => ({ id }), onEvent: again, onResume: again })
  const order = data?.order
  if (data && !order) return <Notice tone="bad" title={words.none} />
  if (!order) return error ? <Failure error={error} onRetry={again} /> : <Bones />
  return (
    <Card
      title={<span className="mono">{order.number}</span>}
      action={<strong>{order.total?.formatted}</strong>}
    >
      <ul className="lines">
        {order.lines.map((line) => (
          <li key={line.id}>
            <div className="row row-apart">
              <span>
                {line.service?.name}
                <span className="muted"> · {line.service?.channelName ?? order.beneficiary?.name}</span>
              </span>
              <span>{line.price?.formatted}</span>
            </div>
          </li>
        ))}
      </ul>
      <hr className="tear" />
      <PayState order={order} isPlay={isPlay} onChange={reload} />
    </Card>
  )
}

interface PayStateProps {
  order: Order
  isPlay: boolean | undefined
  onChange: () => Promise<void>
}

function PayState({ order, isPlay, onChange }: PayStateProps) {
  if (order.status === 'CANCELLED') return <Notice tone="bad" title={words.cancelled} />
  if (order.status !== 'AWAITING_PAYMENT') {
    return (
      <Notice tone="good" title={isCampaign(order) ? words.setAside : words.paid}>
        <div>
          <Link to={`/orders/${order.id}`} className={classOf()}>
            {words.toOrder}
          </Link>
        </div>
      </Notice>
    )
  }
  return <ToPay order={order} isPlay={isPlay} onChange={onChange} />
}

function ToPay({ order, isPlay, onChange }: PayStateProps) {
  const charges = order.payment?.operations.filter(({ purpose }) => purpose === 'PAYMENT') ?? []
  const last = charges.reduce<(typeof charges)[number] | undefined>(
    (a, b) => (a && a.attempt > b.attempt ? a : b),
    undefined,
  )
  const waiting = last !== undefined && ['REQUESTED', 'SENT', 'UNKNOWN'].includes(last.state)
  if (waiting) return <Notice title={words.paying} />
  return (
    <div className="stack">
      {last?.state === 'FAILED' && <Notice tone="warn" title={words.failed(last.failure ?? '')} />}
      {isPlay && <PlayForm order={order} onChange={onChange} />}
      {order.payBy && <p className="muted small">{words.payBy(moment(order.payBy))}</p>}
    </div>
  )
}

function PlayForm({ order, onChange }: Omit<PayStateProps, 'isPlay'>) {
  const pay = useVerb(PayOrderDocument)
  const [token, setToken] = useState(usualTokens[0]?.token ?? '')
  const action = order.availableActions.find(({ name }) => name === 'payOrder')
  const submit = async (): Promise<void> => {
    await pay.run({ id: order.id, paymentToken: token })
    await onChange()
  }
  return (
    <>
      <fieldset className="field">
        <legend>{words.method}</legend>
        <Tokens name={`token-${order.id}`} choices={usualTokens} token={token} onPick={setToken} />
        <details>
          <summary>{words.rarer}</summary>
          <Tokens name={`token-${order.id}`} choices={rarerTokens} token={token} onPick={setToken} />
        </details>
      </fieldset>
      {isCampaign(order) && <p className="muted small">{words.campaignNote}</p>}
      <Failure error={pay.error} />
      <Button
        wide
        busy={pay.pending}
        refusal={action?.allowed === false ? action.message : null}
        onClick={() => void submit()}
      >
        {words.pay(order.total?.formatted ?? '')}
      </Button>
    </>
  )
}

/** A campaign's money is set aside at first, and taken when the channel accepts. */
function isCampaign({ lines }: Order): boolean {
  return lines.some(({ service }) => service?.flow === 'CAMPAIGN')
}
