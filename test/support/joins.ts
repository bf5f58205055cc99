import { acceptInvitation } from '../../api/accounts/accept-invitation.js'
import { addContact } from '../../api/accounts/contacts.js'
import { DEMO_PASSWORD } from '../../api/accounts/demo-accounts.js'
import { inviteContact, mintInvitation } from '../../api/accounts/invite-member.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import type { World } from './world.js'

/** Somebody who joins an organisation of the demo world; `of` is the address of one of its people. Gives the contact. */
export async function joins(
  world: World,
  person: { name: string; email: string; role: 'OWNER' | 'MEMBER'; of: string },
): Promise<string> {
  const { name, email, role, of } = person
  const [organisation] = await world.rows<{ id: string }>(
    'select organisation_id as id from contacts where email = $1',
    [of],
  )
  return transaction(world.running.house, system('test'), async (tx) => {
    const contactId = await addContact(tx, { organisationId: organisation!.id, name, email })
    const subjectId = await inviteContact(tx, { contactId, role })
    const token = await mintInvitation(tx, { subjectId, sentTo: email })
    await acceptInvitation(tx, { token: token!, password: DEMO_PASSWORD })
    return contactId
  })
}
