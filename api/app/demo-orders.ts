import { Readable } from 'node:stream'
import type { DemoAccounts } from '../accounts/demo-accounts.js'
import type { FormField } from '../catalogue/form-field.js'
import { completeUpload, inspectUpload } from '../files/complete-upload.js'
import { createUpload } from '../files/create-upload.js'
import { scanner } from '../files/scan/scanner.js'
import type { LocalDisk } from '../files/storage/local-disk.js'
import { secondsFromNow } from '../files/storage/signature.js'
import { storage } from '../files/storage/storage.js'
import { approveOnboarding } from '../onboarding/approve-onboarding.js'
import { claimOnboarding } from '../onboarding/claim-onboarding.js'
import { submitOnboarding } from '../onboarding/submit-onboarding.js'
import { demoCalendar } from '../messages/demo-calendar.js'
import { postMessage } from '../messages/post-message.js'
import { addCartLine, createCart } from '../orders/cart-lines.js'
import { checkout } from '../orders/checkout.js'
import { payOrder } from '../orders/pay-order.js'
import { terms } from '../orders/terms.js'
import { anonymous, type Viewer } from '../lib/viewer.js'
import { type House, systemCtx, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { StartRefused } from '../platform/start-refused.js'
import { transaction } from '../platform/transaction.js'
import { startTask } from '../tasks/start-task.js'

const DRAIN_MS = 30_000

/** The demo's world with its people, as its orders are made. */
interface Demo {
  readonly house: House
  /** Absent where files lie in a bucket. */
  readonly disk: LocalDisk | undefined
  readonly people: DemoAccounts
  readonly owner: Viewer
  readonly admin: Viewer
}

/**
 * Some orders of the demo world, each at another stage, brought there by the verbs that everybody uses and the gateway's
 * own answers. Needs a house that runs; does nothing where there are orders already.
 */
export async function demoOrders(
  house: House,
  disk: LocalDisk | undefined,
  people: DemoAccounts,
): Promise<void> {
  const { rows } = await house.database.pool.query('select from orders limit 1')
  if (rows.length) return
  if (scanner.bound && !(await scanner.bound.reachable()))
    throw new StartRefused('CLAMD_URL does not answer, and the files of the demo world wait for it.')
  const demo = {
    house,
    disk,
    people,
    owner: await memberOf(house, people.agency),
    admin: staff(people.staff['admin@demo.test']!, 'ADMIN'),
  }
  const [bakery, dental] = [people.clients[0]!, people.clients[1]!]
  await order(demo, 'Review monitor', bakery)
  const waiting = await order(demo, 'Local search optimisation', bakery)
  await order(demo, 'Directory listings', dental)
  const verify = await order(demo, 'Advertising launch', dental)
  const running = await order(demo, 'Local search optimisation', dental)
  await house.jobs.drained(DRAIN_MS)
  await submit(demo, verify)
  const document = await submit(demo, running)
  await approve(demo, document)
  await startFirst(demo, running)
  const write = (viewer: Viewer, orderId: string, body: string) =>
    transaction(house, viewer, (tx) => postMessage(tx, { orderId, body, visibility: 'BUYER' }))
  await write(demo.owner, waiting, 'Clara is on holiday until Monday; she will fill in the form then.')
  await write(demo.admin, waiting, 'Thank you for telling us. We will wait for her.')
  await write(demo.owner, running, 'Could you tell us when the first texts will be live?')
  await transaction(house, demo.admin, demoCalendar)
}

async function order(
  { house, people, owner }: Demo,
  service: string,
  client: { id: string; contact: string },
): Promise<string> {
  const id = await transaction(house, owner, async (tx) => {
    const found = await row<{ id: string; amount: string; currency: string }>(
      tx,
      sql`select id, price_amount::text as amount, currency from services where name = ${service}`,
    )
    const { id: serviceId, amount, currency } = found!
    const cart = await createCart(tx, { buyerId: people.agency })
    await addCartLine(tx, {
      id: cart,
      serviceId,
      beneficiaryId: client.id,
      recipient: 'CLIENT',
      recipientContactId: client.contact,
    })
    const [placed] = await checkout(tx, {
      id: cart,
      termsVersion: terms.version,
      shownTotal: { amount: BigInt(amount), currency },
    })
    return placed!
  })
  await transaction(house, owner, (tx) => payOrder(tx, { id, paymentToken: 'tok_ok' }))
  return id
}

/** The agency fills in the form for its client. Gives the document's id. */
async function submit(demo: Demo, orderId: string): Promise<string> {
  const { house, owner } = demo
  const form = await transaction(house, owner, (tx) =>
    row<{ id: string; fields: FormField[] }>(
      tx,
      sql`select d.id, f.fields from onboarding_documents d join onboarding_forms f on f.id = d.form_id where d.order_id = ${orderId}`,
    ),
  )
  const { id, fields } = form!
  const asked = fields.filter((field) => field.required)
  const files = await Promise.all(
    asked
      .filter((f) => f.kind === 'FILE')
      .map(async ({ key }) => ({ key, fileId: await sendPicture(demo, `${key}.png`) })),
  )
  const answers = asked
    .filter((f) => f.kind !== 'FILE')
    .map((field) => ({ key: field.key, value: answerTo(field) }))
  await transaction(house, owner, (tx) => submitOnboarding(tx, { id, answers, files }))
  return id
}

async function approve({ house, admin }: Demo, id: string): Promise<void> {
  await transaction(house, admin, (tx) => claimOnboarding(tx, { id }))
  await transaction(house, admin, async (tx) => {
    const document = await row<{ revision: string }>(
      tx,
      sql`select newest_revision_id as revision from onboarding_documents where id = ${id}`,
    )
    await approveOnboarding(tx, { id, revisionId: document!.revision })
  })
}

/** Whoever the first startable task went to begins it. */
async function startFirst({ house, admin }: Demo, orderId: string): Promise<void> {
  const task = await transaction(house, admin, (tx) =>
    row<{ id: string; person: string }>(
      tx,
      sql`select id, assignee_id as person from tasks where order_id = ${orderId} and status = 'ASSIGNED' and depends_on = '{}' order by id limit 1`,
    ),
  )
  if (task) await transaction(house, staff(task.person, 'FULFILMENT'), (tx) => startTask(tx, { id: task.id }))
}

/** One green pixel: the smallest picture there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk8F/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==',
  'base64',
)

async function sendPicture({ house, disk, owner }: Demo, name: string): Promise<string> {
  const as = <T>(work: (tx: Tx) => Promise<T>) => transaction(house, owner, work)
  const id = await as((tx) => createUpload(tx, { name, size: PICTURE.length, type: 'image/png' }))
  if (disk) await disk.receive(id, PICTURE.length, Readable.from([PICTURE]))
  else await sendToBucket(id)
  const found = await inspectUpload({ ...systemCtx(house, owner) }, { id })
  await as((tx) => completeUpload(tx, { id, found }))
  if (scanner.bound) await house.jobs.drained(DRAIN_MS)
  return id
}

async function sendToBucket(key: string): Promise<void> {
  const terms = { key, size: PICTURE.length, type: 'image/png', expiresAt: secondsFromNow(60) }
  const { url, method, headers } = await storage.bound.signedUpload(terms)
  const sent = await fetch(url, {
    method,
    headers: headers.map(({ name, value }): [string, string] => [name, value]),
    body: PICTURE,
  })
  if (!sent.ok) throw new StartRefused(`The bucket S3_BUCKET took no file: ${sent.status}.`)
}

const ANSWERS: Partial<Record<FormField['kind'], string>> = {
  SHORT_TEXT: 'Elm Street Dental',
  LONG_TEXT: 'Check-ups, whitening and implants, for families nearby.',
  EMAIL: 'diego@elm-dental.test',
  NUMBER: '1500',
  YES_NO: 'yes',
}

function answerTo({ kind, options }: FormField): string[] {
  return [ANSWERS[kind] ?? options[0] ?? '']
}

function staff(id: string, role: string): Viewer {
  return { ...anonymous, kind: 'staff', id, roles: [role] }
}

/** The demo world's owner of an organisation, as a viewer. */
export async function memberOf(house: House, organisationId: string): Promise<Viewer> {
  const { rows } = await house.database.pool.query<{ id: string }>(
    `select user_id as id from members where organisation_id = $1 and role = 'OWNER' limit 1`,
    [organisationId],
  )
  return {
    ...anonymous,
    kind: 'member',
    id: rows[0]!.id,
    organisations: [organisationId],
    owned: [organisationId],
  }
}
