import { useState } from 'react'
import { ProposeCancellationDocument } from '../../gen/operations.js'
import { digitsOf, minorUnits } from '../../format/amount.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { Choice, TextField } from '../../ui/Field.js'
import { TextArea } from '../../ui/TextArea.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { cancellationWords as words } from '../../words/cancellation.js'
import type { Side } from '../../words/campaigns.js'
import { expected } from '../../words/refusals.js'
import type { Campaign } from './campaign-parts.js'

type Share = 'all' | 'part' | 'nothing'

interface ProposeDialogProps {
  campaign: Campaign
  side: Side
  price: NonNullable<Campaign['price']>
  onDone: () => void
  onClose: () => void
}

/** Proposes to end a campaign: how much goes back to the buyer, and why. */
export function ProposeDialog({ campaign, side, price, onDone, onClose }: ProposeDialogProps) {
  const { run, pending, error } = useVerb(ProposeCancellationDocument)
  const { channelName } = campaign
  const [share, setShare] = useState<Share>('all')
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const refund =
    share === 'all'
      ? BigInt(price.amount)
      : share === 'nothing'
        ? 0n
        : minorUnits(text, digitsOf(price.currency))
  const at = (field: string): string | undefined => {
    const found = error instanceof Refused ? error.at(field) : undefined
    return found && expected(found)
  }
  const send = async (): Promise<void> => {
    setTried(true)
    if (refund === null || refund > BigInt(price.amount) || reason.trim() === '') return

    if (
      !(await run({
        id: campaign.id,
        refund: String(refund),
        reason: reason.trim(),
        expectedVersion: campaign.version,
      }))
    )
      return
    onClose()
    onDone()
  }
  const wrong =
    refund === null
      ? words.amountWrong
      : refund > BigInt(price.amount)
        ? words.amountTooMuch(price.formatted)
        : undefined
  return (
    <Dialog title={words.proposeTitle} onClose={onClose}>
      <fieldset className="field">
        <legend>{words.refund[side]}</legend>
        <div className="choices">
          {SHARES.map((one) => (
            <Choice
              key={one}
              name="share"
              kind="radio"
              label={one === 'all' ? words.all(price.formatted) : words[one]}
              note={one === 'all' ? undefined : words.rest(channelName)}
              checked={share === one}
              onPick={() => setShare(one)}
            />
          ))}
        </div>
      </fieldset>
      {share === 'part' && (
        <TextField
          label={words.amount(price.currency)}
          help={words.amountHelp}
          problem={(tried ? wrong : undefined) ?? at('refund')}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onValue={setText}
        />
      )}
      <TextArea
        label={words.reason}
        help={words.reasonHelp}
        problem={(tried && reason.trim() === '' ? words.reasonEmpty : undefined) ?? at('reason')}
        value={reason}
        onValue={setReason}
      />
      <DialogEnd
        error={at('refund') || at('reason') ? undefined : error}
        send={words.send}
        back={words.back}
        busy={pending}
        onSend={() => void send()}
        onBack={onClose}
      />
    </Dialog>
  )
}

const SHARES: Share[] = ['all', 'part', 'nothing']
