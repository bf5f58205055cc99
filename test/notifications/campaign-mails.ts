import { randomUUID } from 'node:crypto'
import { acceptInvitation } from '../../api/accounts/accept-invitation.js'
import { addContact } from '../../api/accounts/contacts.js'
import { DEMO_PASSWORD } from '../../api/accounts/demo-accounts.js'
import { inviteContact, mintInvitation } from '../../api/accounts/invite-member.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { aCampaign, ADMIN, BUYER, CHANNEL, FINANCE, SUPPORT, type Wanted } from '../support/campaigns.js'
import { stockSmallPackage } from '../support/small-package.js'
import type { World } from '../support/world.js'

/** Who can be written to, by short names. */
const NAMES: Readonly<Record<string, string>> = {
  [BUYER]: 'buyer',
  [CHANNEL]: 'owner',
  'member@signal-street.test': 'member',
  [ADMIN]: 'admin',
  [FINANCE]: 'finance',
  [SUPPORT]: 'support',
}

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

/** A campaign of a package that stays on sale, at a stage; its mails are read from the beginning. */
export async function aLongCampaign(world: World, wanted: Omit<Wanted, 'package'>) {
  const known = await world.rows(`select from services where name = 'Small package'`)
  if (!known.length)
    await stockSmallPackage(
      (statement, values) => world.rows(statement, values),
      async (document, variables) => (await world.as(CHANNEL)).ask(document, variables),
      { price: 90_000n, creative: 'banner' },
    )
  return aCampaign(world, { ...wanted, package: 'Small package' })
}

const read = new Map<string, Set<string>>()

/** The mails about an order since it was last asked, each as `template: who, who`; what tells of tasks is left out. */
export async function toldSince(world: World, orderId: string): Promise<string[]> {
  await world.settled()
  const mails = await world.rows<{ id: string; template: string; to: string }>(
    `select id, template, to_address as "to" from mails where order_id = $1 and template not like 'task-%' order by queued_at, template`,
    [orderId],
  )
  const known = read.get(orderId) ?? new Set()
  read.set(orderId, new Set(mails.map(({ id }) => id)))
  const fresh = new Map<string, string[]>()
  for (const { id, template, to } of mails)
    if (!known.has(id)) fresh.set(template, [...(fresh.get(template) ?? []), NAMES[to] ?? to])
  return [...fresh].map(([template, names]) => `${template}: ${names.toSorted().join(', ')}`).toSorted()
}

/** The text of the newest mail of a kind about an order to somebody. */
export async function textOf(world: World, orderId: string, template: string, to: string): Promise<string> {
  const [mail] = await world.rows<{ text: string }>(
    'select text from mails where order_id = $1 and template = $2 and to_address = $3 order by queued_at desc, id desc limit 1',
    [orderId, template, to],
  )
  return mail?.text.replace(/\s+/g, ' ') ?? ''
}

/** A key that was not used before. */
export const fresh = () => randomUUID()
