import { useCallback, useEffect, useRef, useState } from 'react'
import type { TypedDocumentString } from '../gen/operations.js'
import { ask } from './ask.js'
import { useBearer } from './caller.js'

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
  /** Reads again; what is shown stays until the new answer is there. */
  reload: () => Promise<void>
  /** Puts in an answer that a mutation has brought, without reading again. */
  put: (change: (before: Answer) => Answer) => void
}

/** Reads one operation and keeps it; null variables wait. Only the newest of overlapping answers counts. */
export function useRead<Answer, Variables>(
  operation: TypedDocumentString<Answer, Variables>,
  variables: Variables | null,
): Reading<Answer> {
  const bearer = useBearer()
  const text = variables === null ? null : JSON.stringify(variables)
  const key = text === null ? null : `${bearer ?? ''}|${operation.toString()}|${text}`
  const [kept, setKept] = useState<{ key: string | null; data?: Answer; error?: Error }>({ key: null })
  const turn = useRef(0)

  const reload = useCallback((): Promise<void> => {
    if (key === null || text === null) return Promise.resolve()
    const mine = ++turn.current
    return ask(operation, JSON.parse(text) as Variables, bearer).then(
      (data) => {
        if (mine !== turn.current) return
        seen.set(key, data)
        setKept({ key, data })
      },
      (error: Error) => {
        if (mine === turn.current)
          setKept((before) => (before.key === key ? { ...before, error } : { key, error }))
      },
    )
  }, [operation, key, text, bearer])

  useEffect(() => {
    void reload()
    return () => {
      turn.current += 1
    }
  }, [reload])

  const put = useCallback((change: (before: Answer) => Answer) => {
    turn.current += 1
    setKept((before) => {
      if (before.data === undefined || before.key === null) return before
      const data = change(before.data)
      seen.set(before.key, data)
      return { key: before.key, data }
    })
  }, [])

  const current = kept.key === key ? kept : { key, data: undefined, error: undefined }
  const data = current.data ?? (key === null ? undefined : (seen.get(key) as Answer | undefined))
  return { data, error: current.error, loading: key !== null && !data && !current.error, reload, put }
}
