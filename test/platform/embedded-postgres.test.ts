import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { freshDatabase, type FreshDatabase } from '../support/database.js'

let database: FreshDatabase
let client: pg.Client

beforeAll(async () => {
  database = await freshDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

test('the packaged PostgreSQL runs in UTC, in C.UTF-8 and only on this machine', async () => {
  const { rows } = await client.query(
    `select current_setting('timezone') as zone, current_setting('listen_addresses') as listens,
      (select datcollate || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as text`,
  )
  expect(rows).toEqual([{ zone: 'UTC', listens: '127.0.0.1', text: 'C.UTF-8 UTF8' }])
})

test('the application role owns nothing and can be put on', async () => {
  await client.query('set role waybill_app')
  const { rows } = await client.query(
    `select current_user as me, (select count(*)::int from pg_class where relowner = 'waybill_app'::regrole) as owned`,
  )
  expect(rows).toEqual([{ me: 'waybill_app', owned: 0 }])
})
