import { useState } from 'react'
import { PostMessageDocument, type Visibility } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Failure } from '../../ui/Failure.js'
import { Choice, Field } from '../../ui/Field.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { expected } from '../../words/refusals.js'
import { orderPageWords as words } from '../../words/order.js'
import type { Order } from './order-parts.js'

/** What an order's feed is written on: between whom. */
export interface Talk {
  id: string
  buyer: { id: string; name: string } | null
  beneficiary: { id: string; name: string } | null
  /** Of a campaign's order: the channel that runs it, and whether the viewer is of it. */
  channel?: { name: string; isViewer: boolean } | undefined
  availableActions: Order['availableActions']
}

interface ComposerProps {
  order: Talk
  buys: boolean
  onPosted: () => Promise<void>
}

/** Writing on the order's feed, and choosing who reads it. What was written stays until it was taken. */
export function Composer({ order, buys, onPosted }: ComposerProps) {
  // With a channel on the order, it is whom the buyer talks to; our team reads along.
  const [visibility, setVisibility] = useState<Visibility>(buys && !order.channel ? 'BUYER' : 'PARTIES')
  const { body, setBody, problem, error, pending, send } = useMessage(order.id, visibility, onPosted)
  const action = order.availableActions.find(({ name }) => name === 'postMessage')
  return (
    <div className="composer">
      <Field label={labelOf(order)} help={words.messageHelp} problem={problem}>
        {(tie) => (
          <textarea
            {...tie}
            className="input"
            rows={3}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
      <Readers order={order} buys={buys} visibility={visibility} onPick={setVisibility} />
      <Failure error={error} />
      <div>
        <Button
          busy={pending}
          refusal={action?.allowed === false ? action.message : null}
          onClick={() => void send()}
        >
          {words.post}
        </Button>
      </div>
    </div>
  )
}

function labelOf({ channel, buyer }: Talk): string {
  if (!channel) return words.message
  return words.messageTo(channel.isViewer ? (buyer?.name ?? '') : channel.name)
}

function useMessage(orderId: string, visibility: Visibility, onPosted: () => Promise<void>) {
  const { run, pending, error } = useVerb(PostMessageDocument)
  const [body, setBody] = useState('')
  const [tried, setTried] = useState(false)
  const refused = error instanceof Refused ? error.at('body') : undefined
  const empty = tried && body.trim() === '' ? words.emptyMessage : undefined

  const send = async (): Promise<void> => {
    setTried(true)
    if (body.trim() === '') return
    if (!(await run({ orderId, body: body.trim(), visibility }))) return
    setBody('')
    setTried(false)
    await onPosted()
  }
  const problem = empty ?? (refused && expected(refused))
  return { body, setBody, problem, error: refused ? undefined : error, pending, send }
}

interface ReadersProps {
  order: Talk
  buys: boolean
  visibility: Visibility
  onPick: (visibility: Visibility) => void
}

function Readers({ order, buys, visibility, onPick }: ReadersProps) {
  const other = order.channel ?? order.beneficiary
  if (!buys) return <p className="muted small">{words.toPartiesOnly(order.buyer?.name ?? null)}</p>
  if (!other || (!order.channel && order.beneficiary?.id === order.buyer?.id)) return null
  const choices = [
    { to: 'BUYER' as const, label: words.toBuyer, note: words.toBuyerNote(other.name) },
    {
      to: 'PARTIES' as const,
      label: order.channel ? words.toChannel(other.name) : words.toParties(other.name),
    },
  ]
  return (
    <fieldset className="field">
      <legend>{words.visibility}</legend>
      <div className="choices">
        {(order.channel ? choices.toReversed() : choices).map(({ to, label, note }) => (
          <Choice
            key={to}
            name="visibility"
            kind="radio"
            {...{ label, note }}
            checked={visibility === to}
            onPick={() => onPick(to)}
          />
        ))}
      </div>
    </fieldset>
  )
}
