import {
  MarkNotificationsReadDocument,
  NotificationsDocument,
  type NotificationsQuery,
} from '../gen/operations.js'
import { moment } from '../format/format.js'
import { Link } from '../router/router.js'
import { Button } from '../ui/Button.js'
import { Bones, Failure } from '../ui/Failure.js'
import { useRead } from '../wire/use-read.js'
import { useVerb } from '../wire/use-verb.js'
import { useWho } from './viewer.js'
import { notificationText } from '../words/notification-text.js'
import { notificationWords as words } from '../words/notifications.js'

export type Notification = NotificationsQuery['notifications']['nodes'][number]

interface NotificationListProps {
  /** Something was read. */
  onChange: () => void
  /** The reader goes to where it happened. */
  onLeave: () => void
}

/** What is new for the viewer and what was, the newest first; each leads to its order. */
export function NotificationList({ onChange, onLeave }: NotificationListProps) {
  const { data, error, loading, reload } = useRead(NotificationsDocument, { first: 20 })
  const read = useVerb(MarkNotificationsReadDocument)
  const notifications = data?.notifications.nodes ?? []
  const unread = notifications.some(({ readAt }) => !readAt)
  const mark = async (ids: string[] | null): Promise<void> => {
    if (ids?.length === 0 || !(await read.run({ ids }))) return
    await reload()
    onChange()
  }
  return (
    <div className="stack-tight">
      <div className="card-head">
        <h2>{words.title}</h2>
        {unread && (
          <Button kind="plain" busy={read.pending} onClick={() => void mark(null)}>
            {words.allRead}
          </Button>
        )}
      </div>
      <Failure error={error ?? read.error} onRetry={() => void reload()} />
      {loading && <Bones />}
      {data && notifications.length === 0 && <p className="muted">{words.none}</p>}
      <ul className="notifications">
        {notifications.map((one) => (
          <li key={one.id}>
            <Item
              notification={one}
              onGo={() => {
                void mark(one.readAt ? [] : [one.id])
                onLeave()
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Item({ notification, onGo }: { notification: Notification; onGo: () => void }) {
  const { order, at, readAt } = notification
  const { viewer } = useWho()
  const buys = viewer?.memberships.some(({ organisation }) => organisation?.id === order?.buyer?.id) ?? false
  const text = notificationText(notification, buys)
  const meta = [order && words.order(order.number), moment(at)].filter(Boolean).join(' · ')
  return (
    <div className="notification" data-fresh={!readAt}>
      {order ? (
        <Link to={`/orders/${order.id}`} onClick={onGo}>
          {text}
        </Link>
      ) : (
        <span>{text}</span>
      )}
      <span className="muted small">
        {!readAt && <span className="unseen">{words.fresh}. </span>}
        {meta}
      </span>
    </div>
  )
}
