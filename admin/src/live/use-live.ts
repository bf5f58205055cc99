import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keepListening } from './keep-listening.js'
import { subscribe } from './socket.js'

/**
 * Listens to a subscription while the component is shown. A reconnect is the socket's matter; one that the API ended
 * or refused is tried again after growing pauses, and then what was missed is read again. Without variables it waits.
 */
export function useLive<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | undefined,
  onNext: (data: Data) => void,
): void {
  const queryClient = useQueryClient()
  const latest = useRef(onNext)
  latest.current = onNext
  const key = variables ? JSON.stringify(variables) : undefined
  useEffect(() => {
    if (key === undefined) return
    return keepListening<Data>({
      subscribe: (sink) => subscribe(document, JSON.parse(key) as Variables, sink),
      onNext: (data) => latest.current(data),
      onAgain: () => void queryClient.invalidateQueries(),
    })
  }, [document, key, queryClient])
}
