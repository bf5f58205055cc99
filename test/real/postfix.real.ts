import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { FAR, type MailRelay, READERS, startMailRelay } from './mail-relay.js'

let relay: MailRelay
let world: World
/** The client's contact, who is asked for the onboarding. */
let client: string

beforeAll(async () => {
  relay = await startMailRelay('bounces.waybill.example')
  world = await openWorld({ ...relay.settings, LOG_LEVEL: 'silent' })
  const [asked] = await world.rows<Mail>(
    `select * from mails where order_id = $1 and template = 'onboarding-request'`,
    [await aPaidOrder(world)],
  )
  client = asked!.recipient_id
  await world.rows(`update contacts set email = $1 where email = 'agency@demo.test'`, [`nora@${READERS}`])
  await clientLivesAt(`clara@${READERS}`)
}, 120_000)
afterAll(async () => {
  await world?.close()
  await relay?.close()
})

/** From now on mails to the client's contact go to this address. */
const clientLivesAt = (email: string) =>
  world.rows(`update contacts set email = $2 where id = $1`, [client, email])

interface Mail {
  readonly id: string
  readonly recipient_id: string
  readonly state: string
  readonly attempts: number
  readonly last_error: string | null
  readonly message_id: string
}
const mailOf = async (order: string, template: string) =>
  (await world.rows<Mail>('select * from mails where order_id = $1 and template = $2', [order, template]))[0]!

/** Waits until something is so; fails with what the servers said. */
async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(await relay.said())
}

/** A mail in a mailbox, by its Message-ID; its head without folded lines. */
const inBox = (reader: string, { message_id: id }: Mail) =>
  until(async () => (await relay.delivered(reader)).find((mail) => mail.includes(`Message-ID: ${id}`)))
const headOf = (mail: string) => mail.split(/\r?\n\r?\n/)[0]!.replace(/\r?\n[ \t]+/g, ' ')

test('mails reach a mailbox through postfix, and opendkim finds their signature good', async () => {
  const order = await aPaidOrder(world)
  const receipt = await mailOf(order, 'order-receipt')
  expect(receipt).toMatchObject({ state: 'TAKEN', attempts: 1 })
  const head = headOf(await inBox('nora', receipt))
  expect(head).toMatch(
    /^Authentication-Results: mx\.waybill\.test;.* dkim=pass .*header\.d=waybill\.example/m,
  )
  expect(head).toMatch(/^Return-Path: <b-[0-9a-z]{26}-1-[0-9a-f]{20}@bounces\.waybill\.example>$/m)
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/m)
  const invitation = headOf(await inBox('nora', await mailOf(order, 'communication-invitation')))
  expect(invitation).toContain(`In-Reply-To: ${receipt.message_id}`)
  expect(invitation).toMatch(/dkim=pass/)
  expect(headOf(await inBox('clara', await mailOf(order, 'onboarding-request')))).toMatch(/dkim=pass/)
})

test('a mail that postfix has taken and cannot deliver comes back by itself, and has bounced', async () => {
  await clientLivesAt(`nobody-here@${FAR}`)
  const order = await aPaidOrder(world)
  await clientLivesAt(`clara@${READERS}`)
  const bounced = await until(async () => {
    const mail = await mailOf(order, 'onboarding-request')
    return mail.state === 'BOUNCED' && mail
  })
  expect(bounced.last_error).toMatch(/^5\.1\.1 .*unknown user/)
  expect(
    await world.rows(`select 1 from tasks where order_id = $1 and cause = $2`, [
      order,
      `mail:${bounced.id}:1`,
    ]),
  ).toHaveLength(1)

  const support = await world.as('support@demo.test')
  await support.ask('mutation($id: ID!) { resendMail(id: $id) { state } }', { id: bounced.id })
  await world.settled()
  expect(headOf(await inBox('clara', bounced))).toMatch(/^Return-Path: <b-[0-9a-z]{26}-2-/m)
  expect(await mailOf(order, 'onboarding-request')).toMatchObject({ state: 'TAKEN' })
})

test('an address that postfix refuses at once has bounced without a report', async () => {
  await clientLivesAt(`unknown@${READERS}`)
  const order = await aPaidOrder(world)
  await clientLivesAt(`clara@${READERS}`)
  const mail = await mailOf(order, 'onboarding-request')
  expect(mail).toMatchObject({
    state: 'BOUNCED',
    attempts: 1,
    last_error: expect.stringMatching(/550.*unknown/i),
  })
})

test('greylisting only puts a mail off', async () => {
  relay.greylisted.add(`late@${READERS}`)
  await clientLivesAt(`late@${READERS}`)
  const order = await aPaidOrder(world)
  await clientLivesAt(`clara@${READERS}`)
  const waiting = await mailOf(order, 'onboarding-request')
  expect(waiting).toMatchObject({
    state: 'QUEUED',
    attempts: 1,
    last_error: expect.stringMatching(/450 4\.7\.1 .*Greylisted/),
  })
  await world.move(10_000)
  expect(await mailOf(order, 'onboarding-request')).toMatchObject({ state: 'TAKEN', attempts: 2 })
  expect(headOf(await inBox('late', waiting))).toMatch(/dkim=pass/)
})
