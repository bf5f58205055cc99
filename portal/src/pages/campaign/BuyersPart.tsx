import { useState } from 'react'
import {
  type ActionPartsFragment,
  ReleaseFundsDocument,
  WithdrawCampaignDocument,
} from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { classOf } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Countdown } from '../../ui/Countdown.js'
import { SureDialog } from '../../ui/SureDialog.js'
import { useVerb } from '../../wire/use-verb.js'
import { campaignWords as words } from '../../words/campaign-page.js'
import { openWords } from '../../words/disputes.js'
import { actionOf } from '../order/order-parts.js'
import { ActionButton } from './ActionButton.js'
import { dueFor, isOpen, type Campaign } from './campaign-parts.js'
import { ChargedBack } from './ChargedBack.js'
import { DisputeLink } from './DisputeLink.js'
import { PayAgain } from './PayAgain.js'
import { EndReason } from './StepsCard.js'

interface BuyersPartProps {
  campaign: Campaign
  onChange: () => void
}

/** What there is to say and to do about a campaign on its buyer's order page, beside where it stands. */
export function BuyersPart({ campaign, onChange }: BuyersPartProps) {
  const { status, releaseHeld } = campaign
  const canRelease = actionOf(campaign, 'releaseFunds')?.allowed
  return (
    <>
      <PayAgain campaign={campaign} onChange={onChange} />
      <ChargedBack campaign={campaign} side="BUYER" />
      {status === 'COMPLETION_CLAIMED' && releaseHeld && (
        <Notice tone="warn" title={words.held}>
          <p>{[words.heldText, canRelease && words.heldRelease].filter(Boolean).join(' ')}</p>
        </Notice>
      )}
      <DisputeLink campaign={campaign} />
      <EndReason campaign={campaign} />
      <Verbs campaign={campaign} onChange={onChange} />
      <Reorder campaign={campaign} />
    </>
  )
}

/** How long there is until the deadline that matters now, and what it is for. */
export function BuyersCountdown({ campaign, onChange }: BuyersPartProps) {
  const { dueAt } = campaign
  if (!dueAt || !isOpen(campaign)) return null
  return <Countdown at={dueAt} what={dueFor(campaign)} onOver={onChange} />
}

function Verbs({ campaign, onChange }: BuyersPartProps) {
  const { status, dispute } = campaign
  const openDispute = actionOf(campaign, 'openDispute')
  const disputable = !dispute && openDispute?.refusal !== 'DEADLINE_PASSED'
  return (
    <>
      {status === 'COMPLETION_CLAIMED' && (
        <div className="row actions">
          <Release campaign={campaign} onChange={onChange} />
          {openDispute && disputable && (
            <Link to={`/campaigns/${campaign.id}/dispute`} className={classOf('quiet')}>
              {words.openDispute}
            </Link>
          )}
        </div>
      )}
      {status === 'COMPLETION_CLAIMED' && disputable && (
        <p className="muted small">
          {untilWhen(openDispute)} {words.disputeNote}
        </p>
      )}
      {status === 'AWAITING_ACCEPTANCE' && <Withdraw campaign={campaign} onChange={onChange} />}
    </>
  )
}

/** Until when the reader may dispute; that no time runs yet; or whose it is to do where the API offers it to others only. */
function untilWhen(openDispute: ActionPartsFragment | undefined): string {
  if (!openDispute) return openWords.notYours
  return openDispute.deadline ? words.disputeUntil(moment(openDispute.deadline)) : words.disputeUntold
}

function Release({ campaign, onChange }: BuyersPartProps) {
  const { run, pending, error } = useVerb(ReleaseFundsDocument)
  const [asked, setAsked] = useState(false)
  const send = async (): Promise<void> => {
    if (!(await run({ id: campaign.id, expectedVersion: campaign.version }))) return
    setAsked(false)
    onChange()
  }
  return (
    <>
      <ActionButton action={actionOf(campaign, 'releaseFunds')} onClick={() => setAsked(true)}>
        {words.release}
      </ActionButton>
      {asked && (
        <SureDialog
          title={words.releaseTitle}
          text={words.releaseText(campaign.channelName, campaign.price?.formatted ?? null)}
          yes={words.releaseYes}
          no={words.back}
          {...{ pending, error }}
          onYes={() => void send()}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}

function Withdraw({ campaign, onChange }: BuyersPartProps) {
  const { run, pending, error } = useVerb(WithdrawCampaignDocument)
  const [asked, setAsked] = useState(false)
  const send = async (): Promise<void> => {
    if (!(await run({ id: campaign.id, expectedVersion: campaign.version }))) return
    setAsked(false)
    onChange()
  }
  return (
    <div>
      <ActionButton
        action={actionOf(campaign, 'withdrawCampaign')}
        kind="stern"
        onClick={() => setAsked(true)}
      >
        {words.withdraw}
      </ActionButton>
      {asked && (
        <SureDialog
          title={words.withdrawTitle}
          text={words.withdrawText(campaign.channelName)}
          yes={words.withdrawYes}
          no={words.back}
          stern
          {...{ pending, error }}
          onYes={() => void send()}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  )
}

/** The way to the same once more, when things have gone well or nothing came of it. */
function Reorder({ campaign: { status, order } }: { campaign: Campaign }) {
  if (!order || !['COMPLETION_CLAIMED', 'CLOSED', 'EXPIRED', 'CANCELLED'].includes(status)) return null
  return (
    <p>
      <Link to={`/reorder/${order.id}`}>{words.reorder}</Link>
    </p>
  )
}
