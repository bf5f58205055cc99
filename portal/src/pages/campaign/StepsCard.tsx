import { Card, Fact, Notice } from '../../ui/Card.js'
import { Countdown } from '../../ui/Countdown.js'
import { campaignWords as words } from '../../words/campaign-page.js'
import { dueFor, isOpen, summaryOf, type Campaign } from './campaign-parts.js'
import { ChargedBack } from './ChargedBack.js'
import { DisputeLink } from './DisputeLink.js'
import { Steps } from './Steps.js'

/** Where a campaign stands for its channel: what is next and by when, what is in the way, and the three steps. */
export function StepsCard({ campaign, onChange }: { campaign: Campaign; onChange: () => void }) {
  const { status, dueAt, releaseHeld } = campaign
  const open = isOpen(campaign)
  return (
    <Card
      title={words.standing}
      action={dueAt && open && <Countdown at={dueAt} what={dueFor(campaign)} onOver={onChange} />}
    >
      <p className="summary">{summaryOf(campaign, 'CHANNEL')}</p>
      <ChargedBack campaign={campaign} side="CHANNEL" />
      {status === 'COMPLETION_CLAIMED' && releaseHeld && (
        <Notice tone="warn" title={words.held}>
          <p>{words.heldToChannel}</p>
        </Notice>
      )}
      <DisputeLink campaign={campaign} />
      <EndReason campaign={campaign} />
      <Steps campaign={campaign} onChange={onChange} />
    </Card>
  )
}

/** In whose words it was declined or ended, where there are any. */
export function EndReason({ campaign: { declineReason, cancelReason } }: { campaign: Campaign }) {
  const why = declineReason ?? cancelReason
  if (!why) return null
  return (
    <dl className="facts">
      <Fact term={declineReason ? words.declined : words.cancelled}>
        <span className="pre">{why}</span>
      </Fact>
    </dl>
  )
}
