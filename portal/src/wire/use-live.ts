import { useEffect, useEffectEvent, useState } from 'react'
import type { TypedDocumentString } from '../gen/operations.js'
import { useBearer } from './caller.js'
import { socketOf } from './socket.js'

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
  const [live, setLive] = useState(false)
  const tell = useEffectEvent((answer: Answer) => options.onEvent(answer))
  const resume = useEffectEvent(() => options.onResume?.())
  const variables = useEffectEvent(() => options.variables())

  useEffect(() => {
    if (key === null) return
    const client = socketOf(bearer)
    let before = false
    const stops = [
      client.on('connected', () => {
        setLive(true)
        if (before) resume()
        before = true
      }),
      client.on('closed', () => setLive(false)),
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
            setLive(true)
            if (data) tell(data)
          },
          error: () => setLive(false),
          complete: () => setLive(false),
        },
      ),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [operation, key, bearer])
  return live
}
