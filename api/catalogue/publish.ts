import { newId } from '../lib/ids.js'
import { refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import type { BlueprintStep } from './blueprint-step.js'
import { blueprintProblems, tidySteps } from './blueprint-problems.js'
import { OnboardingFormEntity, TaskBlueprintEntity } from './catalogue.entity.js'
import type { CatalogueEventData } from './catalogue.events.js'
import { endDraft, expectDraft } from './drafts.js'
import { changedKinds, type FormContent, formProblems, type KnownKey, tidyForm } from './form-problems.js'
import { serviceMachine } from './service.machine.js'
import { textProblems } from './text-problems.js'

/** Which service, why in a few words, and the draft that ends with it: by the version that the caller saw. */
export interface Publication {
  readonly id: string
  readonly note?: string | null
  readonly draftVersion?: number | null
}

/**
 * Publishes a version of a service's onboarding form: new orders ask with it, running ones keep theirs.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION, VALIDATION
 */
export async function publishOnboardingForm(tx: Tx, input: Publication & FormContent): Promise<string> {
  return publishForm(tx, newId('frm'), input)
}

/** The same under an id of the caller's choice, for the demo world. */
export async function publishForm(tx: Tx, formId: string, input: Publication & FormContent): Promise<string> {
  const { id } = input
  const form = tidyForm(input)
  const problems = [...formProblems(form), ...noteProblems(input)]
  if (problems.length) refuseFields(problems)
  const version = await nextVersion(tx, id, 'onboarding_forms')
  const data: CatalogueEventData['service.form-published'] = { formId, version }
  await transition(tx, serviceMachine, id, 'publishOnboardingForm', { data })
  await expectDraft(tx, id, 'FORM', input.draftVersion)
  const changed = changedKinds(form.fields, await knownKeys(tx, id))
  if (changed.length) refuseFields(changed)
  await tx.em.insert(OnboardingFormEntity, {
    id: formId,
    title: form.title,
    intro: form.intro,
    fields: [...form.fields],
    ...published(tx, input, version),
  })
  await row(tx, sql`update services set form_id = ${formId} where id = ${id}`)
  if (typeof input.draftVersion === 'number') await endDraft(tx, id, 'FORM')
  return id
}

/**
 * Publishes a version of a service's task blueprint: new orders get its tasks, running ones keep theirs.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION, VALIDATION
 */
export async function publishTaskBlueprint(
  tx: Tx,
  input: Publication & { steps: readonly BlueprintStep[] },
): Promise<string> {
  return publishBlueprint(tx, newId('tbp'), input)
}

/** The same under an id of the caller's choice, for the demo world. */
export async function publishBlueprint(
  tx: Tx,
  blueprintId: string,
  input: Publication & { steps: readonly BlueprintStep[] },
): Promise<string> {
  const { id } = input
  const steps = tidySteps(input.steps)
  const problems = [...blueprintProblems(steps), ...noteProblems(input)]
  if (problems.length) refuseFields(problems)
  const version = await nextVersion(tx, id, 'task_blueprints')
  const data: CatalogueEventData['service.blueprint-published'] = { blueprintId, version }
  await transition(tx, serviceMachine, id, 'publishTaskBlueprint', { data })
  await expectDraft(tx, id, 'BLUEPRINT', input.draftVersion)
  await tx.em.insert(TaskBlueprintEntity, { id: blueprintId, steps, ...published(tx, input, version) })
  await row(tx, sql`update services set blueprint_id = ${blueprintId} where id = ${id}`)
  if (typeof input.draftVersion === 'number') await endDraft(tx, id, 'BLUEPRINT')
  return id
}

function published(tx: Tx, { id, note }: Publication, version: number) {
  return {
    serviceId: id,
    version,
    note: note?.trim() || null,
    publishedAt: tx.now,
    publishedById: tx.viewer.id,
  }
}

function noteProblems({ note }: Publication) {
  return textProblems('note', note ?? '', { least: 0, most: 500, lines: true })
}

/** The number of the next version. Locks the service, so that two who publish at once take turns. */
async function nextVersion(
  tx: Tx,
  serviceId: string,
  table: 'onboarding_forms' | 'task_blueprints',
): Promise<number> {
  await row(tx, sql`select id from streams where id = ${serviceId} for no key update`)
  const last = await row<{ version: number | null }>(
    tx,
    sql`select max(version) as version from ${sql.table(table)} where service_id = ${serviceId}`,
  )
  return (last?.version ?? 0) + 1
}

/** Every key that a published form of the service has had, with the kind of answer it named last. */
function knownKeys(tx: Tx, serviceId: string): Promise<KnownKey[]> {
  return rows<KnownKey>(
    tx,
    sql`select distinct on (asked ->> 'key') asked ->> 'key' as key, asked ->> 'kind' as kind, f.version
      from onboarding_forms f cross join jsonb_array_elements(f.fields) asked where f.service_id = ${serviceId}
      order by asked ->> 'key', f.version desc`,
  )
}
