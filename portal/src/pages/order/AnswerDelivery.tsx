import { useState } from 'react'
import { ConfirmDeliveryDocument } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { useVerb } from '../../wire/use-verb.js'
import { deliveryWords as words } from '../../words/delivery.js'
import { actionOf, refusalOf, type Order } from './order-parts.js'
import { RevisionDialog } from './RevisionDialog.js'

interface AnswerProps {
  order: Order
  held: string | null
  onAnswered: () => void
}

/** While a delivery waits for its buyer: confirm it, or say what is to be changed; by when, and how often. */
export function AnswerDelivery(props: AnswerProps) {
  const { order } = props
  const [asked, setAsked] = useState<'confirm' | 'revise'>()
  const [confirm, revise] = [actionOf(order, 'confirmDelivery'), actionOf(order, 'requestRevision')]
  if (order.status !== 'DELIVERED' || !confirm) return null
  const close = (): void => setAsked(undefined)
  return (
    <Notice tone="warn" title={words.answerTitle}>
      <p>
        {order.autoCompleteAt && `${words.answer(moment(order.autoCompleteAt))} `}
        {words.left(order.revisionsLeft)}
      </p>
      <div className="row">
        <Button refusal={refusalOf(confirm)} onClick={() => setAsked('confirm')}>
          {words.confirm}
        </Button>
        {revise && (
          <Button kind="quiet" refusal={refusalOf(revise)} onClick={() => setAsked('revise')}>
            {words.revise}
          </Button>
        )}
      </div>
      {asked === 'confirm' && <ConfirmDialog {...props} onClose={close} />}
      {asked === 'revise' && <RevisionDialog order={order} onClose={close} onAsked={props.onAnswered} />}
    </Notice>
  )
}

function ConfirmDialog({ order, held, onAnswered, onClose }: AnswerProps & { onClose: () => void }) {
  const { run, pending, error } = useVerb(ConfirmDeliveryDocument)
  const confirm = async (): Promise<void> => {
    if (!(await run({ id: order.id, expectedVersion: order.version }))) return
    onClose()
    onAnswered()
  }
  return (
    <Dialog title={words.confirmTitle} onClose={onClose}>
      <p>{words.confirmText(held)}</p>
      <DialogEnd
        error={error}
        send={words.confirmYes}
        back={words.back}
        busy={pending}
        onSend={() => void confirm()}
        onBack={onClose}
      />
    </Dialog>
  )
}
