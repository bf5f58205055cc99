import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { APPROVE, CHANGES, CLAIM, submitted, upload } from '../onboarding/a-document.js'
import { type Caller, type Following, signedIn } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

const CLARA = 'client@demo.test'
const NAME = "Clara O'Hara & Söhne"
const PHONE = '+44 20 5550177'
/** How her name and addresses may stand anywhere: as text, in HTML, in an address. */
const TRACES = ['hara', 'client@demo.test', 'client%40demo.test', '5550177', 'Clara']

const ERASE =
  'mutation($id: ID!, $dry: Boolean, $r: String = "Asked for it by letter") { erasePerson(id: $id, reason: $r, dryRun: $dry) { subjects alreadyErased counts { what count } } }'
const WRITE =
  'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: PARTIES) { id } }'

let world: World
let owner: pg.Client
let admin: Caller
let clara: Caller
let byLink: Caller
let contact: string
let user: string
let order: string
let open: { orderId: string; id: string }
let file: string
let following: Following<object>

const one = async (statement: string, ...values: unknown[]) =>
  (await world.rows<{ id: string }>(statement, values))[0]!.id

beforeAll(async () => {
  world = await openWorld()
  owner = new pg.Client({ connectionString: world.running.house.config.migrationUrl })
  await owner.connect()
  admin = await world.as('admin@demo.test')
  contact = await one(
    'update contacts set name = $1, phone = $2 where email = $3 returning id',
    NAME,
    PHONE,
    CLARA,
  )
  user = await one('update users set name = $1 where email = $2 returning id', NAME, CLARA)
  clara = await signedIn(world.address, CLARA)
  await aLife()
})
afterAll(async () => {
  await owner?.end()
  await world?.close()
})

/** Everything that may hold something of her: forms, files, mails, messages, words of others. */
async function aLife(): Promise<void> {
  const first = await submitted(world)
  order = first.orderId
  byLink = first.recipient
  await admin.ask(CLAIM, { id: first.id })
  await admin.ask(CHANGES, { id: first.id, r: first.revisionId, i: [{ note: `Ask ${NAME} for the logo` }] })
  const second = await submitted(world)
  await admin.ask(CLAIM, { id: second.id })
  await admin.ask(APPROVE, { id: second.id, r: second.revisionId })
  open = { orderId: first.orderId, id: first.id }
  await clara.ask(WRITE, { o: order, b: 'My private telephone is +44 20 5550177' })
  await admin.ask(WRITE, { o: order, b: `Thank you, ${NAME}. We write to ${CLARA} tomorrow.` })
  const agency = await world.as('agency@demo.test')
  await aPaidOrder(world, [
    {
      service: 'Local search optimisation',
      client: 'Harbour Bakery',
      recipient: 'OWNER',
      inviteToDashboard: true,
    },
  ])
  file = await upload(clara, world.address, 'Clara-at-work.pdf')
  await cartWithHer(agency)
  await fetch(`${world.address}/api/auth/sign-in/magic-link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: world.address },
    body: JSON.stringify({ email: CLARA }),
  })
  following = clara.follow('subscription($id: ID!) { orderUpdated(id: $id) { id } }', { id: order })
  await following.until((seen) => seen.length > 0)
  await world.settled()
}

async function cartWithHer(agency: Caller): Promise<void> {
  const buyer = await one("select id from organisations where name = 'Northwind Agency'")
  const { createCart } = await agency.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
    b: buyer,
  })
  await agency.ask(
    'mutation($id: ID!, $s: ID!, $b: ID!, $c: ID!) { addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, recipient: CLIENT, recipientContactId: $c) { id } }',
    {
      id: createCart.id,
      s: await one("select id from services where name = 'Local search optimisation'"),
      b: await one("select id from organisations where name = 'Harbour Bakery'"),
      c: contact,
    },
  )
}

/** Where in the whole database, in every schema and table, something can be read that matches. */
async function traces(of: readonly string[]): Promise<string[]> {
  const { rows: columns } = await owner.query<{ s: string; t: string; c: string }>(
    `select table_schema as s, table_name as t, column_name as c from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'USER-DEFINED', 'bytea')`,
  )
  const found: string[] = []
  for (const { s, t, c } of columns) {
    const { rows } = await owner.query(
      `select 1 from "${s}"."${t}" where encode(convert_to("${c}"::text, 'UTF8'), 'escape') ilike any($1) or "${c}"::text ilike any($1) limit 1`,
      [of.map((text) => `%${text}%`)],
    )
    if (rows.length) found.push(`${s}.${t}.${c}`)
  }
  return found
}

const log = async () =>
  world.rows<{ id: string; stream_id: string; sequence: string; type: string }>(
    'select id, stream_id, sequence, type from events order by id',
  )

describe('before', () => {
  test('she stands in many places', async () => {
    expect(await traces(TRACES)).toEqual(
      expect.arrayContaining([
        'public.contacts.name',
        'public.users.name',
        'public.order_lines.recipient_name',
        'public.cart_lines.recipient_email',
        'public.onboarding_documents.recipient_name',
        'public.onboarding_issues.note',
        'public.mails.html',
        'public.messages.body',
        'public.files.name',
        'auth.user.email',
        'auth.verification.value',
      ]),
    )
  })

  test('only an admin erases, and only with a reason', async () => {
    for (const email of ['support@demo.test', 'finance@demo.test', 'agency@demo.test', CLARA])
      expect((await (await world.as(email)).refused(ERASE, { id: contact })).code).toBe('FORBIDDEN')
    expect((await admin.refused(ERASE, { id: contact, r: ' ' })).code).toBe('VALIDATION')
    expect((await admin.refused(ERASE, { id: 'con_01zzzzzzzzzzzzzzzzzzzzzzzz' })).code).toBe('NOT_FOUND')
  })

  test('a document that waits for her must be asked of somebody else first', async () => {
    const refusal = await admin.refused(ERASE, { id: user })
    expect(refusal).toMatchObject({ code: 'OPEN_DUTIES', documents: [open.id] })
    const other = await one("select id from contacts where email = 'agency@demo.test'")
    await admin.ask(
      'mutation($id: ID!, $c: ID!) { changeOnboardingRecipient(id: $id, contactId: $c) { id } }',
      { id: open.id, c: other },
    )
    await world.settled()
  })

  test('the only owner of an organisation, and the only admin, stay', async () => {
    const [chen, ada] = [
      await one("select id from contacts where email = 'channel@demo.test'"),
      await one("select id from users where email = 'admin@demo.test'"),
    ]
    expect((await admin.refused(ERASE, { id: chen })).code).toBe('LAST_OWNER')
    expect((await admin.refused(ERASE, { id: ada })).code).toBe('FORBIDDEN')
  })

  test('a dry run tells what would go, and nothing goes', async () => {
    const before = await log()
    const { erasePerson } = await admin.ask(ERASE, { id: contact, dry: true })
    expect(erasePerson.subjects.toSorted()).toEqual([contact, user].toSorted())
    const counts = Object.fromEntries(
      erasePerson.counts.map(({ what, count }: { what: string; count: number }) => [what, count]),
    )
    expect(counts).toMatchObject({
      contacts: 1,
      messages: 1,
      mails: expect.any(Number),
      files: expect.any(Number),
    })
    expect(counts['mails']).toBeGreaterThan(2)
    expect(await log()).toEqual(before)
    expect((await clara.ask('{ viewer { user { name } } }'))['viewer'].user.name).toBe(NAME)
  })
})

describe('after', () => {
  let before: Awaited<ReturnType<typeof log>>
  let key: string
  let done: { alreadyErased: boolean }
  beforeAll(async () => {
    before = await log()
    key = await one('select storage_key as id from files where id = $1', file)
    const { erasePerson } = await admin.ask(ERASE, { id: contact, r: `${NAME} (${CLARA}) asked for it` })
    done = erasePerson
    await world.settled()
  })

  test('nothing of her can be read anywhere in the database', async () => {
    expect(done).toMatchObject({ alreadyErased: false })
    expect(await traces(TRACES)).toEqual([])
  })

  test('what happened stays: every event, number and posting', async () => {
    const now = await log()
    expect(now.slice(0, before.length)).toEqual(before)
    expect(new Set(now.slice(before.length).map(({ type }) => type))).toEqual(
      new Set(['member.disabled', 'person.erased']),
    )
    const gaps = await world.rows(
      'select stream_id from events group by stream_id having count(*) <> max(sequence) or min(sequence) <> 1',
    )
    expect(gaps).toEqual([])
    expect(await world.ledgerFaults()).toEqual([])
  })

  test('every order can be read as before, and the feed says "Erased person"', async () => {
    const ids = (await world.rows<{ id: string }>('select id from orders')).map(({ id }) => id)
    const whole =
      'query($id: ID!) { node(id: $id) { ... on Order { id number lines { recipientName onboarding { id status answers { key value } revisions { answers { key value } files { file { name status downloadUrl } } } } } } } }'
    const nodes = await Promise.all(ids.map(async (id) => (await admin.ask(whole, { id }))['node']))
    expect(nodes.filter((row: object | null) => row === null)).toEqual([])
    const shown = JSON.stringify(nodes)
    expect(shown).toContain('"recipientName":"Erased person"')
    // What says nothing of a person is still there: where the business sells, and that it gave access.
    expect(shown).toContain('{"key":"regions","value":["My town","My region"]}')
    expect(shown).toContain('{"key":"contactEmail","value":[]}')
    const feed = await admin.ask(
      'query($id: ID!) { order(id: $id) { activity(first: 100) { nodes { actor { id name } ... on MessageEntry { body } } } } }',
      { id: order },
    )
    const hers = feed['order'].activity.nodes.filter(
      (entry: { actor: { id: string } }) => entry.actor.id === user,
    )
    expect(hers).toEqual([
      expect.objectContaining({ actor: { id: user, name: 'Erased person' }, body: null }),
    ])
    const names = feed['order'].activity.nodes.map((entry: { body?: string }) => entry.body).filter(Boolean)
    expect(names).toContain('Thank you, Erased person. We write to Erased person tomorrow.')
  })

  test('she is signed out everywhere, and cannot come back', async () => {
    expect(await following.closed).toBe(4403)
    expect((await clara.ask('{ viewer { kind } }'))['viewer'].kind).toBe('ANONYMOUS')
    expect((await byLink.ask('{ viewer { kind } }'))['viewer'].kind).toBe('ANONYMOUS')
    await expect(signedIn(world.address, CLARA)).rejects.toThrow('401')
  })

  test('the bytes of her files are gone', async () => {
    const { storage } = await import('../../api/files/storage/storage.js')
    expect(await storage.bound.head(key)).toBeUndefined()
    expect(await world.rows('select name, status, refusal from files where id = $1', [file])).toEqual([
      { name: 'erased', status: 'REFUSED', refusal: 'FILE_ERASED' },
    ])
  })

  test('once more changes nothing', async () => {
    const whole = await log()
    for (const id of [contact, user]) {
      const { erasePerson } = await admin.ask(ERASE, { id })
      expect(erasePerson).toEqual({ subjects: [id], alreadyErased: true, counts: [] })
    }
    expect(await log()).toEqual(whole)
  })

  test('nobody gives her access again, but the address can be invited anew', async () => {
    const member = await one('select id from members where contact_id = $1', contact)
    const bakery = await one("select id from organisations where name = 'Harbour Bakery'")
    expect(
      (await admin.refused('mutation($id: ID!) { enableMember(id: $id) { id } }', { id: member })).code,
    ).toBe('INVALID_TRANSITION')
    const { inviteMember } = await admin.ask(
      'mutation($o: ID!, $e: String!) { inviteMember(organisationId: $o, name: "Carla New", email: $e, role: MEMBER) { status contact { id } } }',
      { o: bakery, e: CLARA },
    )
    expect(inviteMember.status).toBe('INVITED')
    expect(inviteMember.contact.id).not.toBe(contact)
  })
})

test('a team member who is erased gives their tasks back, and what they did stays', async () => {
  const felix = await one("select id from users where email = 'fulfilment@demo.test'")
  const had = await world.rows<{ id: string }>(
    "select id from tasks where assignee_id = $1 and status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING')",
    [felix],
  )
  expect(had.length).toBeGreaterThan(0)
  await admin.ask(ERASE, { id: felix })
  await world.settled()
  expect(await traces(['Felix', 'fulfilment@demo.test'])).toEqual([])
  const tasks = await world.rows('select status from tasks where id = any($1)', [had.map(({ id }) => id)])
  expect(new Set(tasks.map((task) => (task as { status: string }).status))).toEqual(new Set(['OPEN']))
  const { staff } = await admin.ask('{ staff(first: 100) { nodes { id name } } }')
  expect(staff.nodes.map((person: { id: string }) => person.id)).not.toContain(felix)
})
