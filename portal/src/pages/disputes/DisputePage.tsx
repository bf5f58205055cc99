import { DisputeChangedDocument, DisputeDocument } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { Chip } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useFreshAddresses } from '../../wire/use-fresh-addresses.js'
import { useLive } from '../../wire/use-live.js'
import { useRead } from '../../wire/use-read.js'
import { disputeStates, disputeWords as words } from '../../words/disputes.js'
import type { Dispute } from './dispute-parts.js'
import { HandInCard } from './HandInCard.js'
import { SideCard } from './SideCard.js'
import { StandingCard } from './StandingCard.js'
import { TeamCard } from './TeamCard.js'
import { NextSteps, TermsNote } from './TermsNote.js'
import { WithdrawCard } from './WithdrawCard.js'

/** A dispute as its two sides see it: where it stands, what both said and showed, and what there is to do; live. */
export function DisputePage({ id }: { id: string }) {
  const { data, error, reload } = useRead(DisputeDocument, { id })
  const again = (): void => void reload()
  useFreshAddresses(again)
  useLive(DisputeChangedDocument, id, { variables: () => ({ id }), onEvent: again, onResume: again })
  const dispute = data?.dispute
  if (data && !dispute) return <Missing />
  if (!dispute)
    return (
      <Page title={words.title('')}>{error ? <Failure error={error} onRetry={again} /> : <Bones />}</Page>
    )
  const { label, tone } = disputeStates[dispute.status]
  const open = dispute.endedAt === null
  return (
    <Page
      title={words.title(dispute.orderNumber)}
      lead={<Back dispute={dispute} />}
      action={<Chip tone={tone}>{label}</Chip>}
    >
      <div className="two">
        <div className="stack">
          <StandingCard dispute={dispute} onChange={again} />
          <TeamCard dispute={dispute} />
          <div className="sides">
            <SideCard dispute={dispute} side="BUYER" />
            <SideCard dispute={dispute} side="CHANNEL" />
          </div>
        </div>
        <div className="stack">
          <HandInCard key={dispute.status} dispute={dispute} onDone={again} />
          {open && <WithdrawCard dispute={dispute} onDone={again} />}
          {open && <NextSteps side={dispute.yourSide} />}
          <TermsNote />
        </div>
      </div>
    </Page>
  )
}

/** A buyer's campaign stands on its order's page, a channel's on one of its own. */
function Back({ dispute: { yourSide, order, campaign } }: { dispute: Dispute }) {
  const to = yourSide === 'CHANNEL' ? campaign && `/campaigns/${campaign.id}` : order && `/orders/${order.id}`
  return to ? <Link to={to}>{words.campaign}</Link> : null
}
