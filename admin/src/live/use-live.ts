import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useEffect, useRef } from 'react'
import { subscribe } from './socket.js'

const pauseMs = 5_000

/**
 * Listens to a subscription while the component is shown. A reconnect is the socket's matter; one that the API ended
 * or refused is tried again after a pause. Without variables it waits.
 */
export function useLive<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | undefined,
  onNext: (data: Data) => void,
): void {
  const latest = useRef(onNext)
  latest.current = onNext
  const key = variables ? JSON.stringify(variables) : undefined
  useEffect(() => {
    if (key === undefined) return
    return keepListening(document, JSON.parse(key) as Variables, (data) => latest.current(data))
  }, [document, key])
}

function keepListening<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  onNext: (data: Data) => void,
) {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let end = () => {}
  const again = () => {
    if (!stopped) timer = setTimeout(start, pauseMs)
  }
  const start = () => {
    end = subscribe(document, variables, {
      next: ({ data }) => {
        if (data) onNext(data)
      },
      error: again,
      complete: again,
    })
  }
  start()
  return () => {
    stopped = true
    clearTimeout(timer)
    end()
  }
}
