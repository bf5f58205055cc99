import { useState } from 'react'
import { PayAgainDocument } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Notice } from '../../ui/Card.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { useVerb } from '../../wire/use-verb.js'
import { payWords } from '../../words/buying.js'
import { campaignWords as words } from '../../words/campaign-page.js'
import { usualTokens } from '../../words/payment-tokens.js'
import { actionOf } from '../order/order-parts.js'
import { Tokens } from '../pay/Tokens.js'
import { usePlayMoney } from '../pay/use-play-money.js'
import { ActionButton } from './ActionButton.js'
import type { Campaign } from './campaign-parts.js'

interface PayAgainProps {
  campaign: Campaign
  onChange: () => void
}

/** After the money could not be taken in: until when to pay again, and doing so. */
export function PayAgain({ campaign, onChange }: PayAgainProps) {
  const [asked, setAsked] = useState(false)
  const isPlay = usePlayMoney()
  if (campaign.status !== 'ACCEPTED' || !campaign.payAgainBy) return null
  return (
    <Notice tone="warn" title={words.payAgainTitle}>
      <p>{words.payAgainText(moment(campaign.payAgainBy))}</p>
      {isPlay === false && <p>{payWords.elsewhere}</p>}
      {isPlay && (
        <div>
          <ActionButton action={actionOf(campaign, 'payAgain')} onClick={() => setAsked(true)}>
            {words.payAgain}
          </ActionButton>
        </div>
      )}
      {asked && <PayDialog campaign={campaign} onChange={onChange} onClose={() => setAsked(false)} />}
    </Notice>
  )
}

function PayDialog({ campaign, onChange, onClose }: PayAgainProps & { onClose: () => void }) {
  const { run, pending, error } = useVerb(PayAgainDocument)
  const [token, setToken] = useState(usualTokens[0]?.token ?? '')
  const pay = async (): Promise<void> => {
    if (!(await run({ id: campaign.id, paymentToken: token, expectedVersion: campaign.version }))) return
    onClose()
    onChange()
  }
  return (
    <Dialog title={words.payAgainDialog} onClose={onClose}>
      <p className="muted">{payWords.sandbox}</p>
      <fieldset className="field">
        <legend>{payWords.method}</legend>
        <Tokens name="again" choices={usualTokens} token={token} onPick={setToken} />
      </fieldset>
      <DialogEnd
        error={error}
        send={payWords.pay(campaign.price?.formatted ?? '')}
        back={words.back}
        busy={pending}
        onSend={() => void pay()}
        onBack={onClose}
      />
    </Dialog>
  )
}
