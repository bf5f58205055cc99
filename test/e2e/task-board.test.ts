import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeInBrowser, openBrowser, type OpenBrowser, seen } from '../support/browser.js'
import { openWorld, type World } from '../support/world.js'
import { aTask } from '../tasks/task-room.js'
import { atHome, turnTo } from './back-office.js'
import { faultsInEveryLook } from './looks.js'

jest.setTimeout(240_000)

const BUSY = 120

describeInBrowser('the board of a house with much to do', () => {
  let world: World
  let browser: OpenBrowser
  let ada: Page

  beforeAll(async () => {
    world = await openWorld()
    await manyBegun()
    await aTask(world, { title: 'Nobody has this' })
    await manyColleagues()
    browser = await openBrowser(world.address)
    ada = await atHome(browser, 'admin@demo.test')
    await turnTo(ada, 'Board')
  })
  afterAll(async () => {
    expect(browser?.troubles).toEqual([])
    await browser?.close()
    await world?.close()
  })

  /** So much that is late and being done, that it would fill any page. */
  async function manyBegun(): Promise<void> {
    const first = await aTask(world, { title: 'Late work' })
    await world.rows(
      `update tasks set status = 'IN_PROGRESS', due_at = app_now() - interval '1 day',
        assignee_id = (select id from users where email = 'fulfilment@demo.test') where id = $1`,
      [first],
    )
    await world.rows(
      `with copies as (select 'tsk_' || lpad(n::text, 26, '0') as id from generate_series(2, $2::int) n),
        opened as (insert into streams (id, last_sequence) select id, 0 from copies)
       insert into tasks select t.* from copies c, tasks o,
         jsonb_populate_record(o, jsonb_build_object('id', c.id, 'stream_id', c.id, 'cause', 'test:' || c.id)) t where o.id = $1`,
      [first, BUSY],
    )
  }

  /** A team of which a hundred come before everybody else by name. */
  async function manyColleagues(): Promise<void> {
    await world.rows(
      `insert into users (id, name, email, status, staff_roles)
       select 'usr_' || lpad(n::text, 26, '0'), 'Aaron ' || lpad(n::text, 3, '0'), 'aaron' || n || '@example.test', 'ACTIVE', '{SUPPORT}'
       from generate_series(1, 100) n`,
    )
  }

  const column = (name: string) => ada.getByRole('region', { name, exact: true })

  test('counts each column by itself, and says how many of them it shows', async () => {
    const [counted] = await world.rows<{ open: number; begun: number }>(
      `select count(*) filter (where status = 'OPEN')::int as open, count(*) filter (where status = 'IN_PROGRESS')::int as begun from tasks`,
    )
    await seen(column('In progress').getByRole('heading', { name: `In progress ${counted!.begun}` }))
    await seen(column('Open').getByRole('heading', { name: `Open ${counted!.open}` }))
    await seen(column('Open').getByText('Nobody has this'))
    const more = column('In progress').getByRole('link', { name: `50 of ${counted!.begun}: see all` })
    await seen(more)
    expect(await faultsInEveryLook(ada, 'admin-board-full')).toEqual([])
  })

  test('is narrowed to anybody of the team, however many come before them by name', async () => {
    await ada.getByRole('combobox', { name: 'Person' }).click()
    await ada.getByRole('option', { name: 'Sam Lindqvist' }).click()
    await seen(column('In progress').getByRole('heading', { name: 'In progress 0' }))
    expect(await column('In progress').getByRole('link').count()).toBe(0)
  })
})
