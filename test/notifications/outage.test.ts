import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mailroom } from '../../api/notifications/mailroom.js'
import { PAUSES_S } from '../../api/notifications/send-mail.task.js'
import { aPaidOrder } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { type Behaviour, type MailServer, startMailServer } from './mail-server.js'

const MINUTE = 60_000
const MAILS = 500
const ORDERS = 24
/** What is written within a minute is told in one mail to each reader. */
const GATHERED = MINUTE + 1000
const POST = 'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: BUYER) { id } }'

let world: World
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
  world = await openWorld({ SMTP_URL: server.url, SMTP_TIMEOUT_MS: '2000', LOG_LEVEL: 'silent' })
  listenToTheMailer()
})
afterAll(async () => {
  await world.close()
  await server.stop()
})

/** How often our side heard of each mail that it was taken. */
const heard = new Map<string, number>()

function listenToTheMailer(): void {
  const { mailer } = mailroom.bound
  const deliver: typeof mailer.deliver = async (mail) => {
    const said = await mailer.deliver(mail)
    heard.set(mail.messageId!, (heard.get(mail.messageId!) ?? 0) + 1)
    return said
  }
  mailroom.bind({ ...mailroom.bound, mailer: { ...mailer, deliver } })
}

interface Counted {
  readonly state: string
  readonly mails: number
  readonly tries: number
}
const counted = () =>
  world.rows<Counted>(
    'select state, count(*)::int as mails, max(attempts) as tries from mails group by 1 order by 1',
  )
const ofState = async (state: string) => (await counted()).find((count) => count.state === state)?.mails ?? 0

/** The same port again: what a mail server does that comes back. */
async function restart(next: () => Behaviour): Promise<void> {
  const port = Number(new URL(server.url).port)
  const { received } = server
  server = await startMailServer(port)
  server.received.push(...received)
  server.next = next
}

test('the mail server is away for an hour: 500 mails, none lost, doubles only after DATA', async () => {
  await server.stop()
  await write500()
  expect(await ofState('QUEUED')).toBeGreaterThanOrEqual(MAILS)
  expect(await ofState('TAKEN')).toBe(0)

  await world.move(25 * MINUTE) // nothing listens
  await restart(() => 'busy')
  await world.move(15 * MINUTE) // it greets with 421
  server.next = () => 'hang'
  await world.move(20 * MINUTE) // it takes lines, and says nothing
  expect((await counted()).map(({ state }) => state)).toEqual(['QUEUED'])
  expect(server.received).toEqual([])

  let turn = 0
  server.next = () => (turn++ % 12 === 5 ? 'drop after DATA' : 'take')
  await world.move(HOUR)
  await world.settled()
  const mails = await world.rows<{ id: string; message_id: string; recipient_id: string; order_id: string }>(
    'select * from mails order by queued_at, id',
  )
  const arrivals = Map.groupBy(server.received, (got) => got.messageId)
  const lost = mails.filter((mail) => !arrivals.has(mail.message_id))
  const doubled = server.received.length - arrivals.size
  expect(lost).toEqual([])
  expect((await counted()).map(({ state }) => state)).toEqual(['TAKEN'])
  expect([...arrivals.keys()].toSorted()).toEqual(mails.map((mail) => mail.message_id).toSorted())
  // What we heard was taken never goes out again: doubles are those alone of which we could not hear it.
  expect([...heard.values()].filter((times) => times !== 1)).toEqual([])
  expect([...heard.keys()].toSorted()).toEqual([...arrivals.keys()].toSorted())
  expect(doubled).toBeGreaterThanOrEqual(server.received.filter((got) => got.dropped).length)
  expect(doubled).toBeGreaterThan(MAILS / 20)
  expect((await counted())[0]!.tries).toBeLessThan(PAUSES_S.length)
  expectInOrder(mails)
}, 600_000)

/** Orders paid and talked about, told by the real routes into the real queue, while nothing takes a mail. */
async function write500(): Promise<void> {
  const orders: string[] = []
  for (let i = 0; i < ORDERS; i++) orders.push(await aPaidOrder(world))
  const [buyer, team] = [await world.as('agency@demo.test'), await world.as('support@demo.test')]
  for (let round = 0; (await ofState('QUEUED')) < MAILS && round < 20; round++) {
    const each = orders.map((o) => ({ o, b: `Round ${round}` }))
    for (const writer of [buyer, team]) await Promise.all(each.map((asked) => writer.ask(POST, asked)))
    await world.move(GATHERED)
    await world.settled()
  }
}

/** What one person is told about one order arrives in the order in which it was told. */
function expectInOrder(
  mails: readonly { message_id: string; recipient_id: string; order_id: string }[],
): void {
  const firstArrival = new Map<string, number>()
  server.received.forEach(({ messageId }, at) => {
    if (!firstArrival.has(messageId)) firstArrival.set(messageId, at)
  })
  const threads = Map.groupBy(mails, (mail) => `${mail.order_id} ${mail.recipient_id}`)
  for (const thread of threads.values()) {
    const arrived = thread.map((mail) => firstArrival.get(mail.message_id)!)
    expect(arrived).toEqual(arrived.toSorted((a, b) => a - b))
  }
}
