import { useState } from 'react'
import { CompleteCampaignDocument } from '../../gen/operations.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { Choice, TextField } from '../../ui/Field.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { completeWords as words } from '../../words/campaigns.js'
import { expected } from '../../words/refusals.js'
import type { Campaign } from './campaign-parts.js'

const ITEMS = ['materials', 'connected', 'estimateGiven', 'available'] as const
type Checklist = Record<(typeof ITEMS)[number], boolean>

const NONE: Checklist = { materials: false, connected: false, estimateGiven: false, available: false }

interface CompleteDialogProps {
  campaign: Campaign
  onDone: () => void
  onClose: () => void
}

/** Claims completion: asks the four things of good practice and an estimate, and requires none of them. */
export function CompleteDialog({ campaign, onDone, onClose }: CompleteDialogProps) {
  const { run, pending, error } = useVerb(CompleteCampaignDocument)
  const [checklist, setChecklist] = useState(NONE)
  const [estimatedOn, setEstimatedOn] = useState(campaign.estimatedOn ?? '')
  const refused = error instanceof Refused ? error.at('estimatedOn') : undefined

  const send = async (): Promise<void> => {
    const input = { id: campaign.id, checklist, estimatedOn: estimatedOn || null }
    if (!(await run({ ...input, expectedVersion: campaign.version }))) return
    onClose()
    onDone()
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.lead}</p>
      <fieldset className="field">
        <legend>{words.legend}</legend>
        <div className="choices">
          {ITEMS.map((item) => (
            <Choice
              key={item}
              name={item}
              kind="checkbox"
              label={words[item]}
              checked={checklist[item]}
              onPick={(on) => setChecklist({ ...checklist, [item]: on })}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        label={words.estimatedOn}
        help={words.estimatedHelp}
        problem={refused && expected(refused)}
        type="date"
        value={estimatedOn}
        onValue={setEstimatedOn}
      />
      <DialogEnd
        error={refused ? undefined : error}
        send={words.send}
        back={words.back}
        busy={pending}
        onSend={() => void send()}
        onBack={onClose}
      />
    </Dialog>
  )
}
