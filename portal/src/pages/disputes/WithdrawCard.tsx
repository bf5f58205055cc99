import { useState } from 'react'
import { WithdrawDisputeDocument } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { SureDialog } from '../../ui/SureDialog.js'
import { useVerb } from '../../wire/use-verb.js'
import { disputeWords as words } from '../../words/disputes.js'
import { actionOf, refusalOf } from '../order/order-parts.js'
import type { Dispute } from './dispute-parts.js'

interface WithdrawProps {
  dispute: Dispute
  onDone: () => void
}

/** Taking the dispute back, for good: asked for once more. */
export function WithdrawCard({ dispute, onDone }: WithdrawProps) {
  const { run, pending, error } = useVerb(WithdrawDisputeDocument)
  const [asked, setAsked] = useState(false)
  const action = actionOf(dispute, 'withdrawDispute')
  if (!action) return null
  const withdraw = async (): Promise<void> => {
    if (!(await run({ id: dispute.id, expectedVersion: dispute.version }))) return
    setAsked(false)
    onDone()
  }
  return (
    <Card title={words.withdraw}>
      <p className="muted">{words.withdrawNote}</p>
      <div>
        <Button kind="stern" refusal={refusalOf(action)} onClick={() => setAsked(true)}>
          {words.withdraw}
        </Button>
      </div>
      {asked && (
        <SureDialog
          title={words.withdrawTitle}
          text={words.withdrawText(dispute.channelName)}
          yes={words.withdrawYes}
          no={words.withdrawNo}
          stern
          {...{ pending, error }}
          onYes={() => void withdraw()}
          onClose={() => setAsked(false)}
        />
      )}
    </Card>
  )
}
