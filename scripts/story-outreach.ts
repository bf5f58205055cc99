import {
  aFreeTime,
  type AnAppointment,
  orderAppointment,
  PAULA,
  VERBS,
} from '../test/support/appointments.js'
import { keyed } from '../test/support/verbs.js'
import type { Answer, Caller } from '../test/support/caller.js'
import { pay } from '../test/support/shopping.js'
import { type Stage, tell } from './story-house.js'
import { note, step } from './story-print.js'
import { ADMIN, BUYER, showOrder } from './story-steps.js'

const SUPPORT = 'support@demo.test'
const PAULAS = PAULA.email!
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The sandbox's number that is nobody's. */
const NOBODYS = '+15005550001'

const POST = `mutation($id: ID!, $b: String!, $k: MessageKind!) {
  postMessage(orderId: $id, body: $b, kind: $k, visibility: BUYER) { sequence } }`
const FEED = `query($id: ID!) { order(id: $id) { activity(first: 6, where: { type: { in: ["message", "status", "promise"] } }) { nodes {
  what ... on MessageEntry { kind body } ... on StatusCardEntry { standing { summary next } } } } } }`
const PROMISES = `query { inbox(first: 5) { nodes { state order { number } promise { state dueAt brokenAt late tookSeconds } } } }`

type Bought = Pick<AnAppointment, 'id' | 'orderId'>

await tell('How an appointment comes about, and what everybody hears of it', async (stage) => {
  await byDay(stage)
  await confirmed(stage)
  await unconfirmed(stage)
  await unreachable(stage)
  await stopped(stage)
  await asked(stage)
  await asleep(stage)
})

async function confirmed(stage: Stage): Promise<void> {
  step('The agency buys an appointment with a seller: the task to reach her is there in the same second')
  const bought = await anAppointment(stage)
  const [buyer, support] = [await stage.as(BUYER), await stage.as(SUPPORT)]
  const { tasks } = await support.ask(
    'query { tasks(where: { status: { in: [OPEN] } }) { nodes { title role } } }',
  )
  for (const { title, role } of tasks.nodes) note(`  ☐ ${title} (${role})`)
  step('Our team begins: the buyer is told. A text goes out, with a link that needs no account')
  await take(stage, support, 'start', bought)
  await take(stage, support, 'attempt', bought, { kind: 'TEXT' })
  await take(stage, support, 'attempt', bought, { kind: 'MAIL' })
  await heard(stage, bought)
  step('The seller follows her link and takes a time: everybody is told, with an entry for their calendars')
  const startsAt = await aFreeTime(stage)
  const paula = await stage.byAppointmentLink(PAULAS)
  await take(stage, paula, 'confirm', bought, { s: startsAt.toISOString(), p: 'At the house' })
  await showOrder(buyer, bought.orderId)
  await heard(stage, bought)
  step('A day before, and two hours before, everybody is reminded')
  await moveTo(stage, startsAt)
  await heard(stage, bought)
  step('It took place: what was paid is earned')
  await take(stage, support, 'attended', bought)
  await showOrder(buyer, bought.orderId)
}

async function unconfirmed(stage: Stage): Promise<void> {
  await byDay(stage)
  step('She does not answer: the buyer is told so, and that a text was sent, for one really was')
  const support = await stage.as(SUPPORT)
  const reached = await anAppointment(stage)
  await take(stage, support, 'start', reached)
  await take(stage, support, 'attempt', reached, { kind: 'CALL', o: 'NO_ANSWER' })
  await take(stage, support, 'unconfirm', reached)
  await heard(stage, reached)
  step('Another one has a number that is nobody’s: no text was sent, and the mail does not say so')
  const other = await anAppointment(stage, { phone: NOBODYS, email: null })
  await take(stage, support, 'start', other)
  await take(stage, support, 'unconfirm', other)
  await stage.move(11 * MINUTE)
  await heard(stage, other)
}

async function unreachable(stage: Stage): Promise<void> {
  await byDay(stage)
  step('72 hours without success: the buyer chooses, and names somebody else')
  const [buyer, support] = [await stage.as(BUYER), await stage.as(SUPPORT)]
  const bought = await anAppointment(stage)
  await take(stage, support, 'start', bought)
  await stage.move(72 * HOUR + 3000)
  await heard(stage, bought)
  await take(stage, buyer, 'change', bought, {
    c: { ...PAULA, name: 'Peter Seller', email: 'peter@seller.test' },
  })
  await showOrder(buyer, bought.orderId, false)
  step('Nobody answers him either, and the buyer calls it off: all of the money goes back')
  await take(stage, buyer, 'cancel', bought, { r: 'We found another house.' })
  await showOrder(buyer, bought.orderId)
  await heard(stage, bought)
}

async function stopped(stage: Stage): Promise<void> {
  await byDay(stage)
  step('“STOP” from her phone ends the texts: the next attempt by text is refused')
  const support = await stage.as(SUPPORT)
  const bought = await anAppointment(stage, { phone: '+4930901899' })
  await take(stage, support, 'start', bought)
  const { textFromPhone } = await support.ask(
    'mutation($f: String!) { textFromPhone(from: $f, body: "STOP") { kind answer } }',
    { f: '+4930901899' },
  )
  note(`  ☎ to us: STOP, taken for ${textFromPhone.kind}`)
  const refusal = await support.refused(VERBS.attempt, keyed({ id: bought.id, kind: 'TEXT' }))
  note(`  ${refusal['code']}: ${JSON.stringify(refusal['fields'])}`)
}

async function asked(stage: Stage): Promise<void> {
  step('The buyer asks where it stands: a card answers at once; a person answers within 20 minutes')
  const [buyer, support] = [await stage.as(BUYER), await stage.as(SUPPORT)]
  const { orderId } = await anAppointment(stage)
  await buyer.ask(POST, { id: orderId, b: '', k: 'STATUS_REQUEST' })
  await stage.settled()
  await stage.move(8 * MINUTE)
  await support.ask(POST, { id: orderId, b: 'We are calling her this afternoon.', k: 'MESSAGE' })
  await feed(stage, buyer, orderId)
  step(
    'At 10 minutes our team is warned, at 20 the promise is broken: that escalates, and a late answer stays late',
  )
  await buyer.ask(POST, { id: orderId, b: 'Did you reach her?', k: 'QUESTION' })
  await stage.move(10 * MINUTE + 3000)
  await stage.mailboxes(SUPPORT, ADMIN)
  await stage.move(10 * MINUTE)
  await stage.mailboxes(SUPPORT, ADMIN)
  await support.ask(POST, { id: orderId, b: 'Yes: she looks at her calendar.', k: 'MESSAGE' })
  await feed(stage, buyer, orderId)
}

async function asleep(stage: Stage): Promise<void> {
  step('No worker runs while it breaks: it escalates once when they are back, with the true time')
  const buyer = await stage.as(BUYER)
  const { orderId } = await anAppointment(stage)
  await buyer.ask(POST, { id: orderId, b: 'Is anybody there?', k: 'QUESTION' })
  await stage.withoutWorkers(2 * HOUR, async () => undefined)
  await stage.mailboxes(SUPPORT, ADMIN)
  const { inbox } = await (await stage.as(SUPPORT)).ask(PROMISES)
  for (const { state, order, promise } of inbox.nodes.filter((entry: Answer) => entry['promise']))
    note(`  ${order.number}: ${state}, due ${promise.dueAt}, broken ${promise.brokenAt ?? 'not'}`)
}

/** The agency buys an appointment with Paula Seller, or with somebody like her, and pays. */
async function anAppointment(stage: Stage, counterpart = {}): Promise<Bought> {
  const buyer = await stage.as(BUYER)
  const orderId = await orderAppointment(buyer, { counterpart })
  await pay(buyer, orderId)
  await stage.settled()
  await showOrder(buyer, orderId, false)
  const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { appointment { id } } }', {
    id: orderId,
  })
  return { orderId, id: order.appointment.id }
}

async function take(
  stage: Stage,
  who: Caller,
  verb: keyof typeof VERBS,
  { id }: Bought,
  more: Answer = {},
): Promise<void> {
  const [name, appointment] = Object.entries(await who.ask(VERBS[verb], keyed({ id, ...more })))[0]!
  await stage.settled()
  note(`  ${name}: ${(appointment as Answer)['status']}`)
}

/** What buyer and counterpart have had of an appointment, by mail and by text. */
async function heard(stage: Stage, { id }: Bought): Promise<void> {
  await stage.mailboxes(BUYER, PAULAS)
  await stage.phones(id)
}

/** The last of what was said, as the buyer reads it, and what they were mailed of it. */
async function feed(stage: Stage, buyer: Caller, orderId: string): Promise<void> {
  await stage.move(2 * MINUTE)
  await stage.mailboxes(BUYER)
  const { order } = await buyer.ask(FEED, { id: orderId })
  for (const { what, kind, body, standing } of order.activity.nodes.toReversed())
    note(`  ${what} ${kind ?? ''} ${body ?? (standing ? `${standing.summary} ${standing.next ?? ''}` : '')}`)
}

/** On to ten o'clock of the next working day: texts are not sent at night. */
async function byDay(stage: Stage): Promise<void> {
  const [clock] = await stage.rows<{ now: Date }>('select app_now() as now')
  const day = new Date(clock!.now)
  const today = new Date(day)
  day.setUTCHours(9, 0, 0, 0)
  while (day <= today || day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1)
  await stage.move(day.getTime() - today.getTime())
  await stage.mailboxes(SUPPORT, ADMIN)
}

async function moveTo(stage: Stage, moment: Date): Promise<void> {
  const [clock] = await stage.rows<{ now: Date }>('select app_now() as now')
  await stage.move(moment.getTime() - new Date(clock!.now).getTime() + 1000)
}
