import type { Log } from '../log.js'

/** That something happened, and where: a hint. What happened stands in the log, and readers read it there. */
export interface Hint {
  readonly eventId: string
  readonly type: string
  readonly streamId: string
  readonly sequence: string
  readonly aggregateId: string
  readonly data: Record<string, unknown>
}

export interface Live {
  publish(hint: Hint): void
  /**
   * Hints from now on that pass the filter, until the signal. With `latest` several that wait become one: for readers
   * of a state. Otherwise a slow reader is cut past `MAX_WAITING` hints, and its client comes back and reads anew.
   */
  listen(wants: (hint: Hint) => boolean, signal: AbortSignal, keep: Keep): AsyncGenerator<Hint>
  /** How many listen now. */
  readonly listeners: number
}

/** Which hints wait while one is read. */
export type Keep = 'all' | 'latest'

const MAX_WAITING = 1000
const HINT = 'hint'

/** Live hints over an event target, which is heard once for all who listen here. */
export function openLive(target: EventTarget, log: Log): Live {
  const readers = new Set<(hint: Hint) => void>()
  target.addEventListener(HINT, (event) => {
    const hint = (event as CustomEvent<Hint>).detail
    for (const read of readers) read(hint)
  })
  return {
    publish: (hint) => {
      target.dispatchEvent(new CustomEvent(HINT, { detail: hint }))
    },
    listen: (wants, signal, keep) => listen(readers, { wants, keep }, signal, log),
    get listeners() {
      return readers.size
    },
  }
}

/** Starts to listen at once, so that nothing between the call and the first `next` is missed. */
function listen(
  readers: Set<(hint: Hint) => void>,
  { wants, keep }: { wants: (hint: Hint) => boolean; keep: Keep },
  signal: AbortSignal,
  log: Log,
): AsyncGenerator<Hint> {
  const waiting: Hint[] = []
  let wake = () => {}
  let cut = false
  const hear = (hint: Hint) => {
    if (!wants(hint)) return
    if (keep === 'latest') waiting.length = 0
    if (waiting.push(hint) > MAX_WAITING) {
      cut = true
      log.warn({ streamId: hint.streamId }, 'a live reader was too slow and was cut')
    }
    wake()
  }
  const stop = () => {
    readers.delete(hear)
    wake()
  }
  readers.add(hear)
  signal.addEventListener('abort', stop, { once: true })
  return (async function* () {
    while (!signal.aborted && !cut) {
      const hint = waiting.shift()
      if (hint) yield hint
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    stop()
  })()
}

/**
 * What a subscription's `subscribe` gives: a generator that ends when the client does. A plain generator would only
 * notice at its next event, since its `return` waits for the `next` under way.
 */
export function untilClosed<T>(start: (signal: AbortSignal) => AsyncGenerator<T>): AsyncIterableIterator<T> {
  const end = new AbortController()
  const generator = start(end.signal)
  return {
    next: () => generator.next(),
    return: () => {
      end.abort()
      return generator.return(undefined)
    },
    throw: (error) => {
      end.abort()
      return generator.throw(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
