import { Refusal, refuseFields } from '../lib/refusal.js'
import { isStaff } from '../lib/viewer.js'
import { isKeepable } from '../lib/words.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { BlueprintStep } from './blueprint-step.js'
import { BLUEPRINT_LIMITS } from './blueprint-problems.js'
import { FORM_LIMITS, type FormContent } from './form-problems.js'

/** What of a service is being written. */
export const draftKinds = {
  FORM: 'Its onboarding form.',
  BLUEPRINT: 'Its task blueprint.',
} as const

export type DraftKind = keyof typeof draftKinds

/** What a draft may weigh as JSON, in characters: far more than anything that could be published. */
const HEAVIEST = 500_000

/** The service, the version of its draft that the caller saw (0 for none), and the published version it came from. */
interface Saving {
  readonly id: string
  readonly basedOn?: number | null
}

/**
 * Keeps a form that is being written, however unfinished. With `expectedVersion`, the version of the draft that the
 * caller saw, nobody saves over somebody else. Nothing of it is in force. @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, VALIDATION
 */
export async function saveFormDraft(tx: Tx, input: Saving & FormContent): Promise<string> {
  const { id, basedOn, title, intro, fields } = input
  if (fields.length > FORM_LIMITS.fields)
    refuseFields([{ path: 'fields', message: `at most ${FORM_LIMITS.fields} questions` }])
  return keep(tx, { id, basedOn }, 'FORM', { title, intro, fields })
}

/** The same for a blueprint. @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, VALIDATION */
export async function saveBlueprintDraft(
  tx: Tx,
  input: Saving & { steps: readonly BlueprintStep[] },
): Promise<string> {
  const { id, basedOn, steps } = input
  if (steps.length > BLUEPRINT_LIMITS.steps)
    refuseFields([{ path: 'steps', message: `at most ${BLUEPRINT_LIMITS.steps} steps` }])
  return keep(tx, { id, basedOn }, 'BLUEPRINT', { steps })
}

/** Throws a draft away; what is published stays. @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION */
export async function discardServiceDraft(tx: Tx, input: { id: string; kind: DraftKind }): Promise<string> {
  await lockForAdmin(tx, input.id)
  await expectDraft(tx, input.id, input.kind, tx.expected?.version)
  await endDraft(tx, input.id, input.kind)
  return input.id
}

/** Refuses where the draft is not at the version that the caller saw. Under the service's lock. @refuses STALE_VERSION */
export async function expectDraft(
  tx: Tx,
  serviceId: string,
  kind: DraftKind,
  seen: number | null | undefined,
): Promise<void> {
  if (seen === undefined || seen === null) return
  const draft = await row<{ version: number }>(
    tx,
    sql`select version from service_drafts where service_id = ${serviceId} and kind = ${kind}`,
  )
  const current = draft?.version ?? 0
  if (current !== seen)
    throw new Refusal('STALE_VERSION', 'Somebody else has changed this draft since.', { current })
}

/** Ends a draft: its version rises, its content goes. Under the service's lock. */
export async function endDraft(tx: Tx, serviceId: string, kind: DraftKind): Promise<void> {
  await row(
    tx,
    sql`update service_drafts set content = null, based_on = null, version = version + 1, saved_at = ${tx.now}, saved_by_id = ${tx.viewer.id}
      where service_id = ${serviceId} and kind = ${kind} and content is not null`,
  )
}

async function keep(tx: Tx, { id, basedOn }: Saving, kind: DraftKind, content: object): Promise<string> {
  const json = JSON.stringify(content)
  if (json.length > HEAVIEST || !textsOf(content).every(isKeepable))
    refuseFields([
      { path: kind === 'FORM' ? 'fields' : 'steps', message: 'less text, without control characters' },
    ])
  const flow = await lockForAdmin(tx, id)
  if (flow !== 'ONBOARDED')
    throw new Refusal(
      'INVALID_TRANSITION',
      'Only a service that asks for onboarding has a form and a blueprint.',
    )
  await expectDraft(tx, id, kind, tx.expected?.version)
  await row(
    tx,
    sql`insert into service_drafts (service_id, kind, version, content, based_on, saved_at, saved_by_id)
      values (${id}, ${kind}, 1, ${json}::jsonb, ${basedOn ?? null}, ${tx.now}, ${tx.viewer.id})
      on conflict (service_id, kind) do update set version = service_drafts.version + 1, content = excluded.content,
        based_on = excluded.based_on, saved_at = excluded.saved_at, saved_by_id = excluded.saved_by_id`,
  )
  return id
}

/** Locks the service and gives its flow. Drafts are for those who publish. */
async function lockForAdmin(tx: Tx, id: string): Promise<string> {
  if (!isStaff(tx.viewer, 'ADMIN')) throw new Refusal('FORBIDDEN')
  await row(tx, sql`select id from streams where id = ${id} for no key update`)
  const service = await row<{ flow: string }>(tx, sql`select flow from services where id = ${id}`)
  if (!service) throw new Refusal('NOT_FOUND')
  return service.flow
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(textsOf)
}
