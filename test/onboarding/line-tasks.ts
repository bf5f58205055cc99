import type { World } from '../support/world.js'

/** A task of an order's blueprint. */
export interface TaskRow {
  id: string
  step: string
  status: string
  assignee: string | null
  aside: string | null
  left: number
}

/** The tasks of an order's blueprint, with the hours that are left for each. */
export function lineTasks(world: World, orderId: string): Promise<TaskRow[]> {
  return world.rows<TaskRow>(
    `select id, step_key as step, status, assignee_id as assignee, set_aside_from as aside,
      round(extract(epoch from due_at - app_now()) / 3600)::int as left from tasks where order_id = $1 order by step_key`,
    [orderId],
  )
}
