import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { anOnboarding, APPROVE, byLink, CHANGES, CLAIM, filled, SUBMIT } from '../onboarding/a-document.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const templates = async (email: string): Promise<string[]> =>
  (await world.inbox(email)).map((mail) => mail.template)
const flat = (text: string) => text.replace(/\s+/g, ' ')

const MAILS =
  '{ mails(first: 100) { nodes { id template to state html text order { id } recipient { name } } totalCount { count } } }'
interface ShownMail {
  id: string
  template: string
  to: string
  state: string
  html: string | null
  text: string | null
  order: { id: string } | null
}
const outboxOf = async (caller: Caller): Promise<ShownMail[]> => (await caller.ask(MAILS))['mails'].nodes

describe('a paid order', () => {
  let orderId: string

  beforeAll(async () => {
    orderId = await aPaidOrder(world, [
      { service: 'Local search optimisation', client: 'Elm Street Dental', inviteToDashboard: true },
      { service: 'Directory listings', client: 'Elm Street Dental' },
    ])
    await world.settled()
  })

  test('writes to everybody concerned, each at their own address', async () => {
    expect((await templates('agency@demo.test')).sort()).toEqual([
      'communication-invitation',
      'order-receipt',
    ])
    expect((await templates('diego@elm-dental.test')).sort()).toEqual([
      'dashboard-invitation',
      'onboarding-request',
    ])
    expect(await templates('desk@elm-dental.test')).toEqual([])
  })

  test('keeps the promise to say how to talk with the team', async () => {
    const [order] = await world.rows<{ kept: boolean }>(
      'select communicated_at <= communication_by as kept from orders where id = $1',
      [orderId],
    )
    expect(order).toEqual({ kept: true })
  })

  test('the client’s times are in the client’s zone', async () => {
    const request = (await world.inbox('diego@elm-dental.test')).find(
      (mail) => mail.template === 'onboarding-request',
    )
    expect(flat(request!.text)).toContain('time zone America/New_York')
    expect(flat(request!.text)).toContain('Briefs or brand guidelines')
  })

  test('reminds the recipient after a day, with a link of its own, and says since when', async () => {
    await world.move(24 * HOUR)
    await world.settled()
    const mails = (await world.inbox('diego@elm-dental.test')).filter((mail) =>
      mail.template.startsWith('onboarding-'),
    )
    expect(mails.map((mail) => mail.template)).toEqual(['onboarding-request', 'onboarding-reminder'])
    const tokens = mails.flatMap((mail) => mail.links.filter((link) => link.includes('onboarding#token=')))
    expect(new Set(tokens).size).toBe(2)
    expect(flat(mails[1]!.text)).toMatch(/We asked you on \d+ \w+ \d{4}/)
  })

  test('an ADMIN of the sandbox follows its links in the outbox; nobody else sees a secret', async () => {
    const secret = (await world.inbox('diego@elm-dental.test'))
      .find((mail) => mail.template === 'onboarding-request')!
      .links.find((link) => link.includes('#token='))!
    const shown = async (email: string) =>
      (await outboxOf(await world.as(email))).find((mail) => mail.template === 'onboarding-request')
    expect((await shown('admin@demo.test'))?.text).toContain(secret)
    for (const email of ['support@demo.test', 'finance@demo.test']) {
      const mail = await shown(email)
      expect(mail?.text).toContain('/portal/onboarding#token=…hidden')
      expect(JSON.stringify(mail)).not.toContain(secret.split('=')[1])
    }
  })

  test('amounts are in the outbox for those who deal with money alone', async () => {
    const receipt = async (email: string) =>
      (await outboxOf(await world.as(email))).find((mail) => mail.template === 'order-receipt')
    expect((await receipt('finance@demo.test'))?.text).toMatch(/€|EUR|\$/)
    expect(await receipt('support@demo.test')).toMatchObject({ html: null, text: null, state: 'TAKEN' })
  })

  test('a fulfilment person without a task of it sees none of its mails', async () => {
    const mails = await outboxOf(await world.as('fulfilment@demo.test'))
    expect(mails.filter((mail) => mail.order?.id === orderId)).toEqual([])
  })

  test('its buyer sees the last mail about it, but not the outbox; a stranger sees nothing', async () => {
    const QUERY =
      'query($id: ID!) { order(id: $id) { lastMail { subject to html text attempts queuedAt } mails { id } } }'
    const buyer = await world.as('agency@demo.test')
    const { order } = await buyer.ask(QUERY, { id: orderId })
    expect(order).toMatchObject({
      lastMail: { to: 'agency@demo.test', html: null, text: null, attempts: null },
      mails: null,
    })
    expect(await buyer.refused(MAILS)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await world.caller().refused(MAILS)).toMatchObject({ code: 'NOT_SIGNED_IN' })
    const admin = await world.as('admin@demo.test')
    expect((await admin.ask(QUERY, { id: orderId }))['order'].mails.length).toBeGreaterThan(3)
    const mailId = (await outboxOf(admin)).find((mail) => mail.template === 'onboarding-request')!.id
    const NODE = 'query($id: ID!) { node(id: $id) { id } }'
    expect((await admin.ask(NODE, { id: mailId }))['node']).toEqual({ id: mailId })
    expect((await buyer.ask(NODE, { id: mailId }))['node']).toBeNull()
    expect((await (await world.as('channel@demo.test')).ask(NODE, { id: mailId }))['node']).toBeNull()
  })

  test('is filtered by state, kind and order', async () => {
    const admin = await world.as('admin@demo.test')
    const WHERE =
      'query($w: MailWhere) { mails(where: $w, sort: [{ field: queuedAt, direction: ASC }]) { nodes { template state } } }'
    const found = await admin.ask(WHERE, {
      w: { orderId: { in: [orderId] }, template: { in: ['order-receipt'] }, state: { in: ['TAKEN'] } },
    })
    expect(found['mails'].nodes).toEqual([{ template: 'order-receipt', state: 'TAKEN' }])
    expect((await admin.ask(WHERE, { w: { state: { in: ['FAILED', 'BOUNCED'] } } }))['mails'].nodes).toEqual(
      [],
    )
  })
})

describe('an onboarding document', () => {
  test('tells admins when it comes in, the recipient what to change, and both sides when it is approved', async () => {
    const { id } = await anOnboarding(world)
    const recipient = await byLink(world)
    const sent = await filled(world, recipient, id)
    const revisionOf = async () =>
      (await recipient.ask(SUBMIT, { ...sent, k: null }))['submitOnboarding'].newestRevision.id as string
    const revision = await revisionOf()
    await world.settled()
    expect((await world.inbox('admin@demo.test')).at(-1)).toMatchObject({
      template: 'onboarding-submitted',
      subject: 'To verify: Local search optimisation for Harbour Bakery',
    })

    const admin = await world.as('admin@demo.test')
    await admin.ask(CLAIM, { id })
    await admin.ask(CHANGES, {
      id,
      r: revision,
      i: [
        { fieldKey: 'goals', note: 'Which <b>cakes</b>?' },
        { fileId: sent.f[0]!.fileId, note: 'Page two is missing.' },
        { note: 'In English, please.' },
      ],
    })
    await world.settled()
    const changes = (await world.inbox('client@demo.test')).at(-1)!
    expect(changes.template).toBe('onboarding-changes-requested')
    expect(flat(changes.text)).toContain('What should people find you for? Which <b>cakes</b>?')
    expect(flat(changes.text)).toContain('Briefs or brand guidelines: brief.pdf: Page two is missing.')
    expect(flat(changes.text)).toContain('The form as a whole: In English, please.')
    expect(changes.html).toContain('Which &lt;b&gt;cakes&lt;/b&gt;?')
    const copy = (await world.inbox('agency@demo.test')).at(-1)!
    expect(copy.template).toBe('onboarding-changes-requested')
    expect(copy.text).not.toContain('#token=')

    const second = await revisionOf()
    await admin.ask(CLAIM, { id })
    await admin.ask(APPROVE, { id, r: second })
    await world.settled()
    expect((await templates('client@demo.test')).at(-1)).toBe('onboarding-approved')
    expect((await templates('agency@demo.test')).at(-1)).toBe('onboarding-approved')
    const delegated = await world.rows<{ to_address: string }>(
      `select to_address from mails where template = 'task-delegated' and state = 'TAKEN'`,
    )
    expect(delegated.length).toBeGreaterThan(0)
    expect(delegated.every((mail) => /^fulfilment\d?@demo\.test$/.test(mail.to_address))).toBe(true)
  })

  test('leaves no mail behind', async () => {
    expect(await world.rows(`select template, state, last_error from mails where state <> 'TAKEN'`)).toEqual(
      [],
    )
  })
})
