import { moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { classOf } from '../../ui/Button.js'
import { Card, Fact, Notice } from '../../ui/Card.js'
import { actorWords } from '../../words/orders.js'
import { orderPageWords as words } from '../../words/order.js'
import type { Order } from './order-parts.js'
import { Stops } from './Stops.js'

/** Where the order stands in plain words: what is next and by when, who acts, the last mail, how to reach us. */
export function StandingCard({ order, buys }: { order: Order; buys: boolean }) {
  const { standing } = order
  const mail = order.lastMail
  return (
    <Card title={words.standing}>
      <p className="summary">{standing.summary}</p>
      <Stops order={order} />
      <PayNow order={order} />
      <dl className="facts">
        {standing.next && <Fact term={words.next}>{standing.next}</Fact>}
        {standing.nextBy && (
          <Fact term={words.by}>
            <strong>{moment(standing.nextBy)}</strong>
          </Fact>
        )}
        <Fact term={words.actor}>{actorWords[standing.actor][buys ? 'buyer' : 'other']}</Fact>
        {(mail ?? buys) && (
          <Fact term={words.lastMail}>
            {mail ? words.lastMailLine(mail.subject, moment(mail.takenAt ?? mail.queuedAt)) : words.noMail}
          </Fact>
        )}
        <Fact term={words.reach}>{standing.reach}</Fact>
      </dl>
    </Card>
  )
}

/** The way to paying, where the API says that the viewer may; its reason where not just now. */
function PayNow({ order }: { order: Order }) {
  const action = order.availableActions.find(({ name }) => name === 'payOrder')
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
