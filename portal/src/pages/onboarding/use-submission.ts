import { useState } from 'react'
import { SubmitOnboardingDocument, type DocumentPartsFragment } from '../../gen/operations.js'
import { ask, freshKey } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'
import { Refused } from '../../wire/refused.js'
import { inputOf, printAt, type Draft } from './draft.js'
import type { UseDraft } from './use-draft.js'

/** What the API refused, and the draft as it was then: a problem is over once its answer has changed. */
interface Failed {
  error: Error
  draft: Draft
}

export type Submission = ReturnType<typeof useSubmission>

/** The two steps to a submission: tried first, then done. A refusal leads back to the form, each problem at its field. */
export function useSubmission(
  document: DocumentPartsFragment,
  draft: UseDraft,
  onChange: (next: DocumentPartsFragment) => void,
) {
  const bearer = useBearer()
  const [step, setStep] = useState<'fill' | 'review'>('fill')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failed>()

  const send = async (expectedVersion: number, dryRun: boolean): Promise<void> => {
    const input = { id: document.id, ...inputOf(draft.draft), expectedVersion, dryRun, key: freshKey() }
    const { submitOnboarding } = await ask(SubmitOnboardingDocument, input, bearer)
    if (dryRun) setStep('review')
    else if (submitOnboarding) onChange(submitOnboarding)
    window.scrollTo(0, 0)
  }
  const submit = async (dryRun: boolean): Promise<void> => {
    if (busy) return
    setBusy(true)
    setFailed(undefined)
    try {
      const version = await draft.save()
      if (version !== null) await send(version, dryRun)
    } catch (caught) {
      setFailed({ error: caught as Error, draft: draft.draft })
      if (caught instanceof Refused && caught.fields.length > 0) setStep('fill')
    } finally {
      setBusy(false)
    }
  }
  const refused =
    failed?.error instanceof Refused && failed.error.fields.length > 0 ? failed.error : undefined
  const unsaved = draft.last.error instanceof Refused ? draft.last.error : undefined
  const problemAt = (key: string): string | undefined => {
    const mended = failed && printAt(failed.draft, key) !== printAt(draft.draft, key)
    return (mended ? undefined : refused?.at(key)) ?? unsaved?.at(key)
  }
  return { step, setStep, busy, submit, refused, problemAt, failure: refused ? undefined : failed?.error }
}
