import { useEffect, useRef } from 'react'
import type { DocumentPartsFragment } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { fileWords, formWords as words } from '../../words/onboarding.js'
import { AnswerList } from './AnswerList.js'
import { FieldBlock } from './FieldBlock.js'
import { IssueSummary, ProblemSummary } from './Issues.js'
import { SaveBar } from './SaveBar.js'
import { useDraft, type UseDraft } from './use-draft.js'
import { useSubmission, type Submission } from './use-submission.js'
import { useUploads } from './use-uploads.js'

interface FormEditorProps {
  document: DocumentPartsFragment
  onChange: (next: DocumentPartsFragment) => void
  onReload: () => Promise<void>
}

/** Filling in, looking over, submitting. The API alone judges the answers: looking over is a submission tried first. */
export function FormEditor({ document, onChange, onReload }: FormEditorProps) {
  const draft = useDraft({ document, onChange, onReload })
  const submission = useSubmission(document, draft, onChange)
  const step = { document, draft, submission }
  return submission.step === 'review' ? <Review {...step} /> : <Fill {...step} />
}

interface StepProps {
  document: DocumentPartsFragment
  draft: UseDraft
  submission: Submission
}

function Fill({ document, draft, submission }: StepProps) {
  const uploads = useUploads((key, file) =>
    draft.setDraft((before) => ({ ...before, files: [...before.files, { key, file }] })),
  )
  const { refused, problemAt, failure, busy, submit } = submission
  const fields = document.form?.fields ?? []
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused) top.current?.focus()
  }, [refused])
  return (
    <>
      {document.form?.intro && <p className="pre">{document.form.intro}</p>}
      <div ref={top} tabIndex={-1} className="stack-tight">
        <IssueSummary document={document} />
        <ProblemSummary refused={refused} fields={fields} problemAt={problemAt} />
      </div>
      <div className="card form">
        {fields.map((field) => (
          <FieldBlock
            key={field.key}
            field={field}
            document={document}
            draft={draft}
            uploads={uploads}
            problem={problemAt(field.key)}
          />
        ))}
      </div>
      <Failure error={failure} />
      <SaveBar
        draft={draft}
        busy={busy}
        refusal={uploads.busy ? fileWords.busy : null}
        onReview={() => void submit(true)}
      />
    </>
  )
}

function Review({ document, draft, submission }: StepProps) {
  const { failure, busy, submit, setStep } = submission
  return (
    <Card title={words.reviewTitle}>
      <p className="muted">{words.reviewLead}</p>
      <AnswerList
        fields={document.form?.fields ?? []}
        answers={draft.draft.answers}
        files={draft.draft.files}
      />
      <Failure error={failure} />
      <div className="row">
        <Button busy={busy} onClick={() => void submit(false)}>
          {words.submit}
        </Button>
        <Button kind="quiet" onClick={() => setStep('fill')}>
          {words.edit}
        </Button>
      </div>
    </Card>
  )
}
