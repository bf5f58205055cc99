import { addContact } from '../../api/accounts/contacts.js'
import { addOrganisation } from '../../api/accounts/organisations.js'
import { acceptInvitation } from '../../api/accounts/accept-invitation.js'
import { DEMO_PASSWORD } from '../../api/accounts/demo-accounts.js'
import { inviteContact, mintInvitation } from '../../api/accounts/invite-member.js'
import { apiScopes } from '../../api/lib/api-scopes.js'
import { noteChargeback } from '../../api/funds/chargeback.js'
import { system } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { transaction } from '../../api/platform/transaction.js'
import { ADMIN, AGENCY, APPROVE, CHANGES, CLAIM, submitted } from '../onboarding/a-document.js'
import { aFinishedOrder, CANCEL, DELIVER, SORRY } from '../orders/a-delivery.js'
import { anOfferedService, aService, PUBLISH_FORM, question, WITHDRAW } from '../catalogue/a-service.js'
import { appointmentsOf } from './full-appointments.js'
import { campaignsOf } from './full-campaigns.js'
import type { Caller } from '../support/caller.js'
import { sendFile } from '../support/onboarding-form.js'
import { aPaidOrder, pay, placeOrders, shopOf } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'

const RIVAL = 'rival@demo.test'

/** The kinds of caller that rights tell apart. */
export const kinds = [
  'anonymous',
  'agency',
  'key',
  'client',
  'channel',
  'link',
  'ADMIN',
  'SUPPORT',
  'FINANCE',
  'FULFILMENT',
] as const
export type Kind = (typeof kinds)[number]

/** A world in which there is something of everything, for several organisations that are nothing to one another. */
export interface FullWorld {
  readonly world: World
  readonly callers: Readonly<Record<Kind, Caller>>
  /** The user behind each kind of caller; empty for those who are none. */
  readonly users: Readonly<Record<Kind, string>>
  readonly agency: string
  readonly bakery: string
  /** An order whose onboarding was approved: its tasks are with people. */
  readonly orderAtWork: string
  /** The document that the link opens; it came back with an issue. */
  readonly document: string
}

/** Opens it: two agencies with clients, orders paid and not, documents approved and sent back, tasks, mails, messages. */
export async function fullWorld(): Promise<FullWorld> {
  const world = await openWorld()
  await transaction(world.running.house, system('test'), addRival)
  const agency = await world.as(AGENCY)
  const atWork = await submitted(world)
  await review(world, APPROVE, atWork)
  const sentBack = await submitted(world)
  await review(world, CHANGES, { ...sentBack, i: [{ note: 'The logo is missing.' }] })
  const elm = 'Elm Street Dental'
  await aPaidOrder(world, [
    { service: 'Advertising launch', client: elm, recipient: 'OWNER' },
    { service: 'Directory listings', client: elm },
  ])
  await placeOrders(agency, [{ service: 'Review monitor', client: 'Harbour Bakery' }])
  await aPaidOrder({ as: () => world.as(RIVAL), settled: () => world.settled() })
  for (const caller of [agency, await world.as(RIVAL)]) await aCart(caller)
  await offSale(world, agency)
  await deliver(world)
  await refuseRefund(world)
  await chargeBack(world)
  await campaignsOf(world, RIVAL)
  await appointmentsOf(world, RIVAL)
  await talk(world, atWork.orderId)
  await reportOn(world, atWork.orderId)
  await world.settled()
  // What was written is told by mail a minute later: it has gone out before anybody looks.
  await world.move(HOUR / 30)
  await world.settled()
  return {
    world,
    ...(await people(world, sentBack.recipient)),
    ...(await places(world)),
    orderAtWork: atWork.orderId,
    document: sentBack.id,
  }
}

/** One report that was sent; the others of the world are planned. */
async function reportOn(world: World, orderId: string): Promise<void> {
  const admin = await world.as(ADMIN)
  const [planned] = await world.rows<{ id: string }>(
    `select id from reports where order_id = $1 and status = 'DUE'`,
    [orderId],
  )
  await admin.ask('mutation($id: ID!) { draftReport(id: $id) { id } }', { id: planned!.id })
  await admin.ask('mutation($id: ID!) { sendReport(id: $id) { id } }', { id: planned!.id })
}

async function addRival(tx: Tx): Promise<void> {
  const organisationId = await addOrganisation(tx, {
    name: 'Rival Agency',
    kind: 'AGENCY',
    businessEmail: 'office@rival.test',
  })
  const client = await addOrganisation(tx, {
    name: 'Rival Client',
    kind: 'CLIENT',
    businessEmail: 'desk@rival-client.test',
    agencyId: organisationId,
  })
  await addContact(tx, { organisationId: client, name: 'Rita Rival', email: 'rita@rival-client.test' })
  const contactId = await addContact(tx, { organisationId, name: 'Rob Rival', email: RIVAL })
  const subjectId = await inviteContact(tx, { contactId, role: 'OWNER' })
  const token = await mintInvitation(tx, { subjectId, sentTo: RIVAL })
  await acceptInvitation(tx, { token: token!, password: DEMO_PASSWORD })
}

/** One service that was sold once and is not any more, with a newer form than its order began with; one never offered. */
async function offSale(world: World, agency: Caller): Promise<void> {
  const admin = await world.as(ADMIN)
  const sold = await anOfferedService(admin, 'Jingle')
  await placeOrders(agency, [{ service: 'Jingle', client: 'Harbour Bakery' }])
  await admin.ask(PUBLISH_FORM, { id: sold, t: 'Your jingle, anew', f: [question('name')] })
  await admin.ask(WITHDRAW, { id: sold })
  await aService(admin, 'Billboard')
}

async function review(
  world: World,
  decide: string,
  { id, revisionId, ...rest }: { id: string; revisionId: string; i?: object[] },
) {
  const admin = await world.as(ADMIN)
  await admin.ask(CLAIM, { id })
  await admin.ask(decide, { id, r: revisionId, i: rest.i })
  await world.settled()
}

async function aCart(buyer: Caller): Promise<void> {
  const shop = await shopOf(buyer)
  const { createCart: cart } = await buyer.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
    b: shop.agency,
  })
  const [client] = shop.clients
  await buyer.ask(
    'mutation($id: ID!, $s: ID!, $b: ID!, $c: ID!) { addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, recipient: CLIENT, recipientContactId: $c) { id } }',
    {
      id: cart.id,
      s: shop.services[0]!.id,
      b: client!.id,
      c: client!.contacts.find((c) => c.email)!.id,
    },
  )
}

/** An order whose work was handed over with a file. */
async function deliver(world: World): Promise<void> {
  const id = await aFinishedOrder(world)
  const admin = await world.as(ADMIN)
  const file = await sendFile(admin, 'report.txt', 'All of it is done.')
  await admin.ask(DELIVER, { id, s: 'Everything is live.', f: [file] })
}

/** An order that was cancelled, and the gateway gives nothing back. */
async function refuseRefund(world: World): Promise<void> {
  const buyer = await world.as(AGENCY)
  const [id] = await placeOrders(buyer, [{ service: 'Local search optimisation' }])
  await pay(buyer, id!, 'tok_refund_refused')
  await world.settled()
  await buyer.ask(CANCEL, { id, r: SORRY, k: id })
  await world.settled()
}

/** A payment that the buyer's bank wants back. */
async function chargeBack(world: World): Promise<void> {
  const [payment] = await world.rows<{ ref: string }>(
    `select provider_ref as ref from operations where kind = 'CHARGE' and state = 'SUCCEEDED' order by id desc limit 1`,
  )
  const notice = {
    about: 'CHARGEBACK',
    ref: 'chargeback_1',
    amount: 100n,
    currency: 'EUR',
    outcome: 'OPENED',
  } as const
  await transaction(world.running.house, system('test'), (tx) =>
    noteChargeback(tx, { ...notice, paymentRef: payment!.ref }),
  )
}

async function talk(world: World, orderId: string): Promise<void> {
  const admin = await world.as(ADMIN)
  for (const visibility of ['STAFF', 'BUYER', 'PARTIES'])
    await admin.ask(
      'mutation($o: ID!, $v: Visibility!) { postMessage(orderId: $o, body: "A word", visibility: $v) { id } }',
      { o: orderId, v: visibility },
    )
  for (const visibility of ['STAFF', 'BUYER', 'PARTIES'])
    await admin.ask(
      'mutation($o: ID!, $v: Visibility!, $a: [ID!]) { postMessage(orderId: $o, body: "See there", visibility: $v, attachments: $a) { id } }',
      { o: orderId, v: visibility, a: [await sendFile(admin, 'note.txt', `For ${visibility}`)] },
    )
  await admin.ask('mutation { addSavedReply(title: "Soon", body: "We look into it.") { id } }')
  await admin.ask(
    'mutation { addCalendar(name: "Mornings", timeZone: "UTC", intervals: [{ weekday: MONDAY, from: "09:00", until: "12:00" }]) { id } }',
  )
  const buyer = await world.as(AGENCY)
  await buyer.ask(
    'mutation($o: ID!) { postMessage(orderId: $o, body: "And now?", visibility: BUYER) { id } }',
    { o: orderId },
  )
}

const emails = {
  agency: AGENCY,
  client: 'client@demo.test',
  channel: 'channel@demo.test',
  ADMIN,
  SUPPORT: 'support@demo.test',
  FINANCE: 'finance@demo.test',
  FULFILMENT: 'fulfilment@demo.test',
}

async function people(world: World, link: Caller): Promise<Pick<FullWorld, 'callers' | 'users'>> {
  const callers: Record<string, Caller> = { anonymous: world.caller(), link }
  const users: Record<string, string> = { anonymous: '', link: '' }
  for (const [kind, email] of Object.entries(emails)) {
    callers[kind] = await world.as(email)
    users[kind] = (await world.rows<{ id: string }>('select id from users where email = $1', [email]))[0]!.id
  }
  callers['key'] = await aProgram(world)
  users['key'] = ''
  return { callers: callers as FullWorld['callers'], users: users as FullWorld['users'] }
}

/** A program of the agency's, with an API key that has every scope. */
async function aProgram(world: World): Promise<Caller> {
  const agency = await world.as(AGENCY)
  const { viewer } = await agency.ask('{ viewer { memberships { organisation { id } } } }')
  const { createApiKey: key } = await agency.ask(
    'mutation($o: ID!, $s: [ApiScope!]!) { createApiKey(organisationId: $o, name: "All of it", scopes: $s) { secret } }',
    { o: viewer.memberships[0].organisation.id, s: Object.keys(apiScopes) },
  )
  return world.caller(key.secret)
}

async function places(world: World): Promise<Pick<FullWorld, 'agency' | 'bakery'>> {
  const at = async (name: string) =>
    (await world.rows<{ id: string }>('select id from organisations where name = $1', [name]))[0]!.id
  return { agency: await at('Northwind Agency'), bakery: await at('Harbour Bakery') }
}
