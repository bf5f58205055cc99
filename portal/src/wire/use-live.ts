import { useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import type { TypedDocumentString } from '../gen/operations.js'
import { useBearer } from './caller.js'
import { keepSubscribed } from './keep-subscribed.js'
import { isConnected, isForgotten, isOver, onSocketChange, socketOf } from './socket.js'

interface LiveOptions<Answer, Variables> {
  onEvent: (answer: Answer) => void
  /**
   * Each time it begins to be live, at first and after every break: read again what may have been missed, where the field
   * itself does not replay.
   */
  onResume?: () => void
  /** What to subscribe with *now*: asked anew each time it is subscribed again, so that a feed resumes where it is. */
  variables: () => Variables
}

/**
 * Follows one subscription while the component is on the page, through breaks of the socket and where the API ends it.
 * Gives whether it is live just now. `key` names the subject; null waits.
 */
export function useLive<Answer, Variables extends Record<string, unknown>>(
  operation: TypedDocumentString<Answer, Variables>,
  key: string | null,
  options: LiveOptions<Answer, Variables>,
): boolean {
  const bearer = useBearer()
  const [stands, setStands] = useState(true)
  const tell = useEffectEvent((answer: Answer) => options.onEvent(answer))
  const resume = useEffectEvent(() => options.onResume?.())
  const variables = useEffectEvent(() => options.variables())

  useEffect(() => {
    if (key === null) return
    const client = socketOf(bearer)
    const stops = [
      onSocketChange(bearer, () => {
        if (isConnected(bearer)) resume()
      }),
      keepSubscribed<Answer>({
        client,
        payload: {
          query: operation.toString(),
          // The client sends this same payload again after a break; a getter lets it carry the newest position.
          get variables() {
            return variables()
          },
        },
        onNext: ({ data }) => {
          if (data) tell(data)
        },
        // Where the socket has to be opened first, its opening resumes.
        onAgain: () => {
          if (isConnected(bearer)) resume()
        },
        onStanding: setStands,
        // The reading beside it says what else is wrong; a closed session is told by the socket itself.
        isFinal: (error) => isOver(error) || isForgotten(bearer, client),
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [operation, key, bearer])
  return useConnected(bearer) && stands && key !== null
}

function useConnected(bearer: string | null): boolean {
  const subscribe = useCallback((onChange: () => void) => onSocketChange(bearer, onChange), [bearer])
  return useSyncExternalStore(subscribe, () => isConnected(bearer))
}
