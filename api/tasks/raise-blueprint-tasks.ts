import type { BlueprintStep } from '../catalogue/blueprint-step.js'
import { assert, refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { emptyChecklist } from './checklist.js'
import { delegateByRule, delegateTask } from './delegate-task.js'
import { noteLineStanding } from './line-standing.js'
import { insertTask } from './raise-task.js'

/** Who is to get a step's task. */
export interface Delegation {
  readonly stepKey: string
  readonly assigneeId: string
}

/** The work that a line becomes. */
export interface BlueprintWork {
  readonly orderId: string
  readonly lineId: string
  readonly blueprintId: string
  /** Steps left out are delegated by the rule. */
  readonly delegations: readonly Delegation[]
}

/**
 * Raises the tasks of a line's blueprint, once per step, and delegates them: as given, in the name of who gave it, else by
 * the rule. Returns the ids of the new ones in the order of the steps.
 * @refuses VALIDATION for a step the blueprint does not have, ASSIGNEE_UNFIT, FORBIDDEN
 */
export async function raiseBlueprintTasks(tx: Tx, work: BlueprintWork): Promise<string[]> {
  const steps = await stepsOf(tx, work)
  await row(tx, sql`select id from streams where id = ${work.orderId} for no key update`)
  const raised = await rows<Raised>(
    tx,
    sql`select id, step_key as "stepKey", assignee_id as "assigneeId", status in ('DONE', 'CANCELLED') as ended from tasks where line_id = ${work.lineId} and step_key is not null`,
  )
  const ids = new Map(raised.map((task) => [task.stepKey, task.id]))
  const fresh = inOrder(steps).filter((step) => !ids.has(step.key))
  await delegateRaised(tx, raised, work.delegations)
  for (const step of fresh) ids.set(step.key, await raiseStep(tx, work, step, ids))
  for (const { key } of fresh) {
    const id = ids.get(key)!
    const given = work.delegations.find((d) => d.stepKey === key)
    await (given ? delegateTask(tx, { id, assigneeId: given.assigneeId }) : delegateByRule(tx, id))
  }
  await noteLineStanding(tx, work.lineId)
  return steps.filter((step) => fresh.includes(step)).map((step) => ids.get(step.key)!)
}

interface Raised {
  readonly id: string
  readonly stepKey: string
  readonly assigneeId: string | null
  readonly ended: boolean
}

/** Steps whose tasks were raised before: who is named gets them, unless they have ended. */
async function delegateRaised(
  tx: Tx,
  raised: readonly Raised[],
  delegations: readonly Delegation[],
): Promise<void> {
  for (const [i, { stepKey, assigneeId }] of delegations.entries()) {
    const task = raised.find((before) => before.stepKey === stepKey)
    if (!task || task.assigneeId === assigneeId) continue
    if (task.ended)
      refuseFields([{ path: `delegations.${i}.stepKey`, message: 'a step whose task has not ended' }])
    await delegateTask(tx, { id: task.id, assigneeId })
  }
}

async function stepsOf(tx: Tx, { blueprintId, delegations }: BlueprintWork): Promise<BlueprintStep[]> {
  const blueprint = await row<{ steps: BlueprintStep[] }>(
    tx,
    sql`select steps from task_blueprints where id = ${blueprintId}`,
  )
  assert(blueprint, `there is a blueprint ${blueprintId}`)
  const unknown = delegations.findIndex((d) => !blueprint.steps.some((step) => step.key === d.stepKey))
  if (unknown >= 0)
    refuseFields([{ path: `delegations.${unknown}.stepKey`, message: 'a step of the line’s blueprint' }])
  return blueprint.steps
}

/** The steps, each after those it depends on. Throws where they go round in a circle. */
function inOrder(steps: readonly BlueprintStep[]): BlueprintStep[] {
  const sorted: BlueprintStep[] = []
  while (sorted.length < steps.length) {
    const ready = steps.filter(
      (s) => !sorted.includes(s) && s.dependsOn.every((key) => sorted.some((done) => done.key === key)),
    )
    assert(ready.length, 'the steps of a blueprint can be taken one after another')
    sorted.push(...ready)
  }
  return sorted
}

function raiseStep(
  tx: Tx,
  work: BlueprintWork,
  step: BlueprintStep,
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  const { title, instructions, skill, needsReview, dueInWorkingHours } = step
  return insertTask(tx, {
    orderId: work.orderId,
    lineId: work.lineId,
    stepKey: step.key,
    cause: null,
    role: 'FULFILMENT',
    dependsOn: step.dependsOn.map((key) => ids.get(key)!),
    checklist: emptyChecklist(step.checklist),
    title,
    instructions,
    skill,
    needsReview,
    dueInWorkingHours,
  })
}
