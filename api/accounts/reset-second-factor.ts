import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { endSessions } from './credentials.js'
import { checkReason } from './person.js'
import { staffMachine } from './staff.machine.js'

/**
 * Takes away the second factor of somebody who has lost it, their sessions with it: at the next sign-in they set up a new
 * one. Never one's own. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION, VALIDATION
 */
export async function resetSecondFactor(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const reason = checkReason(input.reason)
  const { id } = input
  await transition(tx, staffMachine, id, 'resetSecondFactor', { data: { reason } })
  await row(
    tx,
    sql`delete from auth."secondFactor" where "userId" = (select auth_user_id from users where id = ${id})`,
  )
  await endSessions(tx, id)
  return id
}
