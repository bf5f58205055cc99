import { useEffect, useRef, useState } from 'react'
import { SubmitOnboardingDocument, type DocumentPartsFragment } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { ask, freshKey } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'
import { Refused } from '../../wire/refused.js'
import { fileWords, formWords as words } from '../../words/onboarding.js'
import { AnswerList } from './AnswerList.js'
import { inputOf } from './draft.js'
import { FieldBlock } from './FieldBlock.js'
import { IssueSummary, ProblemSummary } from './Issues.js'
import { SaveBar } from './SaveBar.js'
import { useDraft } from './use-draft.js'
import { useUploads } from './use-uploads.js'

interface FormEditorProps {
  document: DocumentPartsFragment
  onChange: (next: DocumentPartsFragment) => void
  onReload: () => Promise<void>
}

/** Filling in, looking over, submitting. The API alone judges the answers: looking over is a submission tried first. */
export function FormEditor({ document, onChange, onReload }: FormEditorProps) {
  const draft = useDraft({ document, onChange, onReload })
  const uploads = useUploads((key, file) =>
    draft.setDraft((before) => ({ ...before, files: [...before.files, { key, file }] })),
  )
  const { step, setStep, busy, refused, failed, submit } = useSubmission(document, draft, onChange)
  const fields = document.form?.fields ?? []
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused) top.current?.focus()
  }, [refused])
  const problems = refused?.fields.length ? refused : draft.error instanceof Refused ? draft.error : undefined
  const back = refused && refused.fields.length > 0 ? 'fill' : step

  if (back === 'review') {
    return (
      <Card title={words.reviewTitle}>
        <p className="muted">{words.reviewLead}</p>
        <AnswerList fields={fields} answers={draft.draft.answers} files={draft.draft.files} />
        <Failure error={failed} />
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
  return (
    <>
      {document.form?.intro && <p className="pre">{document.form.intro}</p>}
      <div ref={top} tabIndex={-1} className="stack-tight">
        <IssueSummary document={document} />
        <ProblemSummary refused={refused} fields={fields} />
      </div>
      <div className="card form">
        {fields.map((field) => (
          <FieldBlock
            key={field.key}
            field={field}
            document={document}
            draft={draft}
            uploads={uploads}
            problems={problems}
          />
        ))}
      </div>
      <Failure error={failed && !refused?.fields.length ? failed : undefined} />
      <SaveBar
        draft={draft}
        busy={busy}
        refusal={uploads.busy ? fileWords.busy : null}
        onReview={() => void submit(true)}
      />
    </>
  )
}

type UseDraft = ReturnType<typeof useDraft>

/** The two steps to a submission. A refusal leads back to the form with each problem at its field. */
function useSubmission(
  document: DocumentPartsFragment,
  draft: UseDraft,
  onChange: (next: DocumentPartsFragment) => void,
) {
  const bearer = useBearer()
  const [step, setStep] = useState<'fill' | 'review'>('fill')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Error>()
  const refused = failed instanceof Refused ? failed : undefined

  const submit = async (dryRun: boolean): Promise<void> => {
    if (busy) return
    setBusy(true)
    setFailed(undefined)
    try {
      const version = await draft.save()
      if (version === null) return
      const input = {
        id: document.id,
        ...inputOf(draft.draft),
        expectedVersion: version,
        dryRun,
        key: freshKey(),
      }
      const { submitOnboarding } = await ask(SubmitOnboardingDocument, input, bearer)
      if (dryRun) setStep('review')
      else if (submitOnboarding) onChange(submitOnboarding)
      window.scrollTo(0, 0)
    } catch (caught) {
      setFailed(caught as Error)
      if (caught instanceof Refused && caught.fields.length > 0) setStep('fill')
    } finally {
      setBusy(false)
    }
  }
  return { step, setStep, busy, refused, failed, submit }
}
