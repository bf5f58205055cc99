/** Which of what comes waits while one is read: all of it, the latest alone, or the latest of each key. */
export type Keep<T> = 'all' | 'latest' | ((one: T) => string)

const MAX_WAITING = 1000

/**
 * What comes from now on and is wanted, until the signal. Starts to listen at once, so that nothing between the call and
 * the first `next` is missed. A reader behind which too much waits is cut, which `cut` is told.
 */
export function listen<T>(
  readers: Set<(one: T) => void>,
  { wants, keep, cut }: { wants: (one: T) => boolean; keep: Keep<T>; cut: () => void },
  signal: AbortSignal,
): AsyncGenerator<T> {
  // What replaces one that waits takes its place, so that nothing is put off for ever by what comes often.
  const waiting = new Map<unknown, T>()
  const keyOf = keep === 'all' ? () => Symbol('one') : keep === 'latest' ? () => 'latest' : keep
  let wake = () => {}
  let isCut = false
  const hear = (one: T) => {
    if (!wants(one)) return
    waiting.set(keyOf(one), one)
    if (waiting.size > MAX_WAITING) {
      isCut = true
      cut()
      stop()
    }
    wake()
  }
  const stop = () => {
    readers.delete(hear)
    waiting.clear()
    wake()
  }
  readers.add(hear)
  signal.addEventListener('abort', stop, { once: true })
  return (async function* () {
    try {
      while (!signal.aborted && !isCut) {
        const [first] = waiting
        if (first) {
          waiting.delete(first[0])
          yield first[1]
        } else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      stop()
    }
  })()
}
