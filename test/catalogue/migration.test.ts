import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { MikroORM } from '@mikro-orm/postgresql'
import pg from 'pg'
import { ormOptions } from '../../api/platform/database.js'
import { migrations } from '../../migrations/index.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'

let database: FreshDatabase
let client: pg.Client

/** An empty database beside the cloned one: migrations begin from nothing there. */
beforeAll(async () => {
  database = await freshDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('drop schema public cascade; create schema public; drop schema if exists auth cascade')
  await client.query('drop schema if exists sandbox cascade; drop schema if exists pgboss cascade')
})
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

async function upTo(last: string): Promise<void> {
  const before = migrations.findIndex((one) => one.name === last)
  const orm = await MikroORM.init({
    ...ormOptions(database.url, []),
    logger: () => undefined,
    migrations: {
      migrationsList: migrations.slice(0, before + 1),
      snapshot: false,
      tableName: 'migrations',
    },
  })
  await orm.migrator.up()
  await orm.close()
}

test('what was on sale before versions existed is offered, with its form and blueprint as version 1', async () => {
  const before = migrations[migrations.findIndex((one) => one.name === '0012-catalogue-versions') - 1]!
  await upTo(before.name)
  await client.query(`
    insert into onboarding_forms (id, title, intro, fields) values ('frm_1', 'One', '', '[]'), ('frm_lost', 'Lost', '', '[]');
    insert into task_blueprints (id, steps, version) values ('tbp_1', '[]', 4);
    insert into services (id, name, summary, description, flow, price_amount, currency, on_sale, form_id, blueprint_id) values
      ('svc_1', 'On sale', '', '', 'ONBOARDED', 100, 'EUR', true, 'frm_1', 'tbp_1'),
      ('svc_2', 'Off sale', '', '', 'SELF_SERVICE', 100, 'EUR', false, null, null)`)
  await upTo('0012-catalogue-versions')
  const services = await client.query('select id, status, sold_at, form_id from services order by id')
  expect(services.rows).toEqual([
    { id: 'svc_1', status: 'OFFERED', sold_at: null, form_id: 'frm_1' },
    { id: 'svc_2', status: 'WITHDRAWN', sold_at: null, form_id: null },
  ])
  const forms = await client.query('select id, service_id, version from onboarding_forms')
  expect(forms.rows).toEqual([{ id: 'frm_1', service_id: 'svc_1', version: 1 }])
  const blueprints = await client.query('select id, service_id, version from task_blueprints')
  expect(blueprints.rows).toEqual([{ id: 'tbp_1', service_id: 'svc_1', version: 1 }])
  const streams = await client.query(`select id from streams where id like 'svc_%' order by id`)
  expect(streams.rows).toEqual([{ id: 'svc_1' }, { id: 'svc_2' }])
})
