import { useState } from 'react'
import { PostMessageDocument } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { useWho } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Failure } from '../../ui/Failure.js'
import { useTradeNow } from '../../wire/trade-clock.js'
import { useVerb } from '../../wire/use-verb.js'
import { answeredSoon, nudgeWords as words } from '../../words/talk.js'
import type { Order } from './order-parts.js'

interface ReachUsProps {
  order: Order
  buys: boolean
  /** Leads to the feed. */
  onAsk: () => void
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** The ways to our team from where the order stands, and why one may want them just now. */
export function ReachUs({ order, buys, onAsk }: ReachUsProps) {
  const { hours } = useWho()
  const now = useTradeNow(MINUTE_MS)
  const { run, pending, error } = useVerb(PostMessageDocument)
  const [asked, setAsked] = useState(false)
  if (!isActive(order)) return null
  const why = reasonFor(order, now)
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
        {asked ? words.asked : (promiseOf(order, now) ?? answeredSoon(hours))}
      </p>
      <Failure error={error} />
    </div>
  )
}

/** By when an answer comes to what was asked already; null where nothing was. */
function promiseOf({ answerBy }: Order, now: number): string | null {
  if (!answerBy) return null
  return Date.parse(answerBy) > now ? words.answerBy(moment(answerBy)) : words.late
}

/** Whether something is being done on it. */
function isActive({ status }: Order): boolean {
  return ['OPEN', 'ON_HOLD', 'DELIVERED'].includes(status)
}

/** Why somebody may want to ask: in doubt how it goes on, the appointment near, or no news by mail yet. */
function reasonFor(order: Order, now: number): 'inDoubt' | 'near' | 'noMail' | null {
  const { overdue, appointment } = order
  if (overdue || ['FOLLOW_UP', 'NO_SHOW'].includes(appointment?.status ?? '')) return 'inDoubt'
  const startsAt = appointment?.status === 'CONFIRMED' ? appointment.startsAt : null
  if (startsAt && Math.abs(Date.parse(startsAt) - now) < DAY_MS) return 'near'
  return hasNews(order) ? null : 'noMail'
}

/** Whether a mail has told anything yet: of an appointment, the receipt tells nothing, nor does what came before outreach. */
function hasNews({ appointment, lastMail }: Order): boolean {
  if (!lastMail || appointment?.status === 'PENDING') return false
  return !(appointment?.status === 'OUTREACH' && lastMail.template === 'order-receipt')
}
