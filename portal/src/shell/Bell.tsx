import { useId, useRef, useState } from 'react'
import { NotificationAddedDocument } from '../gen/operations.js'
import { useLive } from '../wire/use-live.js'
import { notificationWords as words } from '../words/notifications.js'
import { NotificationList } from './NotificationList.js'
import { useWho } from './viewer.js'

/** How many things are new for the viewer, live; opened, what they are. */
export function Bell({ userId, unread }: { userId: string; unread: number }) {
  const { reload } = useWho()
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [came, setCame] = useState(0)
  useLive(NotificationAddedDocument, userId, {
    variables: () => ({}),
    onEvent: () => {
      setCame((before) => before + 1)
      void reload()
    },
    onResume: () => void reload(),
  })
  return (
    <>
      <button type="button" className="bell" popoverTarget={id} aria-label={words.bell(unread)}>
        <BellPicture />
        {unread > 0 && (
          <span className="bell-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className="bell-panel"
        role="region"
        aria-label={words.title}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && (
          <NotificationList
            key={came}
            onChange={() => void reload()}
            onLeave={() => panel.current?.hidePopover()}
          />
        )}
      </div>
    </>
  )
}

function BellPicture() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path
        d="M12 3a6 6 0 0 0-6 6v4.2L4.3 16a.7.7 0 0 0 .6 1h14.2a.7.7 0 0 0 .6-1L18 13.2V9a6 6 0 0 0-6-6Zm-2.2 16a2.3 2.3 0 0 0 4.4 0Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
    </svg>
  )
}
