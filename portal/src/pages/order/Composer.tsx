import { useState } from 'react'
import type { MessageKind, Visibility } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Failure } from '../../ui/Failure.js'
import { Field } from '../../ui/Field.js'
import { orderPageWords as words } from '../../words/order.js'
import { talkWords } from '../../words/talk.js'
import { Attachments } from './Attachments.js'
import { KindPicker } from './KindPicker.js'
import { Readers } from './Readers.js'
import type { Talk } from './talk.js'
import { useAttachments } from './use-attachments.js'
import type { Asking } from './use-asking.js'
import { useMessage } from './use-message.js'
import { useTyping } from './use-typing.js'

interface ComposerProps {
  order: Talk
  buys: boolean
  asking: Asking
  onPosted: () => Promise<void>
}

/** Writing on the order's feed: what it is, its files, and who reads it. What was written stays until it was taken. */
export function Composer({ order, buys, asking, onPosted }: ComposerProps) {
  const { kind, setKind } = asking
  // With a channel on the order, it is whom the buyer talks to; our team reads along.
  const [visibility, setVisibility] = useState<Visibility>(buys && !order.channel ? 'BUYER' : 'PARTIES')
  const attached = useAttachments()
  const { body, setBody, problem, error, pending, send } = useMessage({
    orderId: order.id,
    visibility,
    kind,
    attached,
    onPosted: () => {
      setKind('MESSAGE')
      return onPosted()
    },
  })
  const noteTyping = useTyping(order.id, visibility)
  const action = order.availableActions.find(({ name }) => name === 'postMessage')
  return (
    <div className="composer">
      <KindPicker kind={kind} onPick={setKind} />
      <Field
        label={labelOf(order)}
        help={kind === 'STATUS_REQUEST' ? talkWords.statusOptional : words.messageHelp}
        problem={problem}
      >
        {(tie) => (
          <textarea
            {...tie}
            className="input"
            rows={3}
            value={body}
            onChange={(event) => {
              setBody(event.target.value)
              noteTyping()
            }}
          />
        )}
      </Field>
      <Attachments attached={attached} />
      <Readers order={order} buys={buys} visibility={visibility} onPick={setVisibility} />
      <Failure error={error} />
      <div className="row">
        <Button
          busy={pending}
          refusal={
            attached.uploads.busy ? talkWords.filesComing : action?.allowed === false ? action.message : null
          }
          onClick={() => void send()}
        >
          {SEND[kind]}
        </Button>
        <p className="muted small">{promiseOf(order, kind, visibility)}</p>
      </div>
    </div>
  )
}

const SEND: Record<MessageKind, string> = {
  MESSAGE: talkWords.send,
  QUESTION: talkWords.ask,
  STATUS_REQUEST: talkWords.askStatus,
}

/** When an answer of ours may be expected: what the parties tell each other starts no clock, and a channel's team none. */
function promiseOf({ channel }: Talk, kind: MessageKind, visibility: Visibility): string | null {
  if (channel?.isViewer) return null
  return kind === 'MESSAGE' && visibility === 'PARTIES' ? talkWords.smallTalk : talkWords.promise
}

function labelOf({ channel, buyer }: Talk): string {
  if (!channel) return words.message
  return words.messageTo(channel.isViewer ? (buyer?.name ?? '') : channel.name)
}
