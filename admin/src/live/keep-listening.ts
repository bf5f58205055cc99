import type { ExecutionResult, Sink } from 'graphql-ws'

/** The first pause before it is tried again, and the longest; each is twice the one before. */
const firstMs = 500
const longestMs = 60_000

interface Listening<Data> {
  subscribe: (sink: Sink<ExecutionResult<Data>>) => () => void
  onNext: (data: Data) => void
  /** It is listened again after the API had ended it, as it does with whoever is too slow: what came meanwhile was missed. */
  onAgain: () => void
}

/**
 * Listens until what it gives back is called, also after the API ended or refused it while the socket stays. Once it has
 * lasted for as long as the longest pause, the pauses begin anew.
 */
export function keepListening<Data>({ subscribe, onNext, onAgain }: Listening<Data>): () => void {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let end = () => {}
  let tries = 0
  const start = () => {
    const since = Date.now()
    const ended = () => {
      if (stopped) return
      if (Date.now() - since >= longestMs) tries = 0
      timer = setTimeout(again, pauseBefore(tries++))
    }
    end = subscribe({
      next: ({ data }) => {
        if (data) onNext(data)
      },
      error: ended,
      complete: ended,
    })
  }
  const again = () => {
    start()
    onAgain()
  }
  start()
  return () => {
    stopped = true
    clearTimeout(timer)
    end()
  }
}

/** A part of it by chance, so that all who were cut at once do not come back at once. */
function pauseBefore(tries: number): number {
  return Math.min(firstMs * 2 ** tries, longestMs) * (0.5 + Math.random() / 2)
}
