import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { ADMIN, anOnboarding } from '../onboarding/a-document.js'
import {
  aDelivery,
  anOrderAtWork,
  BAKER,
  BUYER,
  CANCEL,
  DELIVER,
  finishWork,
  HOLD,
  RESUME,
  REVISE,
  SORRY,
} from '../orders/a-delivery.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder, placeOrders, shopOf } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { flat } from './sample-mails.js'

const SERVICE = 'Local search optimisation'
const AMOUNT = /[€£$]|\bEUR\b/

interface Told {
  readonly template: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

let world: World
let buyer: Caller
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  admin = await world.as(ADMIN)
  await world.rows(`update contacts set locale = 'de-AT', time_zone = 'Europe/Vienna' where email = $1`, [
    BUYER,
  ])
})
afterAll(() => world?.close())

/** The mails of a kind about an order, in the order of their addresses. */
const told = async (orderId: string, template: string): Promise<Told[]> =>
  (
    await world.rows<Told>(
      'select template, to_address as "to", subject, text, html from mails where order_id = $1 and template = $2 order by queued_at, to_address',
      [orderId, template],
    )
  ).map((mail) => ({ ...mail, text: flat(mail.text) }))

const workers = async (orderId: string): Promise<string[]> =>
  (
    await world.rows<{ email: string }>(
      'select distinct u.email from tasks t join users u on u.id = t.assignee_id where t.order_id = $1 order by 1',
      [orderId],
    )
  ).map(({ email }) => email)

const inVienna = (moment: Date) =>
  new Intl.DateTimeFormat('de-AT', { dateStyle: 'full', timeZone: 'Europe/Vienna' }).format(moment)

describe('an order that is delivered', () => {
  let id: string

  beforeAll(async () => {
    id = await aDelivery(world)
  })

  test('says in the buyer’s language what was done, how to answer and until when', async () => {
    const [mail, ...others] = await told(id, 'order-delivered')
    expect(others).toEqual([])
    const [order] = await world.rows<{ until: Date }>(
      'select auto_complete_at as until from orders where id = $1',
      [id],
    )
    expect(mail).toMatchObject({ to: BUYER, subject: expect.stringContaining('Die Arbeit ist fertig') })
    expect(mail?.html).toContain('<html lang="de"')
    expect(mail?.text).toContain('Everything is live; see the report.')
    expect(mail?.text).toContain(`gilt die Übergabe als bestätigt`)
    expect(mail?.text).toContain(`bis ${inVienna(order!.until)}, `)
    expect(mail?.text).toContain('2 Überarbeitungen sind in diesem Auftrag noch enthalten')
    expect(mail?.text).toContain('Zeitzone Europe/Vienna')
  })

  test('and sent back tells those who did the work what to change, each in one mail that leads to their task', async () => {
    const wish = 'Warmer colours <b>please</b>.'
    await buyer.ask(REVISE, { id, t: wish, k: randomUUID() })
    await world.settled()
    const mails = await told(id, 'revision-requested')
    const did = await workers(id)
    expect(mails.map((mail) => mail.to).sort()).toEqual([BUYER, ...did].sort())
    for (const mail of mails) expect(mail.text).toContain(wish)
    const own = mails.find((mail) => mail.to === BUYER)
    expect(own?.text).toContain('Eine weitere Überarbeitung ist in diesem Auftrag enthalten.')
    expect(own?.html).toContain('Warmer colours &lt;b&gt;please&lt;/b&gt;.')
    const team = mails.find((mail) => mail.to === did[0])
    expect(team?.text).toMatch(/Due: \w+day, .*\/admin\/#\/tasks\/tsk_\w+\/show/)
    const doubled = await world.rows(
      `select m.id from mails m join tasks t on m.text like '%' || t.id || '%' where m.template = 'task-delegated' and t.order_id = $1 and t.revision is not null`,
      [id],
    )
    expect(doubled).toEqual([])
  })

  test('comes again, with one revision left, and completes by itself where nobody answers', async () => {
    await finishWork(world, id)
    await admin.ask(DELIVER, { id, s: 'Warmer now.', k: randomUUID() })
    await world.settled()
    const again = (await told(id, 'order-delivered')).at(-1)
    expect(again?.subject).toContain('Die Überarbeitung ist fertig')
    expect(again?.text).toContain('Eine Überarbeitung ist in diesem Auftrag noch enthalten')
    await world.move(15 * 24 * HOUR)
    await world.settled()
    const [done, ...others] = await told(id, 'order-auto-completed')
    expect(others).toEqual([])
    expect(done).toMatchObject({ to: BUYER })
    const [, until] = /bis (\p{L}+, \d+\. \p{L}+ \d{4}, \d\d:\d\d Uhr \p{L}+)/u.exec(again!.text) ?? []
    expect(done?.text).toContain(`Bis ${until} haben wir zur Übergabe nichts von Ihnen gehört`)
  })
})

describe('an order that is held', () => {
  test('tells who placed it why, and later since when it goes on', async () => {
    const { orderId: id } = await anOnboarding(world)
    await admin.ask(HOLD, { id, r: 'The new logo is not there yet.' })
    await world.settled()
    expect(await told(id, 'order-held')).toMatchObject([
      { to: BUYER, text: expect.stringContaining('The new logo is not there yet.') },
    ])
    await world.move(50 * HOUR)
    await admin.ask(RESUME, { id })
    await world.settled()
    const [mail] = await told(id, 'order-resumed')
    const [held] = await told(id, 'order-held')
    const since = /Ruht seit: (.*? Uhr \p{L}+)/u.exec(held!.text)?.[1]
    expect(since).toBeTruthy()
    expect(mail?.text).toContain(`Ruhte seit: ${since}`)
  })
})

describe('an order that is called off', () => {
  test('by its buyer before the work began tells the buyer of the money and the recipient that nothing is needed', async () => {
    const id = await aPaidOrder(world, [
      { service: SERVICE, client: 'Harbour Bakery', inviteToDashboard: true },
    ])
    await buyer.ask(CANCEL, { id, r: SORRY, k: randomUUID() })
    await world.settled()
    const mails = await told(id, 'order-cancelled')
    expect(mails.map((mail) => mail.to)).toEqual([BUYER, BAKER])
    expect(mails[0]?.text).toContain(`Sie haben ihn storniert. Als Grund haben Sie angegeben: > ${SORRY}`)
    expect(mails[0]?.text).toMatch(/Sie erhalten alles zurück, was Sie bezahlt haben: \S+ ?\S+, auf dem Weg/)
    expect(mails[1]?.subject).toBe(`${SERVICE}: nothing more is needed from you`)
    expect(mails[1]?.text).not.toMatch(AMOUNT)
    expect(mails[1]?.text).not.toContain(SORRY)
  })

  test('tells a client who was only invited to follow it, without money or reason', async () => {
    const wish = {
      service: SERVICE,
      client: 'Harbour Bakery',
      recipient: 'OWNER',
      inviteToDashboard: true,
    } as const
    const id = await aPaidOrder(world, [wish])
    await buyer.ask(CANCEL, { id, r: SORRY, k: randomUUID() })
    await world.settled()
    const mails = await told(id, 'order-cancelled')
    expect(mails.map((mail) => mail.to)).toEqual([BUYER, BAKER])
    expect(mails[1]?.subject).toBe('The work for Harbour Bakery has ended')
    expect(mails[1]?.text).not.toMatch(AMOUNT)
    expect(mails[1]?.text).not.toContain(SORRY)
  })

  test('by us at work tells each who had tasks on it which of them ended, and the buyer what goes back', async () => {
    const id = await anOrderAtWork(world)
    const busy = await workers(id)
    await admin.ask(CANCEL, { id, r: 'We cannot do this after all.', a: '10000', k: randomUUID() })
    await world.settled()
    const mails = await told(id, 'order-cancelled')
    expect(mails.map((mail) => mail.to).sort()).toEqual([BUYER, ...busy].sort())
    const own = mails.find((mail) => mail.to === BUYER)
    expect(own?.text).toContain('Wir haben ihn storniert. Unser Team nennt dafür diesen Grund: > We cannot')
    expect(own?.text).toMatch(/einen Teil dessen zurück, was Sie bezahlt haben: \S+ ?\S+, auf/)
    for (const mail of mails.filter(({ to }) => to !== BUYER)) {
      expect(mail.subject).toMatch(/^Please stop: order W-\d+ was cancelled$/)
      expect(mail.text).toMatch(/have ended with it -+ \* \S/)
      expect(mail.text).not.toMatch(AMOUNT)
    }
  })

  test('because it was not paid tells nobody but who placed it', async () => {
    const [id] = await placeOrders(buyer, [{ service: SERVICE, client: 'Harbour Bakery' }])
    await world.move(HOUR)
    await world.settled()
    expect(await told(id!, 'order-cancelled')).toMatchObject([
      { to: BUYER, text: expect.stringContaining('nicht rechtzeitig bezahlt') },
    ])
  })
})

describe('an onboarding request', () => {
  test('that goes to somebody else asks them, and tells whoever was asked before that nothing is left to do', async () => {
    const { id, orderId } = await anOnboarding(world)
    const { owner } = await shopOf(buyer)
    const CHANGE = 'mutation($id: ID!, $c: ID!) { changeOnboardingRecipient(id: $id, contactId: $c) { id } }'
    await buyer.ask(CHANGE, { id, c: owner.id })
    await world.settled()
    expect(await told(orderId, 'onboarding-recipient-changed')).toMatchObject([
      { to: BAKER, subject: `${SERVICE}: you need to do nothing any more` },
    ])
    expect((await told(orderId, 'onboarding-request')).map((mail) => mail.to)).toEqual([BAKER, BUYER])
  })

  test('that we do without tells the recipient and who placed the order, with the reason', async () => {
    const { id, orderId } = await anOnboarding(world)
    const WAIVE = 'mutation($id: ID!, $r: String!) { waiveOnboarding(id: $id, reason: $r) { status } }'
    const REOPEN = 'mutation($id: ID!, $r: String!) { reopenOnboarding(id: $id, reason: $r) { status } }'
    await admin.ask(WAIVE, { id, r: 'We have it all from last year.' })
    await world.settled()
    const mails = await told(orderId, 'onboarding-waived')
    expect(mails.map((mail) => mail.to).sort()).toEqual([BUYER, BAKER].sort())
    for (const mail of mails) expect(mail.text).toContain('We have it all from last year.')
    await admin.ask(REOPEN, { id, r: 'The opening hours have changed.' })
    await world.settled()
    const reopened = await told(orderId, 'onboarding-changes-requested')
    const baker = reopened.find((mail) => mail.to === BAKER)
    expect(baker?.text).toContain('A question has come up')
    expect(baker?.text).toContain('The form as a whole: The opening hours have changed.')
    expect(reopened.find((mail) => mail.to === BUYER)?.text).toContain('Es hat sich eine Frage ergeben')
  })
})

test('every mail on the way was taken', async () => {
  expect(await world.rows(`select template, state, last_error from mails where state <> 'TAKEN'`)).toEqual([])
})
