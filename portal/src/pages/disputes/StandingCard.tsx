import type { ReactNode } from 'react'
import { moment } from '../../format/format.js'
import { Card, Fact, Notice } from '../../ui/Card.js'
import { Countdown } from '../../ui/Countdown.js'
import { disputeWords as words, reasonWords } from '../../words/disputes.js'
import type { Dispute } from './dispute-parts.js'

interface StandingProps {
  dispute: Dispute
  onChange: () => void
}

/** Where the dispute stands in plain words: who is waited for, until when, and what was decided. */
export function StandingCard({ dispute, onChange }: StandingProps) {
  const { status, asked, endedAt, fallbackAt } = dispute
  const side = dispute.yourSide ?? 'BUYER'
  const names = { buyer: dispute.buyerName, channel: dispute.channelName }
  const open = endedAt === null
  return (
    <Card title={words.standing}>
      <p className="summary">{words.summary(status, side, names, asked)}</p>
      {open && <p>{words.frozen(dispute.held?.formatted ?? null)}</p>}
      <Decision dispute={dispute} />
      <dl className="facts">
        <Waiting dispute={dispute} onChange={onChange} />
        <Fact term={words.reason}>{reasonWords[dispute.reason].label}</Fact>
        <Fact term={words.opened}>{moment(dispute.openedAt)}</Fact>
        {dispute.held && <Fact term={words.held}>{dispute.held.formatted}</Fact>}
        {open && (
          <Fact term={words.fallback}>
            {moment(fallbackAt)}
            <span className="muted small"> {words.fallbackNote}</span>
          </Fact>
        )}
      </dl>
    </Card>
  )
}

/** Until when the side that is waited for may answer. */
function Waiting({ dispute, onChange }: StandingProps): ReactNode {
  const { status, respondBy, informationBy } = dispute
  const [term, at] =
    status === 'AWAITING_CHANNEL'
      ? [words.respondBy, respondBy]
      : status === 'AWAITING_INFORMATION'
        ? [words.answerBy, informationBy]
        : []
  if (!term || !at) return null
  return (
    <Fact term={term}>
      <strong>{moment(at)}</strong> · <Countdown at={at} what={words.timeLeft} onOver={onChange} />
    </Fact>
  )
}

function Decision({ dispute }: { dispute: Dispute }) {
  const { decision, endedAt, refund, released, buyerName, channelName, statements } = dispute
  if (!decision || !endedAt) return null
  const names = { buyer: buyerName, channel: channelName }
  const why = statements.find(({ kind }) => kind === 'REASONING')
  return (
    <Notice tone="good" title={words.decidedTitle(moment(endedAt))}>
      <p>
        <strong>{words.decided(decision, dispute.yourSide ?? 'BUYER', names)}</strong>
      </p>
      <dl className="facts">
        {refund && <Fact term={words.toBuyer(buyerName)}>{refund.formatted}</Fact>}
        {released && <Fact term={words.toChannel(channelName)}>{released.formatted}</Fact>}
        <Fact term={words.why}>
          <span className="pre">{why ? (why.text ?? words.erased) : words.byTime}</span>
        </Fact>
      </dl>
    </Notice>
  )
}
