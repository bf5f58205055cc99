import type { Client, ExecutionResult, SubscribePayload } from 'graphql-ws'

/** The first wait before it is subscribed again, and the longest, in milliseconds; each is twice the one before. */
const FIRST_MS = 500
const LONGEST_MS = 60_000

interface Subscribing<Answer> {
  client: Pick<Client, 'subscribe'>
  payload: SubscribePayload
  onNext: (result: ExecutionResult<Answer, unknown>) => void
  /** It stands again after the API had ended it: what came meanwhile was missed. */
  onAgain: () => void
  /** Whether it stands, each time that changes. */
  onStanding: (stands: boolean) => void
  /** Asked when it ends, with what went wrong if anything did: whether that is for good. */
  isFinal: (error: unknown) => boolean
}

/**
 * Holds one subscription until what it gives back is called. A socket that broke is the client's matter; this is for
 * what the API itself ends while the socket stays, as it does with a reader behind whom too much waits: it subscribes
 * again, each time after twice the wait, anew from the shortest once it has stood for as long as the longest.
 */
export function keepSubscribed<Answer>(subscribing: Subscribing<Answer>): () => void {
  const { client, payload, onNext, onAgain, onStanding, isFinal } = subscribing
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let end = (): void => {}
  let tries = 0
  const start = (): void => {
    const since = Date.now()
    const ended = (error?: unknown): void => {
      if (stopped) return
      onStanding(false)
      if (isFinal(error)) return
      if (Date.now() - since >= LONGEST_MS) tries = 0
      timer = setTimeout(again, waitBefore(tries++))
    }
    onStanding(true)
    end = client.subscribe<Answer>(payload, { next: onNext, error: ended, complete: () => ended() })
  }
  const again = (): void => {
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
function waitBefore(tries: number): number {
  return Math.min(FIRST_MS * 2 ** tries, LONGEST_MS) * (0.5 + Math.random() / 2)
}
