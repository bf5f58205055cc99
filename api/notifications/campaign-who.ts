import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import type { CampaignFacts, PayoutAccountFacts } from './campaign-facts.js'
import type { RefusedFacts } from './facts.js'
import { contacts, team } from './people.js'
import type { Recipient } from './recipient.js'
import { told } from './route.js'
import { idIn } from './told-event.js'
import { placedBy } from './who.js'

type OfChannel = Pick<CampaignFacts, 'channelId'>

/** The channel's owners, and its members who want mails about campaigns. */
export const channel = told<OfChannel>(
  'The channel’s owners, and its members who want mails about campaigns',
  async (tx, { channelId }) => channelsPeople(tx, channelId),
)

/** Who placed the order, and the channel. */
export const buyerAndChannel = told<CampaignFacts>(
  'Who placed the order, and the channel',
  async (tx, campaign, event) => [
    ...(await placedBy(tx, campaign, event)),
    ...(await channel(tx, campaign, event)),
  ],
)

/** Both sides, and those of the team who may decide. */
export const bothSidesAndDeciders = told<CampaignFacts>(
  'Who placed the order, the channel, admins and finance',
  async (tx, campaign, event) => [
    ...(await buyerAndChannel(tx, campaign, event)),
    ...(await deciders(tx, campaign, event)),
  ],
)

/** Those of the team who may decide a dispute. */
export const deciders = told<unknown>('Admins and finance', async (tx) => [
  ...(await team(tx, 'ADMIN')),
  ...(await team(tx, 'FINANCE')),
])

export const finance = told<unknown>('Finance', async (tx) => team(tx, 'FINANCE'))

/** The channel whose payout it is, and finance, who see to it. */
export const channelAndFinance = told<OfChannel>('The channel, and finance', async (tx, facts, event) => [
  ...(await channel(tx, facts, event)),
  ...(await finance(tx, facts, event)),
])

/** The channel's owners alone: its account is theirs. */
export const channelOwners = told<PayoutAccountFacts>('The channel’s owners', async (tx, { channelId }) => {
  const people = await channelsPeople(tx, channelId)
  return people.filter((person) => person.mailKind === undefined)
})

/** Who placed the order, and the channel that waits with the work. */
export const waitingForPayment = told<RefusedFacts>(
  'Who placed the order, and the channel',
  async (tx, order, event) => [
    ...(await placedBy(tx, order, event)),
    ...(order.campaign ? await channel(tx, order.campaign, event) : []),
  ],
)

/** The contact of the buyer's whom the mail is sent to anew. */
export const chosenContact = told<CampaignFacts>(
  'The contact who was named',
  async (tx, _campaign, event) => {
    const contactId = idIn(event, 'contactId')
    return contactId === null ? [] : contacts(tx, [contactId])
  },
)

/** Who was told that it is complete: whom the mail was sent to anew, else who placed the order. */
export const toldOfCompletion = told<CampaignFacts>(
  'Who placed the order, or to whom the mail of completion was sent anew',
  async (tx, campaign, event) =>
    (idIn(event, 'contactId') === null ? placedBy : chosenContact)(tx, campaign, event),
)

/** What a member who owns nothing gets, they get as mail about campaigns, which they may switch off. */
async function channelsPeople(tx: Tx, channelId: string): Promise<Recipient[]> {
  const found = await rows<{ id: string; role: string }>(
    tx,
    sql`select contact_id as id, role from members where organisation_id = ${channelId} and status = 'ACTIVE' order by contact_id`,
  )
  const owners = new Set(found.filter(({ role }) => role === 'OWNER').map(({ id }) => id))
  const people = await contacts(
    tx,
    found.map(({ id }) => id),
  )
  return people.map((person) => (owners.has(person.id) ? person : { ...person, mailKind: 'CAMPAIGNS' }))
}
