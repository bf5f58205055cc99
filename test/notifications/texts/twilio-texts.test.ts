import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { SUPPORT } from '../../support/appointments.js'
import { HOUR } from '../../support/world.js'
import { takeText } from '../../../api/notifications/texts/take-text.js'
import { system } from '../../../api/lib/viewer.js'
import { transaction } from '../../../api/platform/transaction.js'
import { byDay, deliveriesOf, textsOf, textThem, withNumber } from './text-world.js'
import { openTwilioWorld, type TwilioWorld } from './twilio-world.js'

const SENDING = /^POST .*\/Messages\.json$/
const ASKING = /^GET .*\/Messages\/SM/
const MINUTE = 60_000

let of: TwilioWorld

beforeAll(async () => {
  of = await openTwilioWorld()
})
afterAll(() => of.close())
beforeEach(async () => {
  const { reports } = of.twilio
  Object.assign(reports, { copies: 1, held: false, silent: false })
  reports.answers.length = 0
  await byDay(of.world)
})

let numbers = 0
const aNumber = () => `+49151${String(4_000_000 + ++numbers)}`
const at = (phone: string) => of.twilio.messages().filter(({ to }) => to === phone)

/** Support texts a counterpart with this number. */
async function texted(phone: string) {
  const appointment = await withNumber(of.world, phone)
  await textThem(of.world, appointment)
  await of.quiet()
  const text = async () => (await textsOf(of.world, appointment))[0]!
  const delivery = async () => (await deliveriesOf(of.world, appointment))[0]
  return { appointment, text, delivery }
}

test('a text goes out by the provider, and its reports bring it to the phone', async () => {
  const phone = aNumber()
  const { text, delivery } = await texted(phone)
  const [message] = at(phone)
  expect(await text()).toMatchObject({
    state: 'DELIVERED',
    provider_id: message!.sid,
    sealed_token: null,
    attempts: 1,
  })
  expect(message!.body).toMatch(/#token=[\w-]{43}/)
  expect(await delivery()).toBe('DELIVERED')
  expect(of.twilio.reports.answers.map(({ status }) => status)).toEqual([204, 204, 204])
})

test.each([
  ['+491510000011', 'UNDELIVERED', 'OUT_OF_REACH', '30003', 'FAILED'],
  ['+491510000012', 'UNDELIVERED', 'BLOCKED', '30007', 'FAILED'],
  ['+491510000014', 'FAILED', 'BLOCKED', '30034', 'FAILED'],
  ['+491510000013', 'SENT', null, null, 'SENT'],
  ['+491510000015', 'QUEUED', null, null, 'QUEUED'],
])('%s ends %s, as the provider reports', async (phone, state, cause, failure, delivery) => {
  const sent = await texted(phone)
  expect(await sent.text()).toMatchObject({ state, cause, failure })
  expect(await sent.delivery()).toBe(delivery)
})

test('reports backwards, twice, and late: what is known better stays', async () => {
  const { reports } = of.twilio
  Object.assign(reports, { held: true, copies: 2 })
  const phone = aNumber()
  const { text, delivery } = await texted(phone)
  expect((await text()).state).toBe('QUEUED')
  await reports.release('backwards')
  expect(await text()).toMatchObject({ state: 'DELIVERED' })
  of.twilio.goes(at(phone)[0]!.sid, 'sent')
  of.twilio.goes(at(phone)[0]!.sid, 'undelivered', 30_003)
  await reports.release()
  await of.quiet()
  expect(await text()).toMatchObject({ state: 'DELIVERED', cause: null })
  expect(await delivery()).toBe('DELIVERED')
})

test('one that was said not to have arrived, and did after all, has arrived', async () => {
  const { text, delivery } = await texted('+491510000011')
  expect((await text()).state).toBe('UNDELIVERED')
  of.twilio.goes((await text()).provider_id!, 'delivered')
  await of.quiet()
  expect(await text()).toMatchObject({ state: 'DELIVERED', cause: null })
  expect(await delivery()).toBe('DELIVERED')
})

test('forged reports are answered 401 and change nothing', async () => {
  const { text } = await texted('+491510000013')
  const { id, provider_id: sid } = await text()
  const form = { AccountSid: of.twilio.accountSid, MessageSid: sid!, MessageStatus: 'delivered' }
  const post = (headers: Record<string, string>) =>
    fetch(`${of.world.address}/texts/twilio/status?text=${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form),
    })
  expect((await post({})).status).toBe(401)
  expect((await post({ 'x-twilio-signature': 'bm9uc2Vuc2U=' })).status).toBe(401)
  expect((await text()).state).toBe('SENT')
})

test('a report about a text that is not ours changes nothing and is taken', async () => {
  of.twilio.reports.send(`${of.world.address}/texts/twilio/status?text=txt_unknown`, {
    AccountSid: of.twilio.accountSid,
    MessageSid: 'SMother',
    MessageStatus: 'delivered',
  })
  await of.quiet()
  expect(of.twilio.reports.answers).toEqual([{ status: 204, body: '' }])
})

test('where no report comes, the provider is asked', async () => {
  of.twilio.reports.silent = true
  const { text, delivery } = await texted(aNumber())
  expect((await text()).state).toBe('QUEUED')
  of.twilio.next(ASKING, 'FAULT')
  await of.world.move(5 * MINUTE)
  await of.quiet()
  expect((await text()).state).toBe('DELIVERED')
  expect(await delivery()).toBe('DELIVERED')
})

test('one of which the provider never says that it went out has failed in the end', async () => {
  const { text, delivery } = await texted('+491510000015')
  await of.world.move(120 * HOUR)
  await of.quiet()
  expect(await text()).toMatchObject({ state: 'FAILED', cause: 'UNKNOWN', try_at: null })
  expect(await delivery()).toBe('FAILED')
})

test('the answer of the provider is lost: its reports tell, or it is asked; never is it sent twice', async () => {
  const phone = aNumber()
  of.twilio.next(SENDING, 'REPLY_LOST')
  const { text } = await texted(phone)
  expect((await text()).state).toBe('DELIVERED')
  expect(at(phone)).toHaveLength(1)

  const other = aNumber()
  of.twilio.reports.silent = true
  of.twilio.next(SENDING, 'FAULT_AFTER')
  const second = await texted(other)
  expect(await second.text()).toMatchObject({ state: 'QUEUED', provider_id: null })
  await of.world.move(2 * MINUTE)
  await of.quiet()
  expect((await second.text()).state).toBe('DELIVERED')
  expect(at(other)).toHaveLength(1)
})

test('the line broke before it was heard: it is asked for, found missing, and sent with the same words', async () => {
  const phone = aNumber()
  of.twilio.next(SENDING, 'LOST')
  const { text } = await texted(phone)
  expect(at(phone)).toHaveLength(0)
  await of.world.move(2 * MINUTE)
  await of.quiet()
  expect(await text()).toMatchObject({ state: 'DELIVERED', attempts: 2 })
  expect(at(phone)).toHaveLength(1)
})

test('an outage of an hour loses nothing and doubles nothing', async () => {
  const phone = aNumber()
  of.twilio.next(SENDING, ...Array<'TOO_MANY'>(9).fill('TOO_MANY'))
  const { text } = await texted(phone)
  expect((await text()).state).toBe('QUEUED')
  await of.world.move(HOUR)
  await of.quiet()
  expect((await text()).state).toBe('DELIVERED')
  expect(at(phone)).toHaveLength(1)
})

test('a worker dies with a text in hand: whoever takes it asks first, whether it was sent or not', async () => {
  const { world, twilio } = of
  twilio.reports.silent = true
  for (const wasSent of [true, false]) {
    const phone = aNumber()
    twilio.next(SENDING, 'TOO_MANY')
    const { text } = await texted(phone)
    const inHand = await transaction(world.running.house, system('test'), async (tx) =>
      takeText(tx, (await text()).id),
    )
    expect(inHand).toMatchObject({ isUnknown: false, toNumber: phone })
    if (wasSent) await sendAsDead(inHand!.body, phone)
    await world.rows('update texts set in_hand_until = now() where id = $1', [inHand!.id])
    await world.move(3 * MINUTE)
    await of.quiet()
    await world.move(10 * MINUTE)
    await of.quiet()
    expect(await text()).toMatchObject({ state: 'DELIVERED' })
    expect(at(phone)).toHaveLength(1)
  }
})

/** What the worker that died had asked of the provider. */
async function sendAsDead(body: string, phone: string): Promise<void> {
  const { base, accountSid, authToken, from } = of.twilio
  await fetch(`${base}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
    body: new URLSearchParams({ To: phone, From: from, Body: body }),
  })
}

test('a number that opted out at the provider alone is not tried again', async () => {
  const phone = aNumber()
  of.twilio.optOuts.add(phone)
  const { text, delivery, appointment } = await texted(phone)
  expect(await text()).toMatchObject({ state: 'REFUSED_OPTED_OUT', failure: expect.stringMatching(/^21610/) })
  expect(await delivery()).toBe('REFUSED_OPTED_OUT')
  const { appointment: seen } = await (
    await of.world.as(SUPPORT)
  ).ask('query($id: ID!) { appointment(id: $id) { counterpart { optedOut } } }', { id: appointment.id })
  expect(seen.counterpart.optedOut).toBe(true)
})
