import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { mayEndRights, rightsLost } from '../accounts/rights-lost.js'
import type { Viewer } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { nameOf } from './caller-limits.js'
import type { WhoAsks } from './graphql-server.js'

const MAX_BUFFERED_BYTES = 4_000_000
const CHECK_MS = 4000
/** How long whoever was told goodbye may take to go, in milliseconds. */
export const FAREWELL_MS = 2000
const LOOK_MS = 20

/** What stays open for a caller's subscriptions: a socket or an event stream. */
export interface Connection {
  readonly address: string
  readonly headers: Headers
  viewer: Viewer
  /** How many bytes wait for a reader who does not keep up. */
  readonly waiting: number
  /** Says that the session is over, and ends it. */
  signInAgain(): void
  /** Ends it at once, without a word. */
  cut(): void
}

/** All connections of this process. Who loses a session or a right loses it on those that are open, too. */
export interface Connections {
  /** Takes in one more; false where its caller has as many as one may have. */
  take(connection: Connection): boolean
  drop(connection: Connection): void
  /** Looks after them no longer. */
  stop(): void
}

/** Connections, at most so many of one caller. */
export function openConnections(house: House, whoAsks: WhoAsks, most: number): Connections {
  const open = new Set<Connection>()
  const watch = setInterval(() => void lookAfter(open, whoAsks, house), CHECK_MS)
  const end = new AbortController()
  void heedLostRights(open, whoAsks, house, end.signal)
  return {
    take(connection) {
      const name = nameOf(connection)
      if ([...open].filter((other) => nameOf(other) === name).length >= most) return false
      open.add(connection)
      return true
    },
    drop: (connection) => void open.delete(connection),
    stop() {
      clearInterval(watch)
      end.abort()
    },
  }
}

/** Ends connections whose session is over and those of readers that don't keep up; refreshes what the others may see. */
async function lookAfter(open: ReadonlySet<Connection>, whoAsks: WhoAsks, house: House): Promise<void> {
  for (const connection of open) {
    if (connection.waiting > MAX_BUFFERED_BYTES) connection.cut() // what is full carries no farewell
    if (connection.viewer.kind === 'anonymous') continue
    const before = connection.viewer
    try {
      const viewer = await whoAsks(connection.headers)
      if (viewer.kind === 'anonymous' || viewer.id !== before.id) connection.signInAgain()
      // What was taken away meanwhile stays away: that is looked up by whoever took it.
      else if (connection.viewer === before) connection.viewer = viewer
    } catch (error) {
      house.log.warn({ err: error }, 'a session could not be looked up')
    }
  }
}

/** Who loses a right hears nothing more by it from that moment on, and is looked up again at once. */
async function heedLostRights(
  open: ReadonlySet<Connection>,
  whoAsks: WhoAsks,
  house: House,
  signal: AbortSignal,
): Promise<void> {
  for await (const hint of house.live.listen(mayEndRights, signal, 'all')) {
    const concerned = new Set<Connection>()
    for (const connection of open) {
      const left = rightsLost(connection.viewer, hint)
      if (!left) continue
      connection.viewer = left
      concerned.add(connection)
    }
    void lookAfter(concerned, whoAsks, house)
  }
}

/** Waits until those who were told goodbye have gone, and cuts off who does not go in time: a stop waits for nobody. */
export async function farewell(open: ReadonlySet<{ terminate(): void }>): Promise<void> {
  const end = performance.now() + FAREWELL_MS
  while (open.size > 0 && performance.now() < end) await pause(LOOK_MS)
  for (const one of open) one.terminate()
}

/** A page of another site may open a connection with our cookie: browsers say where it came from. */
export function sameOrigin({ headers: { origin, host } }: Pick<IncomingMessage, 'headers'>): boolean {
  return !origin || URL.parse(origin)?.host === host
}
