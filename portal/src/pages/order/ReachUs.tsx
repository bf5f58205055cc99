import { useState } from 'react'
import { PostMessageDocument } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { Button, classOf } from '../../ui/Button.js'
import { Failure } from '../../ui/Failure.js'
import { useVerb } from '../../wire/use-verb.js'
import { nudgeWords as words } from '../../words/talk.js'
import { actionOf, type Order } from './order-parts.js'

interface ReachUsProps {
  order: Order
  buys: boolean
  /** Leads to the feed. */
  onAsk: () => void
}

/** The ways to our team from where the order stands, and why one may want them just now. */
export function ReachUs({ order, buys, onAsk }: ReachUsProps) {
  const { run, pending, error } = useVerb(PostMessageDocument)
  const [asked, setAsked] = useState(false)
  if (!actionOf(order, 'postMessage')?.allowed || !isActive(order)) return null
  const why = reasonFor(order)
  const status = async (): Promise<void> => {
    const input = {
      orderId: order.id,
      body: '',
      visibility: buys ? ('BUYER' as const) : ('PARTIES' as const),
      kind: 'STATUS_REQUEST' as const,
      attachments: [],
    }
    if (await run(input)) setAsked(true)
  }
  return (
    <div className={why ? 'reach reach-now' : 'reach'}>
      {why && <p>{words[why]}</p>}
      <div className="row">
        <Button kind="quiet" onClick={onAsk}>
          {words.ask}
        </Button>
        <Button kind="plain" busy={pending} onClick={() => void status()}>
          {words.status}
        </Button>
        <Link to={`/concern?order=${order.id}`} className={classOf('plain')}>
          {words.concern}
        </Link>
      </div>
      <p className="muted small" role="status">
        {asked ? words.asked : words.promise}
      </p>
      <Failure error={error} />
    </div>
  )
}

/** Whether something is being done on it. */
function isActive({ status }: Order): boolean {
  return ['OPEN', 'ON_HOLD', 'DELIVERED'].includes(status)
}

/** Why somebody may want to ask: in doubt how it goes on, or no mail yet. */
function reasonFor({ overdue, lastMail }: Order): 'inDoubt' | 'noMail' | null {
  if (overdue) return 'inDoubt'
  return lastMail ? null : 'noMail'
}
