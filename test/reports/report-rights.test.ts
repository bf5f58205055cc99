import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportWords } from '../../api/reports/words.js'
import { ADMIN, AGENCY, BAKER } from '../onboarding/a-document.js'
import { anOrderAtWork } from '../orders/a-delivery.js'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'
import {
  aDraft,
  asSaved,
  CADENCE,
  DRAFT_NOW,
  reportMails,
  reportsOf,
  SAVE,
  SEND,
  SKIP,
  type Seen,
} from './a-report.js'

const STAFF_WORDS = 'Between us: the client is difficult.'
const TO_BUYER = 'Only for the agency: our margin.'
const ASKED = 'Does the agency want to hide its name from the client?'

let world: World
let orderId: string
let draft: Seen
let sent: Seen
const as = (email: string): Promise<Caller> => world.as(email)

beforeAll(async () => {
  world = await openWorld()
  orderId = await anOrderAtWork(world)
  await talkAndAsk()
  draft = await aDraft(world, orderId)
  const admin = await as(ADMIN)
  await admin.ask(SEND, { id: draft.id })
  await world.settled()
  sent = (await reportsOf(admin, orderId)).find((report) => report.status === 'SENT')!
})
afterAll(() => world?.close())

/** Words for the team alone and for the agency alone, and a task that waits for an answer. */
async function talkAndAsk(): Promise<void> {
  const admin = await as(ADMIN)
  const post =
    'mutation($o: ID!, $b: String!, $v: Visibility!) { postMessage(orderId: $o, body: $b, visibility: $v) { id } }'
  await admin.ask(post, { o: orderId, b: STAFF_WORDS, v: 'STAFF' })
  await admin.ask(post, { o: orderId, b: TO_BUYER, v: 'BUYER' })
  const [task] = await world.rows<{ id: string; email: string }>(
    `select t.id, u.email from tasks t join users u on u.id = t.assignee_id where t.order_id = $1 and t.step_key = 'audit'`,
    [orderId],
  )
  const worker = await as(task!.email)
  await worker.ask('mutation($id: ID!) { startTask(id: $id) { id } }', { id: task!.id })
  await worker.ask(
    'mutation($id: ID!, $r: String!) { pauseTask(id: $id, reason: $r, waitingOnBuyer: true) { id } }',
    { id: task!.id, r: ASKED },
  )
}

const ONE = 'query($id: ID!) { report(id: $id) { id status } }'
const oneFor = async (email: string, id: string) => (await (await as(email)).ask(ONE, { id }))['report']

describe('a sent report is read by', () => {
  test.each([AGENCY, BAKER, ADMIN, 'support@demo.test', 'finance@demo.test'])('%s', async (email) => {
    expect(await oneFor(email, sent.id)).toEqual({ id: sent.id, status: 'SENT' })
  })

  test('those of fulfilment who work on the order, or may', async () => {
    const workers = await world.rows<{ email: string }>(
      'select distinct u.email from tasks t join users u on u.id = t.assignee_id where t.order_id = $1',
      [orderId],
    )
    for (const { email } of workers) expect(await oneFor(email, sent.id)).not.toBeNull()
  })
})

test('a sent report is nothing to a channel, to others, or to nobody', async () => {
  expect(await oneFor('channel@demo.test', sent.id)).toBeNull()
  expect(await world.caller().refused(ONE, { id: sent.id })).toMatchObject({ code: 'NOT_SIGNED_IN' })
})

test('what is planned, drafted or skipped is nothing to buyer and beneficiary', async () => {
  const admin = await as(ADMIN)
  const next = (await reportsOf(admin, orderId)).find((report) => report.status === 'DUE')!
  const { draftReport } = await admin.ask(DRAFT_NOW, { id: next.id })
  for (const email of [AGENCY, BAKER]) {
    expect(await oneFor(email, draftReport.id)).toBeNull()
    expect((await reportsOf(await as(email), orderId)).map((report) => report.id)).toEqual([sent.id])
  }
  await admin.ask(SKIP, { id: draftReport.id, r: 'Twice in a week is too much.' })
  expect(await oneFor(AGENCY, draftReport.id)).toBeNull()
})

test('buyer and beneficiary see who worked on a report as little as they may change one', async () => {
  const fields =
    'query($id: ID!) { report(id: $id) { sendAt draftedAt savedAt skipReason savedBy { name } sentBy { name } responsible { name } availableActions { name } } }'
  for (const email of [AGENCY, BAKER]) {
    const caller = await as(email)
    expect((await caller.ask(fields, { id: sent.id }))['report']).toEqual({
      sendAt: null,
      draftedAt: null,
      savedAt: null,
      skipReason: null,
      savedBy: null,
      sentBy: null,
      responsible: null,
      availableActions: [],
    })
    for (const [document, variables] of [
      [SEND, { id: sent.id }],
      [SAVE, asSaved(sent)],
      [SKIP, { id: sent.id, r: 'No.' }],
      [DRAFT_NOW, { id: sent.id }],
      [CADENCE, { o: orderId, c: 'NONE' }],
    ] as const)
      expect(await caller.refused(document, variables)).toMatchObject({ code: 'FORBIDDEN' })
  }
})

test('support and finance look on; fulfilment sends what they work on, and sees nothing of other orders', async () => {
  const admin = await as(ADMIN)
  const next = (await reportsOf(admin, orderId)).find((report) => report.status === 'DUE')!
  for (const email of ['support@demo.test', 'finance@demo.test'])
    expect(await (await as(email)).refused(DRAFT_NOW, { id: next.id })).toMatchObject({ code: 'FORBIDDEN' })
  const [worker] = await world.rows<{ email: string }>(
    'select u.email from tasks t join users u on u.id = t.assignee_id where t.order_id = $1 limit 1',
    [orderId],
  )
  await world.rows(
    `update tasks set status = 'CANCELLED', paused_at = null, waiting_on_buyer = false where order_id = $1 and assignee_id is distinct from (select id from users where email = $2)`,
    [orderId, worker!.email],
  )
  const others = ['fulfilment@demo.test', 'fulfilment2@demo.test', 'fulfilment3@demo.test'].filter(
    (email) => email !== worker!.email,
  )
  const working = await as(worker!.email)
  await working.ask(DRAFT_NOW, { id: next.id })
  const { sendReport } = await working.ask(SEND, { id: next.id })
  expect(sendReport.status).toBe('SENT')
  const [had] = await world.rows<{ emails: string[] }>(
    'select array_agg(distinct u.email) as emails from tasks t join users u on u.id = t.assignee_id where t.order_id = $1',
    [orderId],
  )
  for (const email of others.filter((other) => !had!.emails.includes(other)))
    expect(await oneFor(email, next.id)).toBeNull()
})

describe('nothing gets into a report that was not meant for its readers:', () => {
  const secrets = [
    STAFF_WORDS,
    TO_BUYER,
    ASKED,
    'Felix',
    'Hugo',
    'Grace',
    'Clara',
    'Ada Okafor',
    'our margin',
  ]

  test('no note, no talk, no reason and no name stands in its draft', async () => {
    const text = JSON.stringify({ ...draft, availableActions: [] })
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(draft.questions.map((question) => question.text)).toEqual([
      '“Audit the website” waits for an answer. The question stands on the order’s page.',
    ])
  })

  test('nor any word of money, in either language', () => {
    const talksOfMoney =
      /[€$£]|EUR|USD|GBP|price|paid|pay\b|payment|refund|bezahl|zahlung|preis|geld|erstatt/i
    for (const language of ['en', 'de']) {
      const words = Object.values(reportWords(language)).map((word) =>
        typeof word === 'function'
          ? (word as (...given: string[]) => string)('1', '1')
          : JSON.stringify(word),
      )
      expect(words.filter((word) => talksOfMoney.test(word))).toEqual([])
    }
    expect(JSON.stringify(draft.done)).not.toMatch(talksOfMoney)
  })

  test('nor in the mail', async () => {
    const [mail] = await reportMails(world, AGENCY)
    for (const secret of secrets) {
      expect(mail!.text).not.toContain(secret)
      expect(mail!.html).not.toContain(secret)
    }
  })
})

test('the mail goes to who placed the order alone', async () => {
  const got = await world.rows<{ to: string }>(
    `select to_address as "to" from mails where template = 'report' and order_id = $1`,
    [orderId],
  )
  expect(new Set(got.map((mail) => mail.to))).toEqual(new Set([AGENCY]))
})
