import type { House } from './context.js'
import { actOnNextDue } from './due.js'
import { actOnTimetables } from './timetable.js'

const POLL_MS = 500
/** The worker counts as well while it has looked within this time. */
const ALIVE_MS = 5000

export interface Worker {
  alive(): boolean
  stop(): Promise<void>
}

/**
 * Looks twice a second for deadlines that are due, and acts on them one after another, the oldest first; and, as often,
 * for what stands on the timetables.
 */
export function startWorker(house: House): Worker {
  const end = new AbortController()
  let looked = performance.now()
  let timetabled = 0
  const loop = async () => {
    while (!end.signal.aborted) {
      looked = performance.now()
      const more = await actOnNextDue(house).catch((error: unknown) => {
        house.log.error({ err: error }, 'the worker could not look for deadlines')
        return false
      })
      if (performance.now() - timetabled >= POLL_MS) {
        await actOnTimetables(house)
        timetabled = performance.now()
      }
      if (!more) await pause(end.signal)
    }
  }
  const running = loop()
  return {
    alive: () => performance.now() - looked < ALIVE_MS,
    stop: async () => {
      end.abort()
      await running
    },
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, POLL_MS)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
