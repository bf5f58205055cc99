import { useMemo, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { ServicePageFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { EditorFrame } from './EditorFrame.js'
import { startOf } from './editor-start.js'
import {
  formChanges,
  type FormContent,
  type FormGiven,
  formToSend,
  formToWrite,
  type Question,
  withChange,
  withQuestion,
} from './form-content.js'
import { FormPreview } from './FormPreview.js'
import { Words } from './inputs.js'
import { ItemList } from './ItemList.js'
import { problemsOfItem } from './problems.js'
import { QuestionFields } from './QuestionFields.js'
import { useDraft } from './use-draft.js'
import { WithService } from './WithService.js'

/** The editor of a service's onboarding form, with the form beside it as its recipient meets it. */
export function FormEditorPage() {
  return (
    <WithService>
      {(service, from, again) => <FormEditor service={service} from={from} again={again} />}
    </WithService>
  )
}

function FormEditor(props: { service: ServicePageFragment; from: number | undefined; again: () => void }) {
  const { service } = props
  const translate = useTranslate()
  const versions = service.formVersions?.nodes ?? []
  const [start] = useState(() => {
    const published = new Set(versions.flatMap((form) => form.fields.map((field) => field.key)))
    const draftVersion = service.formDraftVersion ?? 0
    return startOf<FormGiven, FormContent>(
      { versions, draft: service.formDraft, draftVersion, from: props.from },
      (given) => formToWrite(given, published),
    )
  })
  const draft = useDraft({
    serviceId: service.id,
    save: 'saveFormDraft',
    publish: 'publishOnboardingForm',
    start,
    basedOn: start.basedOn,
    toSend: formToSend,
  })
  const { content, change } = draft
  const [open, setOpen] = useState<string>()
  const add = () => {
    const longer = withQuestion(content)
    change(() => longer)
    setOpen(longer.fields.at(-1)?.uid)
  }
  const place = content.fields.findIndex((field) => field.uid === open)
  const sent = useMemo(() => formToSend(content), [content])
  return (
    <EditorFrame
      service={service}
      kind="FORM"
      draft={draft}
      changes={service.form ? formChanges(service.form, sent) : undefined}
      basedOn={start.basedOn}
      sent={sent}
      again={props.again}
      preview={<FormPreview form={content} at={place < 0 ? undefined : place} />}
      flush
    >
      {(problems) => (
        <>
          <Panel title={translate('editor.about')}>
            <Words
              label={translate('editor.formTitleLabel')}
              value={content.title}
              problem={problems['title']}
              onChange={(title) => change((before) => ({ ...before, title }))}
            />
            <Words
              label={translate('editor.intro')}
              value={content.intro}
              problem={problems['intro']}
              lines={2}
              onChange={(intro) => change((before) => ({ ...before, intro }))}
            />
          </Panel>
          <ItemList<Question>
            title={translate('editor.questions')}
            addLabel={translate('editor.addQuestion')}
            empty={problems['fields'] ?? translate('editor.noQuestions')}
            items={content.fields}
            nameOf={(field) => field.label}
            hintOf={(field) => translate(`editor.kinds.${field.kind}`)}
            problemsAt={(index) => problemsOfItem(problems, `fields.${index}`)}
            open={open}
            onOpen={setOpen}
            onAdd={add}
            onOrder={(fields) => change((before) => ({ ...before, fields }))}
            onRemove={(uid) =>
              change((before) => ({ ...before, fields: before.fields.filter((field) => field.uid !== uid) }))
            }
          >
            {(question, own) => (
              <QuestionFields
                question={question}
                problems={own}
                onChange={(part) => change((before) => withChange(before, question.uid, part))}
              />
            )}
          </ItemList>
        </>
      )}
    </EditorFrame>
  )
}
