import { useState, type ReactNode } from 'react'
import type { CampaignStatus } from '../../gen/operations.js'
import { MarkCampaignReadyDocument, ReopenCreativesDocument } from '../../gen/operations.js'
import { Failure } from '../../ui/Failure.js'
import { ReasonDialog } from '../../ui/ReasonDialog.js'
import { useVerb } from '../../wire/use-verb.js'
import { reopenWords, stepWords as words } from '../../words/campaigns.js'
import { actionOf } from '../order/order-parts.js'
import { ActionButton } from './ActionButton.js'
import type { Campaign } from './campaign-parts.js'
import { CompleteDialog } from './CompleteDialog.js'
import { Decide } from './Decide.js'

const AT: Partial<Record<CampaignStatus, number>> = {
  AWAITING_ACCEPTANCE: 0,
  ACCEPTED: 1,
  READY: 2,
  COMPLETION_CLAIMED: 3,
  DISPUTED: 3,
}

interface StepsProps {
  campaign: Campaign
  onChange: () => void
}

/** The channel's three steps, each with its buttons and why one is off; nothing once the campaign has ended. */
export function Steps({ campaign, onChange }: StepsProps) {
  const at = AT[campaign.status]
  if (at === undefined) return null
  return (
    <ol className="steps" aria-label={words.title}>
      <Step number={0} at={at} words={words.accept}>
        {at === 0 && <Decide campaign={campaign} onDone={onChange} />}
        {(at === 1 || at === 2) && (
          <ActionButton
            action={actionOf(campaign, 'declineCampaign')}
            kind="quiet"
            whys={{ INVALID_TRANSITION: words.accept.late }}
            onClick={() => {}}
          >
            {words.accept.decline}
          </ActionButton>
        )}
      </Step>
      <Step number={1} at={at} words={words.ready}>
        {at < 2 && <Ready campaign={campaign} onChange={onChange} />}
        {at === 2 && <Reopen campaign={campaign} onChange={onChange} />}
      </Step>
      <Step number={2} at={at} words={words.complete}>
        {at < 3 && <Complete campaign={campaign} onChange={onChange} />}
      </Step>
    </ol>
  )
}

interface StepProps {
  number: number
  at: number
  words: { title: string; text: string; done: string }
  children: ReactNode
}

function Step({ number, at, words: { title, text, done }, children }: StepProps) {
  const state = number < at ? 'done' : number === at ? 'here' : 'ahead'
  return (
    <li data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
      <span className="step-mark" aria-hidden="true">
        {state === 'done' ? '✓' : number + 1}
      </span>
      <div className="stack-tight">
        <div>
          <h3>{title}</h3>
          <p className="muted">{state === 'done' ? done : text}</p>
        </div>
        {children}
      </div>
    </li>
  )
}

function Ready({ campaign, onChange }: StepsProps) {
  const { run, pending, error } = useVerb(MarkCampaignReadyDocument)
  const mark = async (): Promise<void> => {
    await run({ id: campaign.id, expectedVersion: campaign.version })
    onChange()
  }
  return (
    <>
      <ActionButton
        action={actionOf(campaign, 'markCampaignReady')}
        whys={{
          INVALID_TRANSITION: words.ready.first,
          CREATIVES_MISSING: words.ready.missing(campaign.missingCreatives),
          MONEY_NOT_CAPTURED: words.ready.unpaid,
        }}
        busy={pending}
        onClick={() => void mark()}
      >
        {words.ready.button}
      </ActionButton>
      <Failure error={error} />
    </>
  )
}

function Reopen({ campaign, onChange }: StepsProps) {
  const { run, pending, error } = useVerb(ReopenCreativesDocument)
  const [asked, setAsked] = useState(false)
  const send = async (reason: string): Promise<void> => {
    if (!(await run({ id: campaign.id, reason, expectedVersion: campaign.version }))) return
    setAsked(false)
    onChange()
  }
  return (
    <>
      <ActionButton
        action={actionOf(campaign, 'reopenCreatives')}
        kind="plain"
        onClick={() => setAsked(true)}
      >
        {words.ready.reopen}
      </ActionButton>
      {asked && (
        <ReasonDialog
          words={reopenWords}
          field="reason"
          {...{ pending, error }}
          onSend={(reason) => void send(reason)}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}

function Complete({ campaign, onChange }: StepsProps) {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <ActionButton
        action={actionOf(campaign, 'completeCampaign')}
        whys={{ INVALID_TRANSITION: words.complete.first }}
        onClick={() => setAsked(true)}
      >
        {words.complete.button}
      </ActionButton>
      {asked && <CompleteDialog campaign={campaign} onDone={onChange} onClose={() => setAsked(false)} />}
    </>
  )
}
