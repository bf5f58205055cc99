import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TypedDocumentString } from '../gen/operations.js'
import { ask } from './ask.js'
import { useBearer } from './caller.js'
import { oneAtATime } from './one-at-a-time.js'

/** Answers of this visit, shown at once on the way back while they are read again. */
const seen = new Map<string, unknown>()

/** Forgets every kept answer: for signing in and out. */
export function forgetAnswers(): void {
  seen.clear()
}

export interface Reading<Answer> {
  data: Answer | undefined
  error: Error | undefined
  loading: boolean
  /**
   * Reads again; what is shown stays until the new answer is there. One reading at a time: whoever asks during one shares
   * the next.
   */
  reload: () => Promise<void>
  /** Puts in an answer that a mutation has brought, without reading again. */
  put: (next: Answer) => void
}

/** Reads one operation and keeps it. Only the newest of overlapping answers counts. */
export function useRead<Answer, Variables>(
  operation: TypedDocumentString<Answer, Variables>,
  variables: Variables,
): Reading<Answer> {
  const bearer = useBearer()
  const text = JSON.stringify(variables)
  const read = useCallback(
    () => ask(operation, JSON.parse(text) as Variables, bearer),
    [operation, text, bearer],
  )
  return useReading(`${bearer ?? ''}|${operation.toString()}|${text}`, read)
}

/** The same of whatever `read` brings, which is known by its key; another `read` by the same key reads again. */
export function useReading<Answer>(key: string, read: () => Promise<Answer>): Reading<Answer> {
  const [kept, setKept] = useState<{ key: string; data?: Answer; error?: Error }>({ key })
  const turn = useRef(0)

  const once = useCallback((): Promise<void> => {
    const mine = ++turn.current
    const keep = (next: { data: Answer } | { error: Error }): void => {
      if (mine !== turn.current) return
      if ('data' in next) seen.set(key, next.data)
      setKept((before) => ({ ...(before.key === key && 'error' in next ? before : {}), key, ...next }))
    }
    return read().then(
      (data) => keep({ data }),
      (error: Error) => keep({ error }),
    )
  }, [key, read])
  const reload = useMemo(() => oneAtATime(once), [once])

  useEffect(() => {
    void reload()
    return () => {
      turn.current += 1
    }
  }, [reload])

  const { data = seen.get(key) as Answer | undefined, error } = kept.key === key ? kept : {}
  const put = (next: Answer): void => {
    turn.current += 1
    seen.set(key, next)
    setKept({ key, data: next })
  }
  return { data, error, loading: !data && !error, reload, put }
}
