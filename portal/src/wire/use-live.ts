import { useCallback, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { TypedDocumentString } from '../gen/operations.js'
import { useBearer } from './caller.js'
import { isConnected, socketOf } from './socket.js'

interface LiveOptions<Answer, Variables> {
  onEvent: (answer: Answer) => void
  /** After the socket came back: read again what may have been missed, where the field itself does not replay. */
  onResume?: () => void
  /** What to subscribe with *now*: asked anew each time the socket comes back, so that a feed resumes where it is. */
  variables: () => Variables
}

/**
 * Follows one subscription while the component is on the page. Gives whether it is live just now.
 * `key` names the subject; null waits.
 */
export function useLive<Answer, Variables extends Record<string, unknown>>(
  operation: TypedDocumentString<Answer, Variables>,
  key: string | null,
  options: LiveOptions<Answer, Variables>,
): boolean {
  const bearer = useBearer()
  const tell = useEffectEvent((answer: Answer) => options.onEvent(answer))
  const resume = useEffectEvent(() => options.onResume?.())
  const variables = useEffectEvent(() => options.variables())

  useEffect(() => {
    if (key === null) return
    const client = socketOf(bearer)
    let before = isConnected(bearer)
    const stops = [
      client.on('connected', () => {
        if (before) resume()
        before = true
      }),
      client.subscribe<Answer>(
        {
          query: operation.toString(),
          // The client sends this same payload again after a break; a getter lets it carry the newest position.
          get variables() {
            return variables()
          },
        },
        {
          next: ({ data }) => {
            if (data) tell(data)
          },
          // The reading beside it says what is wrong; a closed session is told by the socket itself.
          error: () => {},
          complete: () => {},
        },
      ),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [operation, key, bearer])
  return useConnected(bearer) && key !== null
}

function useConnected(bearer: string | null): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const client = socketOf(bearer)
      const stops = [client.on('connected', onChange), client.on('closed', onChange)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [bearer],
  )
  return useSyncExternalStore(subscribe, () => isConnected(bearer))
}
