import { useState } from 'react'
import { PostMessageDocument, type MessageKind, type Visibility } from '../../gen/operations.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { orderPageWords as words } from '../../words/order.js'
import { expected } from '../../words/refusals.js'
import type { Gathered } from '../onboarding/use-gathered.js'

interface MessageOptions {
  orderId: string
  visibility: Visibility
  kind: MessageKind
  attached: Gathered
  onPosted: () => Promise<void>
}

interface Message {
  body: string
  setBody: (body: string) => void
  /** What is wrong with the text. */
  problem: string | undefined
  /** What else went wrong. */
  error: Error | undefined
  pending: boolean
  send: () => Promise<void>
}

/** One message on its way to a feed. A request for the status may go without words. */
export function useMessage({ orderId, visibility, kind, attached, onPosted }: MessageOptions): Message {
  const { run, pending, error } = useVerb(PostMessageDocument)
  const [body, setBody] = useState('')
  const [tried, setTried] = useState(false)
  const refused = error instanceof Refused ? error.at('body') : undefined
  const text = body.trim()
  // Files speak for themselves, and so does a request for the status.
  const missing = text === '' && kind !== 'STATUS_REQUEST' && attached.files.length === 0
  const empty = tried && missing ? words.emptyMessage : undefined

  const send = async (): Promise<void> => {
    setTried(true)
    if (missing) return
    const { ids } = attached
    if (!(await run({ orderId, body: text, visibility, kind, attachments: ids }))) return
    setBody((now) => withoutSent(now, body))
    setTried(false)
    attached.remove(...ids)
    await onPosted()
  }
  const problem = empty ?? (refused && expected(refused))
  return { body, setBody, problem, error: refused ? undefined : error, pending, send }
}

/** What is left once a text was sent: what was written meanwhile. */
function withoutSent(now: string, sent: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now
}
