import { useState } from 'react'
import { ResendOnboardingRequestDocument } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { isSelf, type Viewer } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Chip } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { useVerb } from '../../wire/use-verb.js'
import { onboardingWords } from '../../words/order.js'
import { expectations, recipientWords as words } from '../../words/recipient.js'
import { actionOf, type Order } from './order-parts.js'
import { RecipientDialog } from './RecipientDialog.js'

type Line = Order['lines'][number]
type Document = NonNullable<Line['onboarding']>

interface LineOnboardingProps {
  order: Order
  line: Line
  document: Document
  viewer: Viewer
  onChange: () => void
}

/** A line's form: how it stands, what is expected of whom, the way to it, and for its buyer who is asked. */
export function LineOnboarding(props: LineOnboardingProps) {
  const { order, line, document, viewer } = props
  const { label, tone } = onboardingWords[document.status]
  const mine = isSelf(viewer, document.recipient?.id)
  const submittedAt = document.submittedAt && moment(document.submittedAt)
  const done = ['DELIVERED', 'COMPLETED'].includes(order.status)
  const again = document.status === 'CHANGES_REQUESTED' && document.reopenedReason
  return (
    <>
      <div className="row">
        <Chip tone={tone}>{label}</Chip>
      </div>
      <p className="muted small">
        {expectations[document.status]({ name: line.recipientName ?? '', mine, submittedAt, done })}
      </p>
      {again && (
        <div className="issue">
          <span className="issue-title">{words.reopened}</span>
          <span className="pre">{document.reopenedReason}</span>
        </div>
      )}
      <div>
        <Link
          to={`/onboarding/${document.id}`}
          className={classOf(mine && fillWord(document) ? 'primary' : 'quiet')}
        >
          {linkText(props, mine)}
        </Link>
      </div>
      <WhoIsAsked {...props} />
    </>
  )
}

const FILL: Partial<Record<Document['status'], string>> = {
  REQUESTED: words.fill,
  DRAFT: words.goOn,
  CHANGES_REQUESTED: words.mend,
}

/** What there is to do on the form, where the viewer may. */
function fillWord(document: Document): string | undefined {
  return actionOf(document, 'submitOnboarding')?.allowed ? FILL[document.status] : undefined
}

function linkText({ order, document, line }: LineOnboardingProps, mine: boolean): string {
  const word = fillWord(document)
  if (!word) return words.look
  const other = order.beneficiary && order.beneficiary.id !== order.buyer?.id && line.recipient === 'CLIENT'
  return !mine && other && order.beneficiary ? words.fillFor(order.beneficiary.name) : word
}

/** Sending the request again, and asking somebody else; for the buyer, while somebody is waited for. */
function WhoIsAsked({ order, line, document, onChange }: LineOnboardingProps) {
  const { run, pending, error } = useVerb(ResendOnboardingRequestDocument)
  const [choosing, setChoosing] = useState(false)
  const [said, setSaid] = useState<string>()
  const [again, change] = [
    actionOf(document, 'resendOnboardingRequest'),
    actionOf(document, 'changeOnboardingRecipient'),
  ]
  if (!again?.allowed || !change?.allowed) return null

  const resend = async (): Promise<void> => {
    setSaid(undefined)
    const answer = await run({ id: document.id, expectedVersion: document.version })
    if (!answer) return
    setSaid(words.sent(answer.resendOnboardingRequest?.recipientName ?? line.recipientName ?? ''))
    onChange()
  }
  return (
    <>
      <div className="row">
        {FILL[document.status] && (
          <Button kind="plain" busy={pending} onClick={() => void resend()}>
            {words.again}
          </Button>
        )}
        <Button kind="plain" onClick={() => setChoosing(true)}>
          {words.change}
        </Button>
      </div>
      <Failure error={error} />
      <p className="small" role="status">
        {said}
      </p>
      {choosing && (
        <RecipientDialog
          order={order}
          line={line}
          document={document}
          onClose={() => setChoosing(false)}
          onChanged={(name) => {
            setChoosing(false)
            setSaid(words.changed(name))
            onChange()
          }}
        />
      )}
    </>
  )
}
