import { createClient } from 'graphql-ws'

type Listener = () => void

let up: boolean | undefined
const listeners = new Set<Listener>()

/**
 * The one socket to the API. It connects with the first subscription and comes back by itself for as long as a page
 * listens; subscriptions are sent again then, each from where it stood.
 */
const socket = createClient({
  url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** retries, 10_000))),
  keepAlive: 12_000,
  on: {
    connected: () => tell(true),
    closed: () => tell(false),
  },
})

/** Starts a subscription; the answer ends it. */
export const subscribe = socket.subscribe.bind(socket)

/** Closes the socket, as on signing out. */
export function closeSocket(): void {
  socket.terminate()
}

/** For `useSyncExternalStore`: hears of every change between up and down. */
export function onSocketChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the socket is up; undefined before it was ever asked for. */
export function socketIsUp(): boolean | undefined {
  return up
}

function tell(now: boolean): void {
  if (up === now) return
  up = now
  for (const listener of listeners) listener()
}
