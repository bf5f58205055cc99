import { randomUUID } from 'node:crypto'

export const PRICE = 10_000n
export const ADD_ON_PRICE = 3000n
const CURRENCY = 'EUR'
/** What its worker alone can do. */
const SKILL = 'small-work'

/** What can be bought of it, by whom and for whom. */
export interface SmallService {
  readonly service: string
  readonly addOn: string
  readonly agency: string
  readonly client: string
  readonly contact: string
}

type Ask = (document: string, variables: Record<string, unknown>) => Promise<Record<string, never>>

/** A service small enough to live through in no time: one question, a step that is reviewed and one after it that is not. */
export async function stockSmallService(
  rows: <T>(statement: string, values?: unknown[]) => Promise<T[]>,
  admin: Ask,
  people: { readonly buyer: string; readonly recipient: string; readonly worker: string },
): Promise<SmallService> {
  const service = await onSale(admin, 'Small service', 'ONBOARDED', PRICE)
  const addOn = await onSale(admin, 'Small add-on', 'SELF_SERVICE', ADD_ON_PRICE)
  await rows(`update users set skills = skills || $2::text[] where email = $1`, [people.worker, [SKILL]])
  const [buyer] = await rows<{ agency: string }>(
    'select m.organisation_id as agency from members m join users u on u.id = m.user_id where u.email = $1',
    [people.buyer],
  )
  const [client] = await rows<{ client: string; contact: string }>(
    'select m.organisation_id as client, m.contact_id as contact from members m join users u on u.id = m.user_id where u.email = $1',
    [people.recipient],
  )
  return { service, addOn, ...buyer!, ...client! }
}

/** Puts it into a cart, with its add-on where wanted, and checks out. Returns the order's id. */
export async function placeSmallOrder(ask: Ask, stock: SmallService, withAddOn: boolean): Promise<string> {
  const { createCart } = await ask(
    'mutation($b: ID!, $k: String) { createCart(buyerId: $b, idempotencyKey: $k) { id } }',
    {
      b: stock.agency,
      k: randomUUID(),
    },
  )
  const add = `mutation($id: ID!, $s: ID!, $b: ID!, $c: ID!, $k: String) {
    addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, recipient: CLIENT, recipientContactId: $c, idempotencyKey: $k) { total { amount currency } } }`
  const line = { id: createCart!['id'], b: stock.client, c: stock.contact }
  let { addCartLine } = await ask(add, { ...line, s: stock.service, k: randomUUID() })
  if (withAddOn) ({ addCartLine } = await ask(add, { ...line, s: stock.addOn, k: randomUUID() }))
  const { checkout } = await ask(
    `mutation($id: ID!, $k: String!, $t: MoneyInput!) { checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t) { id } }`,
    { id: createCart!['id'], k: randomUUID(), t: addCartLine!['total'] },
  )
  return checkout![0]['id']
}

/** A service of the least that its flow needs, on sale. Returns its id. */
export async function onSale(admin: Ask, name: string, flow: string, price: bigint): Promise<string> {
  const { addService } = await admin(
    `mutation($n: String!, $f: ServiceFlow!, $p: MoneyInput!, $k: String) {
      addService(name: $n, summary: $n, description: $n, flow: $f, price: $p, idempotencyKey: $k) { id } }`,
    { n: name, f: flow, p: { amount: String(price), currency: CURRENCY }, k: randomUUID() },
  )
  const id: string = addService!['id']
  if (flow === 'ONBOARDED') await publish(admin, id)
  await admin('mutation($id: ID!, $k: String) { offerService(id: $id, idempotencyKey: $k) { id } }', {
    id,
    k: randomUUID(),
  })
  return id
}

async function publish(admin: Ask, serviceId: string): Promise<void> {
  const question = { key: 'goal', label: 'The goal', kind: 'SHORT_TEXT', required: true }
  const f = [{ ...question, options: [], accept: [], maxFiles: 0 }]
  await admin(
    `mutation($id: ID!, $f: [FormFieldInput!]!, $k: String) {
      publishOnboardingForm(serviceId: $id, title: "Small", intro: "One question.", fields: $f, idempotencyKey: $k) { id } }`,
    { id: serviceId, f, k: randomUUID() },
  )
  const step = { instructions: 'As agreed.', skill: SKILL, dueInWorkingHours: 400, checklist: [] }
  const s = [
    { ...step, key: 'make', title: 'Make it', dependsOn: [], needsReview: true },
    { ...step, key: 'publish', title: 'Publish it', dependsOn: ['make'], needsReview: false },
  ]
  await admin(
    `mutation($id: ID!, $s: [BlueprintStepInput!]!, $k: String) {
      publishTaskBlueprint(serviceId: $id, steps: $s, idempotencyKey: $k) { id } }`,
    { id: serviceId, s, k: randomUUID() },
  )
}
