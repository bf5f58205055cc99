import { useState } from 'react'
import { AnswerCancellationDocument } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Card, Notice } from '../../ui/Card.js'
import { Countdown } from '../../ui/Countdown.js'
import { SureDialog } from '../../ui/SureDialog.js'
import { useVerb } from '../../wire/use-verb.js'
import { cancellationWords as words } from '../../words/cancellation.js'
import type { Side } from '../../words/campaigns.js'
import { actionOf } from '../order/order-parts.js'
import { ActionButton } from './ActionButton.js'
import type { Campaign } from './campaign-parts.js'
import { ProposeDialog } from './ProposeDialog.js'

interface CancellationCardProps {
  campaign: Campaign
  side: Side
  onChange: () => void
}

/** Ending a running campaign together: proposing it, and answering what the other side has proposed. */
export function CancellationCard({ campaign, side, onChange }: CancellationCardProps) {
  const [proposing, setProposing] = useState(false)
  const propose = actionOf(campaign, 'proposeCancellation')
  if (!['ACCEPTED', 'READY'].includes(campaign.status) || !propose) return null
  return (
    <Card title={words.title}>
      {campaign.proposal ? (
        <Proposed campaign={campaign} side={side} onChange={onChange} />
      ) : (
        <>
          <p className="muted small">{words.lead}</p>
          <div>
            <ActionButton action={propose} kind="quiet" onClick={() => setProposing(true)}>
              {words.propose}
            </ActionButton>
          </div>
        </>
      )}
      {proposing && campaign.price && (
        <ProposeDialog
          campaign={campaign}
          side={side}
          price={campaign.price}
          onDone={onChange}
          onClose={() => setProposing(false)}
        />
      )}
    </Card>
  )
}

/** Whether the other side has proposed to cancel: that is to be answered before anything else. */
export function hasToAnswer({ status, proposal }: Campaign, side: Side): boolean {
  return ['ACCEPTED', 'READY'].includes(status) && proposal !== null && proposal.by !== side
}

function Proposed({ campaign, side, onChange }: CancellationCardProps) {
  const { proposal, buyerName, channelName } = campaign
  const [answer, setAnswer] = useState<'agree' | 'refuse'>()
  if (!proposal) return null
  const mine = proposal.by === side
  const when = moment(proposal.answerBy)
  return (
    <Notice
      tone={mine ? 'info' : 'warn'}
      title={mine ? words.mine(when) : words.theirs(proposal.by === 'BUYER' ? buyerName : channelName)}
    >
      <p>{termsOf(campaign, side)}</p>
      {proposal.reason && <p className="pre">“{proposal.reason}”</p>}
      {!mine && (
        <>
          <p>
            {words.answerBy(when)} <Countdown at={proposal.answerBy} onOver={onChange} />
          </p>
          <div className="row actions">
            <ActionButton
              action={actionOf(campaign, 'answerCancellation')}
              kind="stern"
              onClick={() => setAnswer('agree')}
            >
              {words.agree}
            </ActionButton>
            <ActionButton
              action={actionOf(campaign, 'answerCancellation')}
              kind="quiet"
              onClick={() => setAnswer('refuse')}
            >
              {words.refuse}
            </ActionButton>
          </div>
        </>
      )}
      {answer && (
        <AnswerDialog
          campaign={campaign}
          side={side}
          agree={answer === 'agree'}
          onDone={onChange}
          onClose={() => setAnswer(undefined)}
        />
      )}
    </Notice>
  )
}

function termsOf({ proposal, price }: Campaign, side: Side): string {
  if (!proposal?.refund) return ''
  const { amount, formatted } = proposal.refund
  if (BigInt(amount) === 0n) return words.termsNone[side]
  return amount === price?.amount ? words.termsAll[side](formatted) : words.terms[side](formatted)
}

interface AnswerDialogProps {
  campaign: Campaign
  side: Side
  agree: boolean
  onDone: () => void
  onClose: () => void
}

function AnswerDialog({ campaign, side, agree, onDone, onClose }: AnswerDialogProps) {
  const { run, pending, error } = useVerb(AnswerCancellationDocument)
  const send = async (): Promise<void> => {
    if (!(await run({ id: campaign.id, agree, expectedVersion: campaign.version }))) return
    onClose()
    onDone()
  }
  return (
    <SureDialog
      title={agree ? words.agreeTitle : words.refuseTitle}
      text={agree ? `${words.agreeText} ${termsOf(campaign, side)}` : words.refuseText}
      yes={agree ? words.agreeYes : words.refuseYes}
      no={words.back}
      stern={agree}
      {...{ pending, error, onClose }}
      onYes={() => void send()}
    />
  )
}
