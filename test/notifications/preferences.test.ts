import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mailKinds } from '../../api/notifications/mail-kinds.js'
import { mailroom } from '../../api/notifications/mailroom.js'
import { routes } from '../../api/notifications/routes.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { joins } from '../support/joins.js'
import { openWorld, type World } from '../support/world.js'

let world: World
let order: string

beforeAll(async () => {
  world = await openWorld()
  order = await aPaidOrder(world)
})
afterAll(() => world.close())

const SET =
  'mutation($k: MailKind!, $on: Boolean!) { setMailPreference(kind: $k, on: $on) { kind isOn canBeSwitched } }'
const BY_LINK =
  'mutation($t: String!, $k: MailKind!, $on: Boolean!) { setMailPreferenceByLink(token: $t, kind: $k, on: $on) { kind isOn } }'
const POST = 'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: BUYER) { id } }'
const ownerOfAgency = async () =>
  (await world.rows<{ id: string }>(`select id from contacts where email = 'agency@demo.test'`))[0]!.id
const isOn = async (kind: string, recipient: string) =>
  (
    await world.rows(`select 1 from mail_preferences where recipient_id = $1 and kind = $2 and not is_on`, [
      recipient,
      kind,
    ])
  ).length === 0
/** After about a minute what was written is told. */
const aMinute = async () => {
  await world.settled()
  await world.move(61_000)
  await world.settled()
}
const messagesTo = async (email: string) =>
  (await world.inbox(email)).filter((mail) => mail.template === 'message-posted')

test('a member sees every kind that concerns them; what belongs to an order can be seen, and not switched off', async () => {
  const buyer = await world.as('agency@demo.test')
  const { mailPreferences } = await buyer.ask('{ mailPreferences { kind about isOn canBeSwitched } }')
  expect(mailPreferences.map((choice: { kind: string }) => choice.kind)).toEqual([
    'CONTRACT',
    'ACCESS',
    'REPORTS',
    'REMINDERS',
    'CONVERSATION',
  ])
  expect(mailPreferences[0]).toEqual({
    kind: 'CONTRACT',
    about: mailKinds.CONTRACT.doc,
    isOn: true,
    canBeSwitched: false,
  })
  expect(await buyer.refused(SET, { k: 'CONTRACT', on: false })).toMatchObject({
    code: 'VALIDATION',
    fields: [{ path: 'kind' }],
  })
  expect(await world.caller().refused(SET, { k: 'REPORTS', on: false })).toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
})

test('who switched messages off gets none, and it is written down why; switched on again they come', async () => {
  const [buyer, support] = [await world.as('agency@demo.test'), await world.as('support@demo.test')]
  await buyer.ask(SET, { k: 'CONVERSATION', on: false })
  await support.ask(POST, { o: order, b: 'Not by mail' })
  await aMinute()
  expect(await messagesTo('agency@demo.test')).toEqual([])
  const withheld = await world.rows(
    `select template, kind, reason, recipient_id, order_id from mails_withheld`,
  )
  expect(withheld).toEqual([
    {
      template: 'message-posted',
      kind: 'CONVERSATION',
      reason: 'Switched off by its recipient.',
      recipient_id: await ownerOfAgency(),
      order_id: order,
    },
  ])
  await buyer.ask(SET, { k: 'CONVERSATION', on: true })
  await support.ask(POST, { o: order, b: 'By mail' })
  await aMinute()
  expect(await messagesTo('agency@demo.test')).toHaveLength(1)
})

test('a mail that may be switched off says where, in its small print; one of the order itself does not', async () => {
  const [message] = await messagesTo('agency@demo.test')
  const link = message!.links.find((href) => href.includes('/portal/preferences'))
  expect(message!.html).toContain(link!)
  const token = new URLSearchParams(new URL(link!).hash.slice(1)).get('token')!
  const anybody = world.caller()
  const seen = await anybody.ask('query($t: String!) { mailPreferencesByLink(token: $t) { kind isOn } }', {
    t: token,
  })
  expect(seen['mailPreferencesByLink']).toHaveLength(5)
  const { setMailPreferenceByLink } = await anybody.ask(BY_LINK, { t: token, k: 'REMINDERS', on: false })
  expect(setMailPreferenceByLink).toContainEqual({ kind: 'REMINDERS', isOn: false })
  expect(await isOn('REMINDERS', await ownerOfAgency())).toBe(false)
  const receipt = (await world.inbox('agency@demo.test')).find((mail) => mail.template === 'order-receipt')!
  expect(receipt.html).not.toContain('/portal/preferences')
})

test('a link that somebody made up opens nothing', async () => {
  const id = await ownerOfAgency()
  for (const token of [
    '',
    id,
    `${id}.${'0'.repeat(32)}`,
    mailroom.bound.preferences.oneClick(id, 'REPORTS').split('/').at(-1)!,
  ]) {
    expect(
      await world
        .caller()
        .ask('query($t: String!) { mailPreferencesByLink(token: $t) { kind } }', { t: token }),
    ).toEqual({ mailPreferencesByLink: null })
    expect(await world.caller().refused(BY_LINK, { t: token, k: 'REPORTS', on: false })).toMatchObject({
      code: 'LINK_ENDED',
    })
  }
})

test('one click in a mail program is a POST; whoever only opens the address changes nothing and is shown the page', async () => {
  const id = await ownerOfAgency()
  const path = new URL(mailroom.bound.preferences.oneClick(id, 'REPORTS')).pathname
  const send = (init: RequestInit, at = path) =>
    fetch(`${world.address}${at}`, { redirect: 'manual', ...init })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  const opened = await send({})
  expect([opened.status, opened.headers.get('location')]).toEqual([303, mailroom.bound.preferences.page(id)])
  expect((await send({ method: 'HEAD' })).status).not.toBe(200)
  expect((await send({ method: 'POST', headers: form, body: 'something=else' })).status).toBe(400)
  expect(
    (await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status,
  ).toBe(415)
  const forged = `${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`
  expect(
    (await send({ method: 'POST', headers: form, body: 'List-Unsubscribe=One-Click' }, forged)).status,
  ).toBe(404)
  expect(await isOn('REPORTS', id)).toBe(true)

  expect((await send({ method: 'POST', headers: form, body: 'List-Unsubscribe=One-Click' })).status).toBe(200)
  expect(await isOn('REPORTS', id)).toBe(false)
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  expect((await send({ method: 'POST', body })).status).toBe(200)
})

test('the team has choices of its own; an alarm always comes', async () => {
  const admin = await world.as('admin@demo.test')
  const { mailPreferences } = await admin.ask('{ mailPreferences { kind canBeSwitched } }')
  expect(mailPreferences).toEqual(
    [
      ['CONTRACT', false],
      ['ACCESS', false],
      ['CONVERSATION', true],
      ['TASKS', true],
      ['VERIFICATION', true],
      ['ALARMS', false],
    ].map(([kind, canBeSwitched]) => ({ kind, canBeSwitched })),
  )
  expect(await admin.refused(SET, { k: 'ALARMS', on: false })).toMatchObject({ code: 'VALIDATION' })
})

test('whoever looks after a channel may switch mails about its campaigns off, unless they own it', async () => {
  const owner = await world.as('channel@demo.test')
  const campaigns = async (caller: Caller) => {
    const { mailPreferences } = await caller.ask('{ mailPreferences { kind isOn canBeSwitched } }')
    return mailPreferences.filter((choice: { kind: string }) => choice.kind === 'CAMPAIGNS')
  }
  expect(await campaigns(owner)).toEqual([{ kind: 'CAMPAIGNS', isOn: true, canBeSwitched: false }])
  expect(await owner.refused(SET, { k: 'CAMPAIGNS', on: false })).toMatchObject({ code: 'VALIDATION' })
  const buyer = await world.as('agency@demo.test')
  expect(await campaigns(buyer)).toEqual([])
  expect(await buyer.refused(SET, { k: 'CAMPAIGNS', on: false })).toMatchObject({ code: 'VALIDATION' })

  const email = 'mel@signal-street.test'
  await joins(world, { name: 'Mel Member', email, role: 'MEMBER', of: 'channel@demo.test' })
  const member = await world.as(email)
  expect(await campaigns(member)).toEqual([{ kind: 'CAMPAIGNS', isOn: true, canBeSwitched: true }])
  await member.ask(SET, { k: 'CAMPAIGNS', on: false })
  expect(await campaigns(member)).toEqual([{ kind: 'CAMPAIGNS', isOn: false, canBeSwitched: true }])
  await world.rows(
    `update members set role = 'OWNER' where contact_id = (select id from contacts where email = $1)`,
    [email],
  )
  expect(await campaigns(member)).toEqual([{ kind: 'CAMPAIGNS', isOn: true, canBeSwitched: false }])
})

test('nothing that an article promises can be switched off', async () => {
  const { mailKindOf } = await import('../../api/notifications/mail-kinds.js')
  const switchable = new Set(
    Object.values(routes)
      .flat()
      .map((route) => route.template)
      .filter((template) => mailKinds[mailKindOf(template)].canBeSwitched),
  )
  expect([...switchable].toSorted()).toEqual(
    [
      'creatives-missing',
      'message-posted',
      'onboarding-reminder',
      'onboarding-submitted',
      'report',
      'task-delegated',
      'task-due-soon',
      'task-overdue',
    ].filter((template) => template !== 'report' || switchable.has('report')),
  )
})
