import { createClient, type Client } from 'graphql-ws'

/** Close codes that mean: this session is over, sign in again. */
const SESSION_OVER = [4401, 4403]

const clients = new Map<string, Client>()
const connected = new Set<string>()
const listeners = new Set<(bearer: string | null) => void>()
const changeListeners = new Set<(bearer: string | null) => void>()

/** Tells when a socket was closed because its session is over; gives back the way to stop listening. */
export function onSessionOver(listener: (bearer: string | null) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls each time a caller's socket opens or closes, whichever it is by then; gives back the way to stop listening. */
export function onSocketChange(bearer: string | null, listener: () => void): () => void {
  const hear = (changed: string | null): void => {
    if (changed === bearer) listener()
  }
  changeListeners.add(hear)
  return () => changeListeners.delete(hear)
}

/** The one socket of this page for a caller. It comes back by itself, with growing pauses, until its session is over. */
export function socketOf(bearer: string | null): Client {
  const known = clients.get(bearer ?? '')
  if (known) return known
  const client = createClient({
    url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    connectionParams: bearer ? { authorization: `Bearer ${bearer}` } : {},
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (event) => !isOver(event),
    on: {
      connected: () => {
        if (isForgotten(bearer, client)) return
        connected.add(bearer ?? '')
        change(bearer)
      },
      closed: (event) => {
        // One that was forgotten closes late, when another may be open.
        if (isForgotten(bearer, client)) return
        connected.delete(bearer ?? '')
        change(bearer)
        if (!isOver(event)) return
        forgetSocket(bearer)
        for (const listener of listeners) listener(bearer)
      },
    },
  })
  clients.set(bearer ?? '', client)
  return client
}

/** Whether a caller's socket is open just now. */
export function isConnected(bearer: string | null): boolean {
  return connected.has(bearer ?? '')
}

/** Whether a caller has signed in or out since they had this socket. */
export function isForgotten(bearer: string | null, client: Client): boolean {
  return clients.get(bearer ?? '') !== client
}

/** Closes a caller's socket: for signing in and out. */
export function forgetSocket(bearer: string | null): void {
  const client = clients.get(bearer ?? '')
  clients.delete(bearer ?? '')
  connected.delete(bearer ?? '')
  change(bearer)
  // A socket that was refused has nothing left to close, and says so by failing.
  Promise.resolve(client?.dispose()).catch(() => {})
}

function change(bearer: string | null): void {
  for (const listener of changeListeners) listener(bearer)
}

/** Whether a socket was closed with this because its session is over. */
export function isOver(event: unknown): boolean {
  return (
    typeof event === 'object' &&
    event !== null &&
    'code' in event &&
    SESSION_OVER.includes(Number(event.code))
  )
}
