import { useState } from 'react'
import {
  AcceptCampaignDocument,
  DeclineCampaignDocument,
  type ActionPartsFragment,
} from '../../gen/operations.js'
import { Failure } from '../../ui/Failure.js'
import { ReasonDialog } from '../../ui/ReasonDialog.js'
import { useVerb } from '../../wire/use-verb.js'
import { declineWords, stepWords } from '../../words/campaigns.js'
import { actionOf } from '../order/order-parts.js'
import { ActionButton } from './ActionButton.js'

interface DecideProps {
  campaign: { id: string; version: number; availableActions: readonly ActionPartsFragment[] }
  /** What is decided upon, for those who hear the buttons without seeing what stands around them. */
  name?: string
  onDone: () => void
}

/** Accept and Decline: one click, or a brief explanation. */
export function Decide({ campaign, name, onDone }: DecideProps) {
  const accept = useVerb(AcceptCampaignDocument)
  const [declining, setDeclining] = useState(false)
  const words = stepWords.accept
  const take = async (): Promise<void> => {
    await accept.run({ id: campaign.id, expectedVersion: campaign.version })
    onDone()
  }
  return (
    <>
      <div className="row actions">
        <ActionButton
          action={actionOf(campaign, 'acceptCampaign')}
          label={name && words.acceptOf(name)}
          busy={accept.pending}
          onClick={() => void take()}
        >
          {words.button}
        </ActionButton>
        <ActionButton
          action={actionOf(campaign, 'declineCampaign')}
          label={name && words.declineOf(name)}
          kind="quiet"
          onClick={() => setDeclining(true)}
        >
          {words.decline}
        </ActionButton>
      </div>
      <Failure error={accept.error} />
      {declining && <Decline campaign={campaign} onDone={onDone} onClose={() => setDeclining(false)} />}
    </>
  )
}

function Decline({ campaign, onDone, onClose }: DecideProps & { onClose: () => void }) {
  const { run, pending, error } = useVerb(DeclineCampaignDocument)
  const send = async (reason: string): Promise<void> => {
    if (!(await run({ id: campaign.id, reason, expectedVersion: campaign.version }))) return
    onClose()
    onDone()
  }
  return (
    <ReasonDialog
      words={declineWords}
      field="reason"
      stern
      {...{ pending, error, onClose }}
      onSend={(reason) => void send(reason)}
    />
  )
}
