import { acceptInvitation } from '../../api/accounts/accept-invitation.js'
import { mintInvitation } from '../../api/accounts/invite-member.js'
import { anonymous } from '../../api/lib/viewer.js'
import { type AccountsHouse, demoSystem } from './accounts-house.js'

/** The password that an invited person chooses here. */
export const CHOSEN = 'a long password'

let people = 0

/** A person nobody has heard of yet. */
export const person = () => ({ name: `Person ${++people}`, email: `Person${people}@example.test` })

/** What happened to a member or user, in order. */
export async function story(at: AccountsHouse, id: string): Promise<string[]> {
  const events = await at.rows<{ type: string }>(
    'select type from events where aggregate_id = $1 order by sequence',
    id,
  )
  return events.map(({ type }) => type)
}

/** The token that the mail of an invitation would carry now; it goes to where they are, or where they were. */
export const invitation = (at: AccountsHouse, id: string, sentTo?: string) =>
  at.as(demoSystem, async (tx) =>
    mintInvitation(tx, { subjectId: id, sentTo: sentTo ?? (await addressOf(at, id)) }),
  )

async function addressOf(at: AccountsHouse, id: string): Promise<string> {
  const [found] = await at.rows<{ email: string }>(
    `select email from users where id = $1
      union all select c.email from members m join contacts c on c.id = m.contact_id where m.id = $1`,
    id,
  )
  return found!.email
}

/** Follows an invitation's link as somebody who is not signed in. */
export const accept = (at: AccountsHouse, token: string, password = CHOSEN) =>
  at.as(anonymous, (tx) => acceptInvitation(tx, { token, password }))
