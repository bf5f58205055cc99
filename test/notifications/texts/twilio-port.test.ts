import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { TextTrouble, type TextProvider } from '../../../api/platform/texts/text-provider.js'
import { openTwilioTexts } from '../../../api/platform/texts/twilio/twilio-texts.js'
import { signatureOf } from './twilio-server/reports.js'
import { openTwilioServer, type TwilioServer } from './twilio-server/twilio-server.js'

const ADDRESS = 'https://waybill.example'
const SERVICE = `MG${'0'.repeat(31)}7`
const SENDING = /^POST/

let twilio: TwilioServer
let texts: TextProvider
let byService: TextProvider

beforeAll(async () => {
  twilio = await openTwilioServer()
  twilio.reports.silent = true
  const { base: apiBase, accountSid, authToken, from } = twilio
  texts = openTwilioTexts({ accountSid, authToken, from, apiBase }, ADDRESS)
  byService = openTwilioTexts({ accountSid, authToken, from: SERVICE, apiBase }, ADDRESS)
})
afterAll(() => twilio.close())
afterEach(() => void (twilio.heard.length = 0))

let count = 0
const aText = (changes: { to?: string; body?: string; validSeconds?: number } = {}) => ({
  id: `txt_${++count}`,
  to: '+491510000100',
  body: `Text number ${count}`,
  attempt: 1,
  triedSince: new Date(),
  validSeconds: 3600,
  ...changes,
})
const troubleOf = (call: Promise<unknown>) =>
  call.then(
    () => 'none',
    (error: unknown) => (error instanceof TextTrouble ? error.kind : String(error)),
  )

describe('handing over', () => {
  test('a text is taken under the provider’s id, from our number or our service', async () => {
    const sent = await texts.send(aText())
    expect(sent).toEqual({ state: 'TAKEN', providerId: expect.stringMatching(/^SM/) })
    expect(twilio.messages().at(-1)).toMatchObject({ from: twilio.from, messaging_service_sid: null })
    await byService.send(aText())
    expect(twilio.messages().at(-1)).toMatchObject({ from: null, messaging_service_sid: SERVICE })
  })

  test.each([
    ['+491510000001', 'FAILED', 'NO_SUCH_NUMBER'],
    ['+491510000002', 'FAILED', 'REGION_NOT_ALLOWED'],
    ['+491510000003', 'FAILED', 'CANNOT_TAKE_TEXTS'],
  ])('a text to %s is refused for good', async (to, state, cause) => {
    expect(await texts.send(aText({ to }))).toMatchObject({ state, cause, providerId: null })
  })

  test('a number that has answered STOP there is one that wants no texts', async () => {
    twilio.optOuts.add('+491510000200')
    expect(await texts.send(aText({ to: '+491510000200' }))).toMatchObject({
      state: 'REFUSED_OPTED_OUT',
      cause: 'OPTED_OUT',
      failure: expect.stringMatching(/^21610/),
    })
  })

  test('a body that it does not take is refused in its own words', async () => {
    const sent = await texts.send(aText({ body: 'x'.repeat(1601) }))
    expect(sent).toMatchObject({
      state: 'FAILED',
      cause: 'REFUSED',
      failure: expect.stringMatching(/^21617: /),
    })
  })

  test('it is never asked to keep a text longer, or shorter, than it can', async () => {
    expect(await texts.send(aText({ validSeconds: 0.2 }))).toMatchObject({ state: 'TAKEN' })
    expect(await texts.send(aText({ validSeconds: 99_999 }))).toMatchObject({ state: 'TAKEN' })
  })

  test.each([
    ['TOO_MANY', 'later'],
    ['SUSPENDED', 'later'],
    ['FAULT', 'unknown'],
    ['FAULT_AFTER', 'unknown'],
    ['LOST', 'unknown'],
    ['REPLY_LOST', 'unknown'],
  ] as const)('after %s it is known: %s; and the library has not tried by itself', async (fault, kind) => {
    twilio.next(SENDING, fault)
    expect(await troubleOf(texts.send(aText()))).toBe(kind)
    expect(twilio.heard.length).toBe(fault === 'LOST' ? 0 : 1)
  })

  test('where nobody listens nothing was sent', async () => {
    const { accountSid, authToken, from } = twilio
    const nobody = openTwilioTexts({ accountSid, authToken, from, apiBase: 'http://127.0.0.1:9' }, ADDRESS)
    expect(await troubleOf(nobody.send(aText()))).toBe('later')
  })

  test('with a token that is not good any more nothing was sent', async () => {
    const { accountSid, from, base: apiBase } = twilio
    const other = openTwilioTexts({ accountSid, authToken: 'e'.repeat(32), from, apiBase }, ADDRESS)
    expect(await troubleOf(other.send(aText()))).toBe('later')
  })
})

describe('asking', () => {
  test('one whose answer was lost is found by its number and its words, and no other is', async () => {
    const text = aText({ to: '+491510000101' })
    twilio.next(SENDING, 'REPLY_LOST')
    expect(await troubleOf(texts.send(text))).toBe('unknown')
    await texts.send(aText({ to: '+491510000101' }))
    expect(await texts.find(text)).toMatchObject({ state: 'DELIVERED', providerId: expect.any(String) })
    expect(await texts.find(aText({ to: '+491510000101', body: 'Never sent' }))).toBeUndefined()
  })

  test('it is found behind many others, page by page', async () => {
    const text = aText({ to: '+491510000102' })
    const { providerId } = await texts.send(text)
    for (let i = 0; i < 60; i++) await texts.send(aText({ to: '+491510000102' }))
    expect(await texts.find(text)).toMatchObject({ providerId })
  })

  test('the same words of an earlier day are another text', async () => {
    const text = aText({ to: '+491510000103' })
    await texts.send(text)
    const tomorrow = new Date(Date.now() + 86_400_000)
    expect(await texts.find({ ...text, triedSince: tomorrow })).toBeUndefined()
  })

  test('its fate is told in our words', async () => {
    const fateOf = async (to: string) => {
      const { providerId } = await texts.send(aText({ to }))
      return texts.ask({ providerId: providerId!, to })
    }
    expect(await fateOf('+491510000100')).toEqual({ state: 'DELIVERED' })
    expect(await fateOf('+491510000013')).toEqual({ state: 'SENT' })
    expect(await fateOf('+491510000015')).toEqual({ state: 'TAKEN' })
    expect(await fateOf('+491510000011')).toEqual({
      state: 'UNDELIVERED',
      cause: 'OUT_OF_REACH',
      failure: '30003',
    })
    expect(await fateOf('+491510000014')).toEqual({ state: 'FAILED', cause: 'BLOCKED', failure: '30034' })
  })

  test('who could not be asked has told nothing', async () => {
    twilio.next(/^GET/, 'FAULT', 'LOST')
    expect(await troubleOf(texts.find(aText()))).toBe('unknown')
    expect(await troubleOf(texts.ask({ providerId: 'SM1', to: '+491510000100' }))).toBe('unknown')
  })
})

describe('what comes in', () => {
  const path = '/texts/twilio/status?text=txt_1'
  const report = (changes: Record<string, string> = {}) => ({
    AccountSid: twilio.accountSid,
    MessageSid: 'SM1',
    MessageStatus: 'delivered',
    To: '+491510000100',
    ...changes,
  })
  const signed = (form: Record<string, string>, at = path, token = twilio.authToken) => ({
    path: at,
    form,
    headers: { 'x-twilio-signature': signatureOf(token, ADDRESS + at, form) },
  })

  test('a signed report names our text and what became of it', () => {
    expect(texts.read('status', signed(report()))).toEqual({
      about: 'TEXT',
      textId: 'txt_1',
      providerId: 'SM1',
      fate: { state: 'DELIVERED' },
    })
    const undelivered = report({ MessageStatus: 'undelivered', ErrorCode: '30005' })
    expect(texts.read('status', signed(undelivered))).toMatchObject({
      fate: { state: 'UNDELIVERED', cause: 'NO_SUCH_NUMBER', failure: '30005' },
    })
  })

  test('what is unsigned, changed, signed for another address or account, or by somebody else is nothing', () => {
    const good = signed(report())
    const read = (changes: object) => texts.read('status', { ...good, ...changes })
    expect(read({ headers: {} })).toBeUndefined()
    expect(read({ form: report({ MessageStatus: 'failed' }) })).toBeUndefined()
    expect(read({ form: { ...report(), More: 'than was signed' } })).toBeUndefined()
    expect(read({ path: '/texts/twilio/status?text=txt_2' })).toBeUndefined()
    expect(texts.read('status', signed(report(), path, 'e'.repeat(32)))).toBeUndefined()
    const other = report({ AccountSid: `AC${'9'.repeat(32)}` })
    expect(texts.read('status', signed(other))).toBeUndefined()
  })

  test('a text to us says who wrote what, and whether the provider has dealt with it', () => {
    const at = '/texts/twilio/inbound'
    const inbound = (body: string, more = {}) =>
      texts.read(
        'inbound',
        signed(
          { AccountSid: twilio.accountSid, MessageSid: 'SM2', From: '+491510000100', Body: body, ...more },
          at,
        ),
      )
    expect(inbound('Tuesday is fine')).toMatchObject({
      about: 'REPLY',
      from: '+491510000100',
      body: 'Tuesday is fine',
      dealtWith: null,
    })
    expect(inbound(' stop ')).toMatchObject({ dealtWith: 'STOP' })
    expect(inbound('Stopp')).toMatchObject({ dealtWith: null })
    expect(inbound('basta', { OptOutType: 'STOP' })).toMatchObject({ dealtWith: 'STOP' })
  })
})
