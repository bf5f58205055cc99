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

interface ComposerProps {
  order: Order
  buys: boolean
  onPosted: () => Promise<void>
}

/** Writing on the order's feed, and choosing who reads it. What was written stays until it was taken. */
export function Composer({ order, buys, onPosted }: ComposerProps) {
  const [visibility, setVisibility] = useState<Visibility>(buys ? 'BUYER' : 'PARTIES')
  const { body, setBody, problem, error, pending, send } = useMessage(order.id, visibility, onPosted)
  const action = order.availableActions.find(({ name }) => name === 'postMessage')
  return (
    <div className="composer">
      <Field label={words.message} help={words.messageHelp} problem={problem}>
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
  order: Order
  buys: boolean
  visibility: Visibility
  onPick: (visibility: Visibility) => void
}

function Readers({ order, buys, visibility, onPick }: ReadersProps) {
  const other = order.beneficiary
  if (!buys) return <p className="muted small">{words.toPartiesOnly(order.buyer?.name ?? null)}</p>
  if (!other || other.id === order.buyer?.id) return null
  return (
    <fieldset className="field">
      <legend>{words.visibility}</legend>
      <div className="choices">
        <Choice
          name="visibility"
          kind="radio"
          label={words.toBuyer}
          note={words.toBuyerNote(other.name)}
          checked={visibility === 'BUYER'}
          onPick={() => onPick('BUYER')}
        />
        <Choice
          name="visibility"
          kind="radio"
          label={words.toParties(other.name)}
          checked={visibility === 'PARTIES'}
          onPick={() => onPick('PARTIES')}
        />
      </div>
    </fieldset>
  )
}
