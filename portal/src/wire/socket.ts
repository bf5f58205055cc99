import { createClient, type Client } from 'graphql-ws'

/** Close codes that mean: this session is over, sign in again. */
const SESSION_OVER = [4401, 4403]

const clients = new Map<string, Client>()
const connected = new Set<string>()
const listeners = new Set<(bearer: string | null) => void>()

/** Tells when a socket was closed because its session is over; gives back the way to stop listening. */
export function onSessionOver(listener: (bearer: string | null) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
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
      connected: () => connected.add(bearer ?? ''),
      closed: (event) => {
        connected.delete(bearer ?? '')
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

/** Closes a caller's socket: for signing in and out. */
export function forgetSocket(bearer: string | null): void {
  const client = clients.get(bearer ?? '')
  clients.delete(bearer ?? '')
  connected.delete(bearer ?? '')
  // A socket that was refused has nothing left to close, and says so by failing.
  Promise.resolve(client?.dispose()).catch(() => {})
}

function isOver(event: unknown): boolean {
  return (
    typeof event === 'object' &&
    event !== null &&
    'code' in event &&
    SESSION_OVER.includes(Number(event.code))
  )
}
