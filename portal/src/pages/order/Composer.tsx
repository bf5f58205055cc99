import { useState } from 'react'
import type { MessageKind, Visibility } from '../../gen/operations.js'
import { useWho } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Failure } from '../../ui/Failure.js'
import { Field } from '../../ui/Field.js'
import { orderPageWords as words } from '../../words/order.js'
import { answeredSoon, talkWords } from '../../words/talk.js'
import { Attachments, MOST_ATTACHED } from './Attachments.js'
import { KindPicker } from './KindPicker.js'
import { Readers } from './Readers.js'
import type { Talk } from './talk.js'
import { useGathered } from '../onboarding/use-gathered.js'
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
  const attached = useGathered(MOST_ATTACHED)
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
  const { hours } = useWho()
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
        {order.channel?.isViewer ? null : (
          <p className="muted small">
            {starts(kind, visibility) ? answeredSoon(hours) : talkWords.smallTalk}
          </p>
        )}
      </div>
    </div>
  )
}

const SEND: Record<MessageKind, string> = {
  MESSAGE: talkWords.send,
  QUESTION: talkWords.ask,
  STATUS_REQUEST: talkWords.askStatus,
}

/** Whether it starts the clock of an answer of ours: what the parties tell each other does not. */
function starts(kind: MessageKind, visibility: Visibility): boolean {
  return kind !== 'MESSAGE' || visibility !== 'PARTIES'
}

function labelOf({ channel, buyer }: Talk): string {
  if (!channel) return words.message
  return words.messageTo(channel.isViewer ? (buyer?.name ?? '') : channel.name)
}
