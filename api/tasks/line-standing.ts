import { noteStanding } from '../orders/stage.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

/** Tells a line where the tasks of its blueprint and of revisions stand: at work, or all ended. The order's stream is locked. */
export async function noteLineStanding(tx: Tx, lineId: string): Promise<void> {
  const of = await row<{ tasks: number; open: number }>(
    tx,
    sql`select count(*)::int as tasks, (count(*) filter (where status not in ('DONE', 'CANCELLED')))::int as open
      from tasks where line_id = ${lineId} and (step_key is not null or revision is not null)`,
  )
  if (of?.tasks) await noteStanding(tx, lineId, { stage: of.open ? 'IN_PROGRESS' : 'READY' })
}
