import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { needsSomebody } from '../../api/notifications/needs-somebody.js'
import { compiler } from '../../api/platform/reading/compiler.js'
import { openWorld, type World } from '../support/world.js'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Blocks of 8 kB that counting them may touch, however many there were. */
const MOST_BLOCKS = 150

const INVITE =
  'mutation($o: ID!, $e: String!) { inviteMember(organisationId: $o, name: "Ina Vited", email: $e, role: MEMBER) { id } }'

async function counted(): Promise<number> {
  const { queues } = await (await world.as('admin@demo.test')).ask('{ queues { mailsFailed } }')
  return queues.mailsFailed
}

/** The newest mail of an invitation did not arrive. */
async function fails(memberId: string): Promise<void> {
  await world.settled()
  await world.rows(
    `update mails set state = 'FAILED', try_at = null, taken_at = null where id =
      (select id from mails where link->>'subjectId' = $1 order by queued_at desc, id desc limit 1)`,
    [memberId],
  )
}

test('an invitation that did not arrive needs somebody until it is made once more, or withdrawn', async () => {
  const admin = await world.as('admin@demo.test')
  const [{ id: o }] = (await world.rows<{ id: string }>(
    `select id from organisations where name = 'Northwind Agency'`,
  )) as [{ id: string }]
  const before = await counted()
  const invite = { o, e: 'ina@northwind.test' }
  const { inviteMember: member } = await admin.ask(INVITE, invite)
  await fails(member.id)
  expect(await counted()).toBe(before + 1)
  await admin.ask(INVITE, invite)
  await world.settled()
  expect(await counted()).toBe(before)
  await fails(member.id)
  expect(await counted()).toBe(before + 1)
  await admin.ask('mutation($id: ID!) { disableMember(id: $id) { id } }', { id: member.id })
  expect(await counted()).toBe(before)
})

test('to count the mails that need somebody costs the same after years of mails that failed', async () => {
  const before = await counted()
  await world.rows(`insert into mails (id, template, recipient_kind, recipient_id, recipient_name, to_address, subject, message_id, state, queued_at, last_error)
    select 'eml_' || lpad(n::text, 26, '0'), 'order-receipt', 'contact', 'con_' || n, 'Somebody', 'somebody@gone.test', 'Your order', n || '@waybill', 'FAILED',
      now() - interval '3 years' + n * interval '1 hour', 'No such mailbox' from generate_series(1, 20000) n`)
  await world.rows('analyze mails, tasks, members, users')
  expect(await counted()).toBe(before)
  const count = sql`select count(*) from mails t where ${needsSomebody(sql.raw('t'))}`.compile(compiler)
  const [{ 'QUERY PLAN': plan }] = (await world.rows<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
    `explain (analyze, buffers, format json) ${count.sql}`,
    [...count.parameters],
  )) as [{ 'QUERY PLAN': { Plan: Record<string, number> }[] }]
  const { Plan } = plan[0]!
  expect(Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!).toBeLessThan(MOST_BLOCKS)
})
