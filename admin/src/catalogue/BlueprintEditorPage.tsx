import { useMemo, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { ServicePageFragment } from '../gen/documents.js'
import {
  blueprintChanges,
  type BlueprintContent,
  type BlueprintGiven,
  blueprintToSend,
  blueprintToWrite,
  type Step,
  withoutStep,
  withStep,
  withStepChange,
} from './blueprint-content.js'
import { BlueprintPreview } from './BlueprintPreview.js'
import { EditorFrame } from './EditorFrame.js'
import { startOf } from './editor-start.js'
import { ItemList } from './ItemList.js'
import { problemsOfItem } from './problems.js'
import { StepFields } from './StepFields.js'
import { useDraft } from './use-draft.js'
import { WithService } from './WithService.js'

/** The editor of a service's task blueprint, with the work beside it as the team will meet it. */
export function BlueprintEditorPage() {
  return (
    <WithService>
      {(service, from, again) => <BlueprintEditor service={service} from={from} again={again} />}
    </WithService>
  )
}

function BlueprintEditor(props: {
  service: ServicePageFragment
  from: number | undefined
  again: () => void
}) {
  const { service } = props
  const translate = useTranslate()
  const versions = service.blueprintVersions?.nodes ?? []
  const [start] = useState(() => {
    const published = new Set(versions.flatMap((blueprint) => blueprint.steps.map((step) => step.key)))
    const draftVersion = service.blueprintDraftVersion ?? 0
    return startOf<BlueprintGiven, BlueprintContent>(
      { versions, draft: service.blueprintDraft, draftVersion, from: props.from },
      (given) => blueprintToWrite(given, published),
    )
  })
  const draft = useDraft({
    serviceId: service.id,
    save: 'saveBlueprintDraft',
    publish: 'publishTaskBlueprint',
    start,
    basedOn: start.basedOn,
    toSend: blueprintToSend,
  })
  const { content, change } = draft
  const [open, setOpen] = useState<string>()
  const add = () => {
    const longer = withStep(content)
    change(() => longer)
    setOpen(longer.steps.at(-1)?.uid)
  }
  const sent = useMemo(() => blueprintToSend(content), [content])
  const hintOf = (step: Step) =>
    [step.skill, translate('editor.dueAt', { hours: step.dueInWorkingHours })].filter(Boolean).join(' · ')
  return (
    <EditorFrame
      service={service}
      kind="BLUEPRINT"
      draft={draft}
      changes={service.blueprint ? blueprintChanges(service.blueprint, sent) : undefined}
      basedOn={start.basedOn}
      sent={sent}
      again={props.again}
      preview={<BlueprintPreview steps={sent.steps} />}
    >
      {(problems) => (
        <ItemList<Step>
          title={translate('editor.steps')}
          addLabel={translate('editor.addStep')}
          empty={problems['steps'] ?? translate('editor.noSteps')}
          items={content.steps}
          nameOf={(step) => step.title}
          hintOf={hintOf}
          problemsAt={(index) => problemsOfItem(problems, `steps.${index}`)}
          open={open}
          onOpen={setOpen}
          onAdd={add}
          onOrder={(steps) => change(() => ({ steps }))}
          onRemove={(uid) => change((before) => withoutStep(before, uid))}
        >
          {(step, own) => (
            <StepFields
              step={step}
              steps={content.steps}
              problems={own}
              onChange={(part) => change((before) => withStepChange(before, step.uid, part))}
            />
          )}
        </ItemList>
      )}
    </EditorFrame>
  )
}
