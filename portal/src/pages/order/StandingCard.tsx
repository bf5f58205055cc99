import { moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { isSelf, type Viewer } from '../../shell/viewer.js'
import { classOf } from '../../ui/Button.js'
import { Card, Fact, Notice } from '../../ui/Card.js'
import { actorWords } from '../../words/orders.js'
import { orderPageWords as words } from '../../words/order.js'
import { BuyersCountdown, BuyersPart } from '../campaign/BuyersPart.js'
import { summaryOf, type Campaign } from '../campaign/campaign-parts.js'
import { Choices } from '../outreach/Choices.js'
import { actionOf, type Order } from './order-parts.js'
import { ReachUs } from './ReachUs.js'
import { standingFor } from './standing.js'
import { Stops } from './Stops.js'

interface StandingCardProps {
  order: Order
  viewer: Viewer
  buys: boolean
  /** Of a campaign's order, to its buyer: the campaign, which says it more exactly. */
  campaign: Campaign | null
  /** What is held for the order, as people write it. */
  held: string | null
  onChange: () => void
  /** Leads to the feed, where our team is asked. */
  onAsk: () => void
}

/** Where the order stands in plain words: what is next and by when, who acts, the last mail, how to reach us. */
export function StandingCard({ order, viewer, buys, campaign, held, onChange, onAsk }: StandingCardProps) {
  const { summary, next, nextBy } = standingFor(order, buys)
  if (!buys && order.status === 'AWAITING_PAYMENT')
    return (
      <Card title={words.standing}>
        <p className="summary">{summary}</p>
      </Card>
    )
  const mail = order.lastMail
  const promised = buys && !order.communicatedAt && order.status === 'OPEN' ? order.communicationBy : null
  return (
    <Card
      title={words.standing}
      action={campaign && <BuyersCountdown campaign={campaign} onChange={onChange} />}
    >
      <p className="summary">{campaign ? summaryOf(campaign, 'BUYER') : summary}</p>
      <Stops order={order} buys={buys} />
      <PayNow order={order} />
      <Stopped order={order} />
      {order.appointment && <Choices appointment={order.appointment} {...{ held, onChange, onAsk }} />}
      {campaign && <BuyersPart campaign={campaign} onChange={onChange} />}
      <dl className="facts">
        {!campaign && next && <Fact term={words.next}>{next}</Fact>}
        {nextBy && (
          <Fact term={words.by}>
            <strong>{moment(nextBy)}</strong>
          </Fact>
        )}
        <Fact term={words.actor}>{actorText(order, viewer, buys)}</Fact>
        {promised && (
          <Fact term={words.promised}>
            <strong>{moment(promised)}</strong>
            <span className="muted small"> {words.promisedNote}</span>
          </Fact>
        )}
        {(mail ?? buys) && (
          <Fact term={words.lastMail}>
            {mail ? words.lastMailLine(mail.subject, moment(mail.takenAt ?? mail.queuedAt)) : words.noMail}
          </Fact>
        )}
        <Fact term={words.reach}>{order.standing.reach}</Fact>
      </dl>
      <ReachUs {...{ order, buys, onAsk }} />
    </Card>
  )
}

const WAITS_FOR_RECIPIENT = ['REQUESTED', 'DRAFT', 'CHANGES_REQUESTED']

/** Who has to act: by name where it is whoever has a form, "you" where that is the reader. */
function actorText(order: Order, viewer: Viewer, buys: boolean): string {
  const { actor } = order.standing
  if (actor !== 'RECIPIENT') return actorWords[actor][buys ? 'buyer' : 'other']
  const asked = order.lines.filter(
    ({ onboarding }) => onboarding && WAITS_FOR_RECIPIENT.includes(onboarding.status),
  )
  if (asked.some(({ onboarding }) => isSelf(viewer, onboarding?.recipient?.id))) return words.actorMine
  const names = [...new Set(asked.map(({ recipientName }) => recipientName))]
  return names.length > 0 ? words.actorNamed(names.join(', ')) : actorWords.RECIPIENT.other
}

/** That the order is held or was cancelled, since when, and why where that is for the reader. */
function Stopped({ order }: { order: Order }) {
  const { status, heldSince, endedAt, reason } = order
  const why = reason && (
    <p>
      {words.why}: <span className="pre">{reason}</span>
    </p>
  )
  if (status === 'ON_HOLD' && heldSince)
    return (
      <Notice tone="warn" title={words.heldTitle(moment(heldSince))}>
        <p>{words.heldText}</p>
        {why}
      </Notice>
    )
  if (status === 'CANCELLED' && endedAt && reason)
    return <Notice title={words.endedTitle(moment(endedAt))}>{why}</Notice>
  return null
}

/** The way to paying, where the API says that the viewer may; its reason where not just now. */
function PayNow({ order }: { order: Order }) {
  const action = actionOf(order, 'payOrder')
  if (!action || order.status !== 'AWAITING_PAYMENT') return null
  return (
    <Notice tone="warn" title={order.payBy ? words.payBy(moment(order.payBy)) : words.pay}>
      {action.message && !action.allowed && <p>{action.message}</p>}
      {action.allowed && (
        <div>
          <Link to={`/pay?orders=${order.id}`} className={classOf()}>
            {words.pay}
          </Link>
        </div>
      )}
    </Notice>
  )
}
