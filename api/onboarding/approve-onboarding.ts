import { assert } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { type Delegation, raiseBlueprintTasks } from '../tasks/raise-blueprint-tasks.js'
import { requireNewest } from './newest-revision.js'
import { onboardingMachine } from './onboarding.machine.js'

export interface Approval {
  readonly id: string
  /** The revision that was looked at. */
  readonly revisionId: string
  /** Who gets which step of the blueprint; steps that are not named go by rule. */
  readonly delegations?: readonly Delegation[] | null | undefined
}

/**
 * Approves the newest revision: the tasks of the line's blueprint begin, delegated as given, else by rule.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, CLAIMED_BY_OTHER, OWN_SUBMISSION,
 * NOT_NEWEST_REVISION, ASSIGNEE_UNFIT, VALIDATION
 */
export async function approveOnboarding(tx: Tx, input: Approval): Promise<string> {
  const { id, revisionId } = input
  await transition(tx, onboardingMachine, id, 'approveOnboarding', (document) => {
    requireNewest(document, revisionId)
    return { set: { claimed_until: null, suggested_reviewer_id: null }, data: { revisionId } }
  })
  const line = await row<{ orderId: string; lineId: string; blueprintId: string | null }>(
    tx,
    sql`select l.order_id as "orderId", l.id as "lineId", l.blueprint_id as "blueprintId"
      from onboarding_documents d join order_lines l on l.id = d.line_id where d.id = ${id}`,
  )
  assert(line?.blueprintId, `the line of ${id} has a blueprint`)
  await raiseBlueprintTasks(tx, {
    ...line,
    blueprintId: line.blueprintId,
    delegations: input.delegations ?? [],
  })
  return id
}
