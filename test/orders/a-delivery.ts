import { randomUUID } from 'node:crypto'
import { ADMIN, APPROVE, CLAIM, filled, SERVICE, SUBMIT } from '../onboarding/a-document.js'
import { logOf } from '../tasks/task-room.js'
import type { Caller } from '../support/caller.js'
import { pay, placeOrders } from '../support/shopping.js'
import type { World } from '../support/world.js'

export const BUYER = 'agency@demo.test'
export const BAKER = 'client@demo.test'

export const DELIVER = `mutation($id: ID!, $s: String!, $f: [ID!], $k: String, $d: Boolean, $v: Int) {
  deliverOrder(id: $id, summary: $s, files: $f, idempotencyKey: $k, dryRun: $d, expectedVersion: $v) { id status stage version autoCompleteAt revisionsLeft } }`
export const REVISE =
  'mutation($id: ID!, $t: String!, $k: String) { requestRevision(id: $id, text: $t, idempotencyKey: $k) { status stage revisionsLeft } }'
export const CONFIRM =
  'mutation($id: ID!, $k: String!) { confirmDelivery(id: $id, idempotencyKey: $k) { status stage } }'
export const HOLD =
  'mutation($id: ID!, $r: String!) { holdOrder(id: $id, reason: $r) { status stage heldSince reason overdue } }'
export const RESUME = 'mutation($id: ID!) { resumeOrder(id: $id) { status stage heldSince } }'
export const CANCEL = `mutation($id: ID!, $r: String!, $a: BigInt, $k: String!) {
  cancelOrder(id: $id, reason: $r, refund: $a, idempotencyKey: $k) { status stage reason } }`

export const NORMAL_DELIVERY = { s: 'Everything is live; see the report.' }
export const SORRY = 'We have changed our plans.'

/** A paid order whose onboarding was approved: its work is with people. Beside it may stand add-ons, by name. */
export async function anOrderAtWork(
  world: World,
  addOns: readonly string[] = [],
  token?: string,
): Promise<string> {
  const buyer = await world.as(BUYER)
  const client = 'Harbour Bakery'
  const [orderId] = await placeOrders(
    buyer,
    [SERVICE, ...addOns].map((service) => ({ service, client })),
  )
  await pay(buyer, orderId!, token)
  await world.settled()
  const [document] = await world.rows<{ id: string }>(
    'select id from onboarding_documents where order_id = $1',
    [orderId],
  )
  const { id } = document!
  const { submitOnboarding } = await buyer.ask(SUBMIT, await filled(world, buyer, id))
  const admin = await world.as(ADMIN)
  await admin.ask(CLAIM, { id })
  await admin.ask(APPROVE, { id, r: submitOnboarding.newestRevision.id })
  await world.settled()
  return orderId!
}

/** Everything on it is done, by whoever has it; what needs a second pair of eyes gets the admin's. */
export async function finishWork(world: World, orderId: string): Promise<void> {
  const admin = await world.as(ADMIN)
  for (;;) {
    const [task] = await world.rows<OpenTask>(NEXT_TASK, [orderId])
    if (!task) return world.settled()
    await finish(world, admin, task)
  }
}

/** An order whose work is done, ready to be delivered. */
export async function aFinishedOrder(world: World, addOns: readonly string[] = []): Promise<string> {
  const orderId = await anOrderAtWork(world, addOns)
  await finishWork(world, orderId)
  return orderId
}

/** An order that was delivered by an admin. */
export async function aDelivery(world: World, addOns: readonly string[] = []): Promise<string> {
  const id = await aFinishedOrder(world, addOns)
  await (await world.as(ADMIN)).ask(DELIVER, { id, ...NORMAL_DELIVERY, k: randomUUID() })
  await world.settled()
  return id
}

interface OpenTask {
  readonly id: string
  readonly status: string
  readonly email: string | null
  readonly checklist: readonly { key: string }[]
}

const NEXT_TASK = `select t.id, t.status, t.checklist, u.email from tasks t left join users u on u.id = t.assignee_id
  where t.order_id = $1 and (t.step_key is not null or t.revision is not null) and t.status not in ('DONE', 'CANCELLED')
    and not exists (select from tasks d where d.id = any(t.depends_on) and d.status not in ('DONE', 'CANCELLED'))
  order by t.id limit 1`

async function finish(world: World, admin: Caller, { id, status, email, checklist }: OpenTask) {
  if (status === 'IN_REVIEW')
    return admin.ask('mutation($id: ID!) { acceptTask(id: $id) { status } }', { id })
  const person = await world.as(email!)
  if (status === 'ASSIGNED') return person.ask('mutation($id: ID!) { startTask(id: $id) { status } }', { id })
  return person.ask(
    'mutation($id: ID!, $c: [ChecklistAnswerInput!]!) { submitTask(id: $id, checklist: $c) { status } }',
    { id, c: checklist.map(({ key }) => ({ key, done: true })) },
  )
}

/** The order as somebody sees it. */
export async function orderNow(caller: Caller, id: string) {
  const { order } = await caller.ask(
    `query($id: ID!) { order(id: $id) { status stage version overdue heldSince reason autoCompleteAt revisionsLeft communicationBy endedAt
      standing { summary next nextBy actor } availableActions { name allowed refusal deadline }
      deliveries { id number summary deliveredAt deliveredBy { name } revisionText files { id name downloadUrl } } } }`,
    { id },
  )
  return order
}

/** What the log says happened to the order itself. */
export const orderLog = (world: World, id: string): Promise<string[]> => logOf(world, id)

/** What is held of an order, what is due back, whether its funds are closed, and what each account was given for it. */
export async function moneyOf(world: World, id: string) {
  const [funds] = await world.rows<{ held: string; due: string; closed: boolean }>(
    'select held::text as held, refund_due::text as due, closed_at is not null as closed from held_funds where id = $1',
    [id],
  )
  const accounts = await world.rows<{ account: string; sum: string }>(
    `select split_part(account, ':', 1) as account, sum(amount)::text as sum from postings where order_id = $1 group by 1 having sum(amount) <> 0 order by 1`,
    [id],
  )
  return { ...funds!, accounts: Object.fromEntries(accounts.map((a) => [a.account, Number(a.sum)])) }
}

/** The deadlines of an order and of what is on it, by kind. */
export const deadlinesOf = (world: World, id: string) =>
  world.rows<{ kind: string; due: Date; held: boolean }>(
    'select kind, due_at as due, held_from is not null as held from deadlines where stream_id = $1 order by kind, due_at',
    [id],
  )
