import { system } from '../../lib/viewer.js'
import { actingAs, type Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { type TextCause, textCauses } from '../../platform/texts/text-causes.js'
import { cancelTasksOf } from '../../tasks/cancel-task.js'
import { raiseTask } from '../../tasks/raise-task.js'

/** What has been overtaken is not to be told any more. */
const OF_NO_USE: readonly TextCause[] = ['OVERTAKEN', 'LINK_ENDED']

const causeOf = (id: string) => `text:${id}`

interface Untold {
  readonly orderId: string
  readonly template: string
}

/**
 * A text that will not arrive. Where it was the only word of a time that was agreed, moved or called off, or near, that
 * the counterpart would have had, somebody of SUPPORT tells them. Of an attempt to reach them the call sheet says it, and
 * whoever has an address has the same by mail. The order's stream is locked.
 */
export async function seeToUndelivered(tx: Tx, id: string, cause: TextCause): Promise<void> {
  if (OF_NO_USE.includes(cause)) return
  const untold = await onlyWord(tx, id, cause)
  if (!untold) return
  await raiseTask(actingAs(tx, system('texts')), {
    cause: causeOf(id),
    orderId: untold.orderId,
    role: 'SUPPORT',
    title: 'A text did not arrive',
    instructions: `The text "${untold.template}" did not reach the counterpart of the appointment, and no e-mail address of theirs is known: they have not been told. ${textCauses[cause]} Call them, or ask the buyer for another number.`,
    dueInWorkingHours: 1,
  })
}

/** It arrived after all. */
export async function hasArrived(tx: Tx, id: string): Promise<void> {
  await cancelTasksOf(tx, { cause: causeOf(id), reason: 'The text arrived after all.' })
}

/** Who wants no texts is not called for a reminder alone. */
function onlyWord(tx: Tx, id: string, cause: TextCause): Promise<Untold | undefined> {
  const told = ['appointment-confirmed', 'appointment-changed', 'appointment-cancelled']
  if (cause !== 'OPTED_OUT') told.push('appointment-reminder')
  return row<Untold>(
    tx,
    sql`select t.order_id as "orderId", t.template from texts t join counterparts c on c.id = t.counterpart_id and c.email is null and c.erased_at is null
      where t.id = ${id} and t.attempt_id is null and t.template = any(${told}::text[]) and (t.starts_at is null or t.starts_at > ${tx.now}::timestamptz)`,
  )
}
