/** Which of what comes waits while one is read: all of it, or the latest alone. */
export type Keep = 'all' | 'latest'

const MAX_WAITING = 1000

/**
 * What comes from now on and is wanted, until the signal. Starts to listen at once, so that nothing between the call and
 * the first `next` is missed. A reader behind which too much waits is cut, which `cut` is told.
 */
export function listen<T>(
  readers: Set<(one: T) => void>,
  { wants, keep, cut }: { wants: (one: T) => boolean; keep: Keep; cut: () => void },
  signal: AbortSignal,
): AsyncGenerator<T> {
  const waiting: T[] = []
  let wake = () => {}
  let isCut = false
  const hear = (one: T) => {
    if (!wants(one)) return
    if (keep === 'latest') waiting.length = 0
    if (waiting.push(one) > MAX_WAITING) {
      isCut = true
      cut()
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
    while (!signal.aborted && !isCut) {
      const one = waiting.shift()
      if (one !== undefined) yield one
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    stop()
  })()
}
