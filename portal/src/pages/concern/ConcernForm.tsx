import { useState } from 'react'
import { PostMessageDocument, type OrdersQuery } from '../../gen/operations.js'
import type { Viewer } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Failure } from '../../ui/Failure.js'
import { TextArea } from '../../ui/TextArea.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { concernWords as words } from '../../words/concern.js'
import { expected } from '../../words/refusals.js'
import { talkWords } from '../../words/talk.js'
import { Attachments, MOST_ATTACHED } from '../order/Attachments.js'
import { useGathered } from '../onboarding/use-gathered.js'

type Order = OrdersQuery['orders']['nodes'][number]

interface ConcernFormProps {
  /** What it is about; undefined until one is chosen. */
  order: Order | undefined
  viewer: Viewer
  onSent: (orderId: string) => void
}

/** The concern in words, with what shows it; a question to our team on the order's feed. */
export function ConcernForm({ order, viewer, onSent }: ConcernFormProps) {
  const { run, pending, error } = useVerb(PostMessageDocument)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const attached = useGathered(MOST_ATTACHED)
  const refused = error instanceof Refused ? error.at('body') : undefined
  const send = async (): Promise<void> => {
    setTried(true)
    if (!order || text.trim() === '') return
    const message = { body: text.trim(), kind: 'QUESTION' as const, attachments: attached.ids }
    const posted = await run({ orderId: order.id, visibility: readersOf(order, viewer), ...message })
    if (posted) onSent(order.id)
  }
  return (
    <>
      {tried && !order && <p className="field-problem">{words.choose}</p>}
      <TextArea
        label={words.text}
        help={words.help}
        problem={tried && text.trim() === '' ? words.empty : refused && expected(refused)}
        rows={6}
        value={text}
        onValue={setText}
      />
      <Attachments attached={attached} />
      <Failure error={refused ? undefined : error} />
      <div>
        <Button
          busy={pending}
          refusal={attached.uploads.busy ? talkWords.filesComing : null}
          onClick={() => void send()}
        >
          {words.send}
        </Button>
      </div>
    </>
  )
}

/** A concern is between whoever has it and our team; those for whom an agency buys write to all. */
function readersOf(order: Order, viewer: Viewer): 'BUYER' | 'PARTIES' {
  const buys = viewer.memberships.some(({ organisation }) => organisation?.id === order.buyer?.id)
  return buys ? 'BUYER' : 'PARTIES'
}
