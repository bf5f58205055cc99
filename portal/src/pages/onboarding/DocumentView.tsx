import { WithdrawOnboardingDocument, type DocumentPartsFragment } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { isSelf, useWho } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Card, Chip, Notice } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useBearer } from '../../wire/caller.js'
import { useVerb } from '../../wire/use-verb.js'
import { formWords as words, statusNotes } from '../../words/onboarding.js'
import { onboardingWords } from '../../words/order.js'
import { AnswerList } from './AnswerList.js'
import { attachedOf } from './draft.js'
import { FormEditor } from './FormEditor.js'

interface DocumentViewProps {
  document: DocumentPartsFragment
  onChange: (next: DocumentPartsFragment) => void
  onReload: () => Promise<void>
}

/** The form to fill in where the API says that the viewer may; what was submitted, and what happens next, where not. */
export function DocumentView({ document, onChange, onReload }: DocumentViewProps) {
  const { label, tone } = onboardingWords[document.status]
  const mayFill = document.availableActions.some(
    ({ name, allowed }) => name === 'saveOnboardingDraft' && allowed,
  )
  return (
    <Page
      title={document.form?.title ?? words.title}
      width="narrow"
      lead={words.about(document.serviceName, document.beneficiaryName, document.orderNumber)}
      action={<Chip tone={tone}>{label}</Chip>}
    >
      <BackToOrder orderId={document.order?.id} />
      {mayFill && <ForWhom document={document} />}
      {mayFill ? (
        <FormEditor document={document} onChange={onChange} onReload={onReload} />
      ) : (
        <Submitted document={document} onChange={onChange} />
      )}
    </Page>
  )
}

function BackToOrder({ orderId }: { orderId: string | undefined }) {
  const bearer = useBearer()
  const { viewer } = useWho()
  if (bearer !== null || !viewer?.user || !orderId) return null
  return (
    <p>
      <Link to={`/orders/${orderId}`}>{words.backToOrder}</Link>
    </p>
  )
}

/** Who fills in another's form is told whose it is, and that they see it. */
function ForWhom({ document }: { document: DocumentPartsFragment }) {
  const bearer = useBearer()
  const { viewer } = useWho()
  if (bearer !== null || !viewer?.user || isSelf(viewer, document.recipient?.id)) return null
  return <Notice title={words.forWhom(document.recipientName)} />
}

type ShownProps = Omit<DocumentViewProps, 'onReload'>

function Submitted({ document, onChange }: ShownProps) {
  const note = statusNotes[document.status]
  return (
    <>
      <Notice tone={note.tone} title={note.title}>
        <p>{note.text}</p>
      </Notice>
      <Card title={words.answers}>
        <AnswerList
          fields={document.form?.fields ?? []}
          answers={Object.fromEntries(document.answers.map(({ key, value }) => [key, value]))}
          files={attachedOf(document)}
        />
      </Card>
      <Withdraw document={document} onChange={onChange} />
    </>
  )
}

function Withdraw({ document, onChange }: ShownProps) {
  const { run, pending, error } = useVerb(WithdrawOnboardingDocument)
  const action = document.availableActions.find(({ name }) => name === 'withdrawOnboarding')
  const takeBack = async (): Promise<void> => {
    const answer = await run({ id: document.id })
    if (answer?.withdrawOnboarding) onChange(answer.withdrawOnboarding)
  }
  if (!action?.allowed) return null
  return (
    <div className="stack-tight">
      <Failure error={error} />
      <div>
        <Button kind="quiet" busy={pending} onClick={() => void takeBack()}>
          {words.withdraw}
        </Button>
      </div>
    </div>
  )
}
