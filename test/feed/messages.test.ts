import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Answer, Caller } from '../support/caller.js'
import { sendFile } from '../support/onboarding-form.js'
import { type FeedPeople, openFeed, POST } from './feed-people.js'

let feed: FeedPeople
beforeAll(async () => {
  feed = await openFeed()
})
afterAll(() => feed?.world.close())

const READ = `query($id: ID!) { order(id: $id) { activity(first: 100) { nodes {
  id sequence what __typename visibility
  ... on MessageEntry { kind body attachments { id name downloadUrl } mentions { name } }
  ... on StatusCardEntry { answersMessageId standing { summary next nextBy actor reach } }
} } } }`

async function entries(caller: Caller) {
  const { order } = await caller.ask(READ, { id: feed.order })
  return order.activity.nodes as Answer[]
}

describe('What somebody writes for', () => {
  test('is kept with it: a message, a question, a request for the status', async () => {
    const { buyer, say } = feed
    expect(await say(buyer, 'Good morning!')).toMatchObject({ kind: 'MESSAGE', body: 'Good morning!' })
    expect(await say(buyer, 'When does it begin?', { k: 'QUESTION' })).toMatchObject({ kind: 'QUESTION' })
    expect(await say(buyer, '', { k: 'STATUS_REQUEST' })).toMatchObject({
      kind: 'STATUS_REQUEST',
      body: '',
    })
  })

  test('a status request is answered in the same commit by a card of the present state, in the words of the order', async () => {
    const { buyer, say, world, order } = feed
    const asked = await say(buyer, 'Where are we?', { k: 'STATUS_REQUEST' })
    const [card] = (await entries(buyer)).filter((e) => e['answersMessageId'] === asked.messageId)
    const { order: now } = await buyer.ask(
      'query($id: ID!) { order(id: $id) { standing { summary next nextBy actor reach } } }',
      { id: order },
    )
    expect(card).toMatchObject({ __typename: 'StatusCardEntry', standing: now.standing, visibility: 'BUYER' })
    const written = await world.rows<{ type: string; xmin: string; actor_kind: string }>(
      `select type, xmin::text, actor_kind from events where stream_id = $1 and data->>'messageId' = $2 order by sequence`,
      [order, asked.messageId],
    )
    expect(new Set(written.map(({ xmin }) => xmin)).size).toBe(1)
    expect(written.filter(({ type }) => type === 'status.given')).toMatchObject([{ actor_kind: 'system' }])
  })

  test('a card tells later what was so when it was given', async () => {
    const { buyer, say, world, order } = feed
    const asked = await say(buyer, 'And now?', { k: 'STATUS_REQUEST' })
    const before = (await entries(buyer)).find((e) => e['answersMessageId'] === asked.messageId)
    await world.rows(`update orders set stage = 'IN_PROGRESS' where id = $1`, [order])
    const after = (await entries(buyer)).find((e) => e['answersMessageId'] === asked.messageId)
    await world.rows(`update orders set stage = 'AWAITING_ONBOARDING' where id = $1`, [order])
    expect(after).toEqual(before)
  })

  test('nothing at all is no message, and too long is none', async () => {
    const { buyer, order } = feed
    for (const body of ['', '   ', 'x'.repeat(10_001)])
      expect(await buyer.refused(POST, { o: order, b: body, v: 'BUYER' })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'body' }],
      })
  })

  test('an API key asks like a person of its organisation', async () => {
    const { buyer, world, order } = feed
    const { viewer } = await buyer.ask('{ viewer { memberships { organisation { id } } } }')
    const { createApiKey: key } = await buyer.ask(
      'mutation($o: ID!) { createApiKey(organisationId: $o, name: "Desk", scopes: [MESSAGES, READ]) { secret } }',
      { o: viewer.memberships[0].organisation.id },
    )
    const program = world.caller(key.secret)
    const said = await program.ask(POST, { o: order, b: 'By program', v: 'BUYER', k: 'QUESTION' })
    expect(said['postMessage']).toMatchObject({ kind: 'QUESTION' })
    expect(
      await program.refused('mutation($o: ID!) { noteTyping(orderId: $o) }', { o: order }),
    ).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('Who may write for whom', () => {
  test('a beneficiary asks by PARTIES alone, and reads the answer there', async () => {
    const { client, support, say, order } = feed
    const asked = await say(client, 'Is the logo all right?', { v: 'PARTIES', k: 'QUESTION' })
    const answer = await say(support, 'It is.', { v: 'PARTIES' })
    const seen = (await entries(client)).map((e) => e['id'])
    expect(seen).toEqual(expect.arrayContaining([asked.id, answer.id]))
    for (const v of ['STAFF', 'BUYER'])
      expect(await client.refused(POST, { o: order, b: 'x', v })).toMatchObject({ code: 'FORBIDDEN' })
  })

  test("a beneficiary's status card speaks to the beneficiary, and others do not see a card that was not asked for them", async () => {
    const { client, buyer, say } = feed
    const asked = await say(client, '', { v: 'PARTIES', k: 'STATUS_REQUEST' })
    const buyers = await say(buyer, '', { v: 'BUYER', k: 'STATUS_REQUEST' })
    const cards = (await entries(client)).filter((e) => e['__typename'] === 'StatusCardEntry')
    const answered = cards.map((e) => e['answersMessageId'])
    expect(answered).toContain(asked.messageId)
    expect(answered).not.toContain(buyers.messageId)
  })

  test('somebody without the order writes nothing there, and cannot tell it from none', async () => {
    const { channel, order } = feed
    const foreign = await channel.refused(POST, { o: order, b: 'x', v: 'PARTIES' })
    const absent = await channel.refused(POST, { o: 'ord_01zzzzzzzzzzzzzzzzzzzzzzzz', b: 'x', v: 'PARTIES' })
    expect(foreign).toEqual(absent)
  })
})

describe('What is attached', () => {
  test('can be fetched by whoever may read the message, and by nobody else', async () => {
    const { buyer, client, support, say } = feed
    const file = await sendFile(buyer, 'plan.txt', 'The plan.')
    const said = await say(buyer, '', { a: [file] })
    expect(said.attachments).toMatchObject([{ id: file, name: 'plan.txt' }])
    const seenBy = async (caller: Caller) =>
      (await caller.ask('query($id: ID!) { node(id: $id) { ... on File { downloadUrl } } }', { id: file }))[
        'node'
      ]
    const { downloadUrl } = await seenBy(support)
    expect(await (await fetch(downloadUrl)).text()).toBe('The plan.')
    expect(await seenBy(client)).toBeNull()
    expect((await entries(client)).map((e) => e['id'])).not.toContain(said.id)
  })

  test("must be the caller's own, whole, and not too many; a file belongs to one message", async () => {
    const { buyer, support, order } = feed
    const theirs = await sendFile(support, 'note.txt', 'Ours.')
    expect(await buyer.refused(POST, { o: order, b: 'x', v: 'BUYER', a: [theirs] })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const { createUpload } = await buyer.ask(
      'mutation { createUpload(name: "a.txt", size: 3, type: "text/plain") { file { id } } }',
    )
    expect(
      await buyer.refused(POST, { o: order, b: 'x', v: 'BUYER', a: [createUpload.file.id] }),
    ).toMatchObject({ code: 'FILE_NOT_READY' })
    const many = Array.from(
      { length: 11 },
      (_, i) => `fil_01zzzzzzzzzzzzzzzzzzzzzzz${i % 10}${i > 9 ? 'x' : ''}`,
    )
    expect(await buyer.refused(POST, { o: order, b: 'x', v: 'BUYER', a: many })).toMatchObject({
      fields: [{ path: 'attachments' }],
    })
    const once = await sendFile(buyer, 'b.txt', 'Once.')
    await feed.say(buyer, 'See', { a: [once] })
    expect(await buyer.refused(POST, { o: order, b: 'x', v: 'BUYER', a: [once] })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('Who is called upon by name', () => {
  test('the team calls upon colleagues and members who may read it', async () => {
    const { support, say, userOf } = feed
    const [admin, agency, client] = await Promise.all(
      ['admin', 'agency', 'client'].map((name) => userOf(`${name}@demo.test`)),
    )
    const note = await say(support, 'Please look', { v: 'STAFF', m: [admin!] })
    expect(note.mentions).toMatchObject([{ id: admin, organisation: null }])
    const both = await say(support, 'You two', { v: 'PARTIES', m: [agency!, client!] })
    expect(both.mentions.map((m) => String(m.organisation)).toSorted()).toEqual([
      'Harbour Bakery',
      'Northwind Agency',
    ])
  })

  test('nobody is called upon who could not read it, and no member calls upon anybody', async () => {
    const { support, buyer, order, userOf } = feed
    const ids = Object.fromEntries(
      await Promise.all(
        ['agency', 'client', 'channel', 'fulfilment2', 'admin'].map(
          async (name) => [name, await userOf(`${name}@demo.test`)] as const,
        ),
      ),
    )
    const refused = (caller: Caller, v: string, name: string) =>
      caller.refused(POST, { o: order, b: 'x', v, m: [ids[name]] })
    for (const [v, name] of [
      ['STAFF', 'agency'],
      ['BUYER', 'client'],
      ['PARTIES', 'channel'],
      ['STAFF', 'fulfilment2'],
    ] as const)
      expect([name, await refused(support, v, name)]).toMatchObject([
        name,
        { code: 'VALIDATION', fields: [{ path: 'mentions' }] },
      ])
    expect(await refused(buyer, 'BUYER', 'admin')).toMatchObject({ fields: [{ path: 'mentions' }] })
  })

  test('who can be called upon is offered by how a word of the name begins, for whom the message is', async () => {
    const { support, buyer, order } = feed
    const offered = async (v: string, s?: string) =>
      (
        await support.ask(
          'query($o: ID!, $v: Visibility!, $s: String) { mentionable(orderId: $o, visibility: $v, search: $s) { id name organisation } }',
          { o: order, v, s },
        )
      )['mentionable'] as { name: string; organisation: string | null }[]
    const organisations = async (v: string) => new Set((await offered(v)).map((m) => m.organisation))
    expect(await organisations('STAFF')).toEqual(new Set([null]))
    expect(await organisations('BUYER')).toEqual(new Set([null, 'Northwind Agency']))
    expect(await organisations('PARTIES')).toEqual(new Set([null, 'Northwind Agency', 'Harbour Bakery']))
    const [first] = (await offered('PARTIES')).filter((m) => m.organisation === 'Harbour Bakery')
    const surname = first!.name.split(' ').at(-1)!
    expect(await offered('PARTIES', surname.slice(0, 3).toLowerCase())).toContainEqual(first)
    expect(await offered('PARTIES', surname.slice(1, 4))).not.toContainEqual(first)
    expect(await offered('PARTIES', '(.*')).toEqual([])
    expect(
      await buyer.refused('query($o: ID!) { mentionable(orderId: $o, visibility: PARTIES) { id } }', {
        o: order,
      }),
    ).toMatchObject({ code: 'FORBIDDEN' })
  })
})
