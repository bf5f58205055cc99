import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A database of a test file's own: the owner's connection string, and how to be rid of it. */
export type FreshDatabase = { url: string; drop(): Promise<void> }

/** Clones a template, migrated and empty or with the demo world, into a database of its own (about 0.1 s); drop it in `afterAll`. */
export async function freshDatabase(template: 'waybill' | 'demo' = 'waybill'): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(`create database ${name} template template_${template} strategy file_copy`)
  const url = new URL(testServer())
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asOwner(`drop database if exists ${name} with (force)`) }
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServer() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function testServer(): string {
  const url = process.env['WAYBILL_TEST_DATABASE_URL']
  if (!url) throw new Error('No test server: run the tests with `npm test`, which starts one.')
  return url
}
