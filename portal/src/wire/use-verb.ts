import { useCallback, useRef, useState } from 'react'
import type { TypedDocumentString } from '../gen/operations.js'
import { ask, freshKey } from './ask.js'
import { useBearer } from './caller.js'
import { Refused } from './refused.js'

export interface Verb<Answer, Input> {
  /** Does it once; gives undefined where it was refused, with the refusal in `error`. */
  run: (input: Input) => Promise<Answer | undefined>
  pending: boolean
  error: Error | undefined
  clear: () => void
}

/**
 * One verb of the API behind a button. The idempotency key lives as long as the intent: an unanswered try is repeated
 * under the same key, so a doubled click or a lost answer never acts twice.
 */
export function useVerb<Answer, Variables extends { key: string }>(
  operation: TypedDocumentString<Answer, Variables>,
): Verb<Answer, Omit<Variables, 'key'>> {
  const bearer = useBearer()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error>()
  const intent = useRef<{ input: string; key: string } | null>(null)
  const busy = useRef(false)

  const run = useCallback(
    async (input: Omit<Variables, 'key'>) => {
      if (busy.current) return undefined
      busy.current = true
      setPending(true)
      setError(undefined)
      const text = JSON.stringify(input)
      if (intent.current?.input !== text) intent.current = { input: text, key: freshKey() }
      try {
        const answer = await ask(
          operation,
          { ...input, key: intent.current.key } as unknown as Variables,
          bearer,
        )
        intent.current = null
        return answer
      } catch (caught) {
        if (caught instanceof Refused) intent.current = null
        setError(caught as Error)
        return undefined
      } finally {
        busy.current = false
        setPending(false)
      }
    },
    [operation, bearer],
  )
  return { run, pending, error, clear: useCallback(() => setError(undefined), []) }
}
