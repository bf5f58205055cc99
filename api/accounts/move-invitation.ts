import { isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { endLinks } from './links.js'
import { memberMachine } from './member.machine.js'

/**
 * A contact's address has changed: the link of an invitation that they have not accepted ends, and they are invited once
 * more at the new one. Not by support, who keep addresses and invite nobody: then whoever may invites them again.
 */
export async function moveInvitation(
  tx: Tx,
  { contactId, email }: { readonly contactId: string; readonly email: string | null },
): Promise<void> {
  const member = await row<{ id: string; organisationId: string; role: string }>(
    tx,
    sql`select id, organisation_id as "organisationId", role from members where contact_id = ${contactId} and status = 'INVITED'`,
  )
  if (!member) return
  const { id, organisationId, role } = member
  await endLinks(tx, { subjectId: id })
  if (!email || (tx.viewer.kind === 'staff' && !isStaff(tx.viewer, 'ADMIN'))) return
  const data = { organisationId, contactId, role }
  await transition(tx, memberMachine, id, 'inviteMember', { set: { invited_at: tx.now }, data })
}
