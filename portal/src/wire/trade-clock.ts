import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { TradeClockDocument } from '../gen/operations.js'
import { ask } from './ask.js'
import { Refused } from './refused.js'

/** How old what we know of the clock may grow while somebody looks at it, in milliseconds. */
const FRESH_MS = 60_000

let ahead = 0
let readAt = 0
let movable = true
let reading: Promise<void> | undefined
const listeners = new Set<() => void>()

/**
 * The trade's time now, in milliseconds; the component renders again every `everyMs`. In the sandbox the trade's clock
 * may have been moved ahead of this browser's; in production there is none to ask, and the browser's is right.
 */
export function useTradeNow(everyMs: number): number {
  const shift = useSyncExternalStore(subscribe, () => ahead)
  const [now, setNow] = useState(() => Date.now())
  const tick = useCallback(() => {
    setNow(Date.now())
    void readClock()
  }, [])
  useEffect(() => {
    void readClock()
    const timer = setInterval(tick, everyMs)
    return () => clearInterval(timer)
  }, [tick, everyMs])
  return now + shift
}

/** Asks for the clock again at once: something happened that may have come from its being moved. */
export function lookAtClock(): void {
  readAt = 0
  void readClock()
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

function readClock(): Promise<void> {
  if (!movable || Date.now() - readAt < FRESH_MS) return Promise.resolve()
  reading ??= ask(TradeClockDocument, {})
    .then(
      ({ clock }) => put(Date.parse(clock.now) - Date.now()),
      (error: unknown) => {
        // A schema without a clock is production's; a lost answer is asked for again later.
        if (error instanceof Refused) movable = false
      },
    )
    .finally(() => {
      readAt = Date.now()
      reading = undefined
    })
  return reading
}

function put(next: number): void {
  // The way of an answer takes a moment: a second's difference is none.
  if (Math.abs(next - ahead) < 1000) return
  ahead = next
  for (const tell of listeners) tell()
}
