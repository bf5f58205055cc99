import { useState } from 'react'
import { CampaignToDisputeDocument, OpenDisputeDocument, type DisputeReason } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Link, navigate } from '../../router/router.js'
import { Button, classOf } from '../../ui/Button.js'
import { Card, Notice } from '../../ui/Card.js'
import { Countdown } from '../../ui/Countdown.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { TextArea } from '../../ui/TextArea.js'
import { Refused } from '../../wire/refused.js'
import { useRead } from '../../wire/use-read.js'
import { useVerb } from '../../wire/use-verb.js'
import { openWords as words } from '../../words/disputes.js'
import { expected } from '../../words/refusals.js'
import { actionOf, refusalOf } from '../order/order-parts.js'
import { useGathered } from '../onboarding/use-gathered.js'
import type { DisputedCampaign, Reasons } from './dispute-parts.js'
import { EvidenceField, MOST_EVIDENCE } from './EvidenceField.js'
import { ReasonField } from './ReasonField.js'
import { NextSteps, TermsNote } from './TermsNote.js'

/** Opening a dispute: why, what happened, what shows it; and, before anything is sent, what does not count. */
export function OpenDisputePage({ id }: { id: string }) {
  const { data, error, reload } = useRead(CampaignToDisputeDocument, { id })
  const campaign = data?.campaign
  if (data && !campaign) return <Missing />
  if (!campaign)
    return (
      <Page title={words.title}>
        {error ? <Failure error={error} onRetry={() => void reload()} /> : <Bones />}
      </Page>
    )
  const lead = words.about(campaign.packageName, campaign.channelName, campaign.orderNumber)
  return (
    <Page title={words.title} lead={lead}>
      <div className="two">
        <OpenCard campaign={campaign} reasons={data.disputeReasons} onChange={() => void reload()} />
        <div className="stack">
          <TermsNote />
          <NextSteps />
        </div>
      </div>
    </Page>
  )
}

/** A buyer's campaign stands on its order's page. */
const backTo = ({ id, order }: DisputedCampaign): string =>
  order ? `/orders/${order.id}` : `/campaigns/${id}`

interface OpenProps {
  campaign: DisputedCampaign
  reasons: Reasons
  onChange: () => void
}

function OpenCard({ campaign, reasons, onChange }: OpenProps) {
  const { dispute } = campaign
  const action = actionOf(campaign, 'openDispute')
  if (dispute)
    return (
      <Notice title={words.thereTitle}>
        <div>
          <Link to={`/disputes/${dispute.id}`} className={classOf()}>
            {words.there}
          </Link>
        </div>
      </Notice>
    )
  if (!action?.allowed)
    return (
      <Notice tone="warn" title={words.closedTitle}>
        <p>{(action && refusalOf(action)) ?? words.notYours}</p>
        <div>
          <Link to={backTo(campaign)}>{words.back}</Link>
        </div>
      </Notice>
    )
  const { deadline } = action
  return (
    <div className="stack">
      <Notice tone="warn" title={deadline ? words.until(moment(deadline)) : words.untold}>
        {deadline && (
          <p>
            <Countdown at={deadline} what={words.timeLeft} onOver={onChange} />
          </p>
        )}
        <p>
          {words.first} {campaign.order && <Link to={`/orders/${campaign.order.id}`}>{words.write}</Link>}
        </p>
      </Notice>
      <OpenForm campaign={campaign} reasons={reasons} onChange={onChange} />
    </div>
  )
}

function OpenForm({ campaign, reasons }: OpenProps) {
  const { run, pending, error } = useVerb(OpenDisputeDocument)
  const evidence = useGathered(MOST_EVIDENCE)
  const [reason, setReason] = useState<DisputeReason>()
  const [statement, setStatement] = useState('')
  const [tried, setTried] = useState(false)
  const kindly = reasons.find((one) => one.reason === reason)?.kindly
  const refused = error instanceof Refused ? error.at('statement') : undefined
  const text = statement.trim()

  const send = async (): Promise<void> => {
    setTried(true)
    if (!reason || text === '') return
    const given = { reason, statement: text, evidence: evidence.ids }
    const answer = await run({ id: campaign.id, ...given, expectedVersion: campaign.version })
    if (answer?.openDispute) navigate(`/disputes/${answer.openDispute.id}`, { replace: true })
  }
  return (
    <Card title={words.reason}>
      <ReasonField
        reasons={reasons}
        picked={reason}
        problem={tried && !reason ? words.noReason : undefined}
        orderId={campaign.order?.id}
        onPick={setReason}
      />
      <TextArea
        label={words.statement}
        help={words.statementHelp}
        problem={tried && text === '' ? words.noStatement : refused && expected(refused)}
        rows={8}
        value={statement}
        onValue={setStatement}
      />
      <EvidenceField label={words.evidence} help={words.evidenceHelp} evidence={evidence} />
      <p className="muted small">
        {words.onceTitle}. {words.once}
      </p>
      <Failure error={refused ? undefined : error} />
      <div className="row actions">
        <Button
          busy={pending}
          refusal={kindly ? words.offKindly : evidence.uploads.busy ? words.uploading : null}
          onClick={() => void send()}
        >
          {words.send}
        </Button>
        <Link to={backTo(campaign)} className={classOf('quiet')}>
          {words.back}
        </Link>
      </div>
    </Card>
  )
}
