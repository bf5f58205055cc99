import { useEffect, useRef, useState } from 'react'
import { formWords as words } from '../../words/onboarding.js'
import type { Answers, FormField } from './draft.js'
import { FieldInput } from './FieldInput.js'
import { FileField } from './FileField.js'
import type { Uploads } from './use-uploads.js'

/** A form as whoever writes it hands it over; it need not be whole. */
interface ShownForm {
  title: string
  intro: string
  fields: FormField[]
  /** The place of the question that is being written, from 0. */
  at?: number
}

/** What the window that shows this page says to it, and what it says first, so that nothing is said too early. */
const SHOW = 'waybill:show-form'
const READY = 'waybill:form-preview-ready'

/** Nothing leaves a preview: what is dropped on it is put aside. */
const nowhere: Uploads = {
  pending: [],
  busy: false,
  start: () => undefined,
  retry: () => undefined,
  dismiss: () => undefined,
}

/** A form as its recipient would meet it, for the window of ours that shows this page beside its editor. */
export function FormPreviewPage() {
  const form = useShownForm()
  const [answers, setAnswers] = useState<Answers>({})
  const list = useRef<HTMLDivElement>(null)
  const at = form?.at
  useEffect(() => {
    // Not `scrollIntoView`: that would scroll the window around this one, too.
    const question = at === undefined ? undefined : list.current?.children[at]
    if (question) window.scrollTo({ top: window.scrollY + question.getBoundingClientRect().top - 120 })
  }, [at])
  return (
    <main id="main" className="page page-narrow">
      <div className="page-head">
        <h1>{form?.title || words.title}</h1>
      </div>
      {form?.intro && <p className="pre">{form.intro}</p>}
      {form && form.fields.length > 0 && (
        <div ref={list} className="card form">
          {form.fields.map((field, index) => (
            <div key={`${index}-${field.key}`} className="stack-tight">
              {field.kind === 'FILE' ? (
                <FileField
                  field={field}
                  issues={[]}
                  files={[]}
                  uploads={nowhere}
                  problem={undefined}
                  onRemove={() => undefined}
                />
              ) : (
                <FieldInput
                  field={field}
                  value={answers[field.key] ?? []}
                  problem={undefined}
                  onValue={(value) => setAnswers((before) => ({ ...before, [field.key]: value }))}
                />
              )}
            </div>
          ))}
        </div>
      )}
    </main>
  )
}

/** The form that our own window last handed over; another origin is not listened to. */
function useShownForm(): ShownForm | undefined {
  const [form, setForm] = useState<ShownForm>()
  useEffect(() => {
    const listen = (event: MessageEvent<{ kind?: string; form?: ShownForm }>): void => {
      if (event.origin === window.location.origin && event.data.kind === SHOW) setForm(event.data.form)
    }
    window.addEventListener('message', listen)
    if (window.parent !== window) window.parent.postMessage({ kind: READY }, window.location.origin)
    return () => window.removeEventListener('message', listen)
  }, [])
  return form
}
