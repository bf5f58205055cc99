import { useState } from 'react'
import { CancelOrderDocument } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { TextArea } from '../../ui/TextArea.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { cancelWords as words } from '../../words/delivery.js'
import { expected, sentenceOf } from '../../words/refusals.js'
import { actionOf, type Order, type Payment } from './order-parts.js'

interface CancelProps {
  order: Order
  payment: Payment | null | undefined
  onCancelled: () => void
}

/** Calling the order off while that is the buyer's to do; afterwards the button says why not. */
export function CancelCard(props: CancelProps) {
  const { order } = props
  const [asked, setAsked] = useState(false)
  const action = actionOf(order, 'cancelOrder')
  if (!action || ['COMPLETED', 'CANCELLED'].includes(order.status)) return null
  const refusal = action.allowed ? null : sentenceOf(new Refused(action.message ?? '', action.refusal ?? ''))
  return (
    <Card title={words.title}>
      {action.allowed && (
        <p className="muted small">{order.status === 'AWAITING_PAYMENT' ? words.unpaid : words.possible}</p>
      )}
      <div>
        <Button kind="stern" refusal={refusal} onClick={() => setAsked(true)}>
          {words.button}
        </Button>
      </div>
      {asked && <CancelDialog {...props} onClose={() => setAsked(false)} />}
    </Card>
  )
}

function CancelDialog({ order, payment, onCancelled, onClose }: CancelProps & { onClose: () => void }) {
  const { run, pending, error } = useVerb(CancelOrderDocument)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const refused = error instanceof Refused ? error.at('reason') : undefined
  const empty = tried && reason.trim() === '' ? words.reasonEmpty : undefined
  const held = payment && BigInt(payment.held.amount) > 0n ? payment.held.formatted : null

  const send = async (): Promise<void> => {
    setTried(true)
    if (reason.trim() === '') return
    if (!(await run({ id: order.id, reason: reason.trim(), expectedVersion: order.version }))) return
    onClose()
    onCancelled()
  }
  return (
    <Dialog title={words.dialog} onClose={onClose}>
      <p>
        {held ? words.paidText(held) : words.unpaidText} {words.mail}
      </p>
      <TextArea
        label={words.reason}
        help={words.reasonHelp}
        problem={empty ?? (refused && expected(refused))}
        value={reason}
        onValue={setReason}
      />
      <DialogEnd
        error={refused ? undefined : error}
        send={words.send}
        back={words.keep}
        stern
        busy={pending}
        onSend={() => void send()}
        onBack={onClose}
      />
    </Dialog>
  )
}
