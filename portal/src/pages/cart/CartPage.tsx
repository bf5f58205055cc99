import { useState } from 'react'
import { CartsDocument, RemoveCartLineDocument, type CartPartsFragment } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { buyersOf, useWho } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Card, Notice } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { useVerb } from '../../wire/use-verb.js'
import { buyAppointmentWords } from '../../words/appointments.js'
import { cartWords as words } from '../../words/buying.js'
import { datesOf } from '../campaign/dates.js'
import { ChangedLine } from './ChangedLine.js'
import { CheckoutCard } from './CheckoutCard.js'

/** The viewer's carts with something in them, usually one, and checking out. */
export function CartPage() {
  const { data, error, loading, reload } = useRead(CartsDocument, {})
  const { viewer } = useWho()
  const carts = data?.carts.nodes.filter((cart) => cart.status === 'FILLING' && cart.lines.length > 0) ?? []
  if (viewer && buyersOf(viewer).length === 0) return <Missing />
  return (
    <Page title={words.title} lead={carts.length > 0 ? words.lead : undefined}>
      <Failure error={error} onRetry={() => void reload()} />
      {loading && <Bones />}
      {data && carts.length === 0 && <EmptyCart />}
      {carts.map((cart) => (
        <div key={cart.id} className="two">
          <Lines cart={cart} onChange={reload} />
          <CheckoutCard cart={cart} onChange={reload} />
        </div>
      ))}
    </Page>
  )
}

function EmptyCart() {
  return (
    <div className="card empty">
      <h2>{words.emptyTitle}</h2>
      <p>{words.empty}</p>
      <Link to="/catalogue" className={classOf()}>
        {words.toCatalogue}
      </Link>
    </div>
  )
}

function Lines({ cart, onChange }: { cart: CartPartsFragment; onChange: () => Promise<void> }) {
  const { run, error } = useVerb(RemoveCartLineDocument)
  const [removing, setRemoving] = useState<string>()
  const remove = async (lineId: string): Promise<void> => {
    setRemoving(lineId)
    await run({ id: cart.id, lineId })
    await onChange()
    setRemoving(undefined)
  }
  return (
    <Card title={cart.buyer?.name ?? words.title}>
      <Failure error={error} />
      <LeftOut cart={cart} />
      <ul className="lines">
        {cart.lines.map((line) => (
          <li key={line.id}>
            <div className="row row-apart">
              <h3>{line.service?.name}</h3>
              <strong>{line.price.formatted}</strong>
            </div>
            <LineFacts line={line} />
            <ChangedLine cartId={cart.id} line={line} onChange={onChange} />
            <div>
              <Button
                kind="plain"
                busy={removing === line.id}
                aria-label={words.removeOf(line.service?.name ?? '')}
                onClick={() => void remove(line.id)}
              >
                {words.remove}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {cart.lines.some(({ service }) => service?.flow === 'CAMPAIGN') && (
        <p className="muted small">{words.campaignsNote}</p>
      )}
    </Card>
  )
}

function LineFacts({ line }: { line: CartPartsFragment['lines'][number] }) {
  const { beneficiary, recipientContact: contact, service, counterpart, attendee } = line
  const version = service?.package
  const facts = [
    service?.channelName && words.byChannel(service.channelName),
    words.forWhom(beneficiary?.name ?? ''),
    version && datesOf(version),
    counterpart && buyAppointmentWords.cartLine(counterpart.name, service?.appointmentMinutes ?? 0),
    attendee && buyAppointmentWords.attends(attendee.name),
  ]
  return (
    <p className="muted">
      {facts.filter(Boolean).join(' · ')}
      {service?.flow === 'ONBOARDED' && `. ${words.formTo(line.recipientName ?? '', contact?.email ?? null)}`}
    </p>
  )
}

/** What of an earlier order could not be put in again, where the cart was begun from one. */
function LeftOut({ cart }: { cart: CartPartsFragment }) {
  if (cart.leftOut.length === 0) return null
  return (
    <Notice tone="warn" title={words.leftOutTitle}>
      <ul>
        {cart.leftOut.map(({ line, message }) => (
          <li key={line?.id ?? message}>{words.leftOut(line?.service?.name ?? '', message)}</li>
        ))}
      </ul>
    </Notice>
  )
}
