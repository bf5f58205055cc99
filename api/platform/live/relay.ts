import type pg from 'pg'
import type { Log } from '../log.js'
import type { Hint, Live } from './live.js'

/** One number for the whole cluster: only one relay works at a time. */
const RELAY_LOCK = 7_240_001
const BATCH = 500
const IDLE_MS = 1000

const POSITION = `
  with batch as (
    delete from pending_positions where event_id in (
      select p.event_id from pending_positions p join events e on e.id = p.event_id
      order by e.stream_id, e.sequence limit ${BATCH}
    ) and pg_try_advisory_xact_lock(${RELAY_LOCK})
    returning event_id
  ), placed as (
    insert into event_positions (event_id)
    select e.id from batch b join events e on e.id = b.event_id order by e.stream_id, e.sequence
    returning position, event_id
  )
  select e.id as "eventId", e.type, e.stream_id as "streamId", e.sequence::text as sequence, e.aggregate_id as "aggregateId", e.data
  from placed p join events e on e.id = p.event_id order by p.position`

export interface Relay {
  /** Looks at once: called by whoever committed an event. */
  nudge(): void
  stop(): Promise<void>
}

/**
 * Gives committed events their position in one global order, and hints at each to whoever listens. Events are never
 * announced inside the business transaction: that would make commits wait for one another.
 */
export function startRelay(pool: pg.Pool, live: Live, log: Log): Relay {
  let stopped = false
  let wake = () => {}
  let nudged = false
  const loop = async () => {
    while (!stopped) {
      const found = await positionBatch(pool, live).catch((error: unknown) => {
        log.error({ err: error }, 'the relay could not read')
        return 0
      })
      if (found === BATCH || stopped) continue
      if (!nudged) await pause()
      nudged = false
    }
  }
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const running = loop()
  return {
    nudge: () => {
      nudged = true
      wake()
    },
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}

async function positionBatch(pool: pg.Pool, live: Live): Promise<number> {
  const { rows } = await pool.query<Hint>(POSITION)
  for (const hint of rows) live.publish(hint)
  return rows.length
}
