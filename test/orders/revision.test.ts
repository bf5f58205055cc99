import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { Refusal } from '../../api/lib/refusal.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import { autoComplete } from '../../api/orders/confirm-delivery.js'
import { deliverOrder } from '../../api/orders/deliver-order.js'
import { requestRevision } from '../../api/orders/request-revision.js'
import type { Tx } from '../../api/platform/context.js'
import { row, sql } from '../../api/platform/database.js'
import { transaction } from '../../api/platform/transaction.js'
import { ADMIN } from '../onboarding/a-document.js'
import type { Caller } from '../support/caller.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import * as delivery from './a-delivery.js'

const { BUYER, BAKER, DELIVER, orderNow, REVISE } = delivery

let world: World
let buyer: Caller
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  admin = await world.as(ADMIN)
})
afterAll(() => world?.close())

const revise = (id: string, text = 'The colours are wrong.') =>
  buyer.ask(REVISE, { id, t: text, k: randomUUID() })

interface RevisionTask {
  id: string
  person: string | null
  status: string
  review: boolean
  instructions: string
  skill: string | null
}

const revisionTasks = (id: string, number: number) =>
  world.rows<RevisionTask>(
    `select t.id, u.email as person, t.status, t.needs_review as review, t.instructions, t.skill from tasks t left join users u on u.id = t.assignee_id
     where t.order_id = $1 and t.revision = $2 order by u.email`,
    [id, number],
  )

/** Who finished steps of the order, and whether some of their work was reviewed. */
const workers = (id: string) =>
  world.rows<{ person: string; review: boolean }>(
    `select u.email as person, bool_or(t.needs_review) as review from tasks t join users u on u.id = t.assignee_id
     where t.order_id = $1 and t.step_key is not null group by u.email order by u.email`,
    [id],
  )

describe('a revision', () => {
  test('goes to everybody who did the work, is reviewed as theirs was, and opens the order until it is done', async () => {
    const id = await delivery.aDelivery(world)
    const did = await workers(id)
    expect(did.length).toBeGreaterThan(1)
    const { requestRevision: asked } = await revise(id, '  Warmer colours, please.  ')
    expect(asked).toEqual({ status: 'OPEN', stage: 'IN_PROGRESS', revisionsLeft: 1 })
    await world.settled()
    const tasks = await revisionTasks(id, 1)
    expect(tasks.map(({ person, review }) => ({ person, review }))).toEqual(did)
    for (const task of tasks)
      expect(task).toMatchObject({ status: 'ASSIGNED', instructions: 'Warmer colours, please.' })

    const seen = await orderNow(buyer, id)
    expect(seen).toMatchObject({ autoCompleteAt: null, standing: { actor: 'US' } })
    expect(seen.deliveries[0]).toMatchObject({ revisionText: 'Warmer colours, please.' })
    expect(await delivery.orderLog(world, id)).toContain('order.revision-requested')
    expect((await delivery.deadlinesOf(world, id)).map((d) => d.kind)).not.toContain('auto-complete')
    const mails = await world.rows<{ to: string }>(
      `select to_address as "to" from mails where order_id = $1 and template = 'revision-requested'`,
      [id],
    )
    expect(mails.map((mail) => mail.to)).toEqual(expect.arrayContaining([BUYER, ...did.map((d) => d.person)]))

    expect(await admin.refused(DELIVER, { id, s: 'Again.' })).toMatchObject({
      code: 'WORK_UNFINISHED',
      tasks: tasks.map((task) => task.id).toSorted(),
    })
    await delivery.finishWork(world, id)
    expect((await orderNow(buyer, id)).stage).toBe('READY')
    await admin.ask(DELIVER, { id, s: 'Warmer now.' })
    expect((await orderNow(buyer, id)).deliveries).toMatchObject([
      { number: 1 },
      { number: 2, revisionText: null },
    ])
  })

  test('is told on the feed to the team and the buyer, and not to the beneficiary', async () => {
    const id = await delivery.aDelivery(world)
    await revise(id, 'Larger letters.')
    const FEED =
      'query($id: ID!) { order(id: $id) { activity(first: 100, where: { type: { in: ["order"] } }) { nodes { what ... on OrderEntry { reason } } } } }'
    const read = async (email: string) =>
      (await (await world.as(email)).ask(FEED, { id }))['order'].activity.nodes
    const told = { what: 'order.revision-requested', reason: 'Larger letters.' }
    expect(await read(BUYER)).toContainEqual(told)
    expect(await read(ADMIN)).toContainEqual(told)
    expect(JSON.stringify(await read(BAKER))).not.toMatch(/revision|Larger/)
  })

  test('may be asked for twice, and no more', async () => {
    const id = await delivery.aDelivery(world)
    for (const number of [1, 2]) {
      await revise(id)
      expect(await revisionTasks(id, number)).not.toEqual([])
      await delivery.finishWork(world, id)
      await admin.ask(DELIVER, { id, s: `Revision ${number} is in.` })
    }
    expect(await orderNow(buyer, id)).toMatchObject({ revisionsLeft: 0 })
    expect(await buyer.refused(REVISE, { id, t: 'Once more.' })).toMatchObject({
      code: 'TOO_MANY_REVISIONS',
      maximum: 2,
    })
    expect((await orderNow(buyer, id)).deliveries.map((d: { number: number }) => d.number)).toEqual([1, 2, 3])
  })

  test('of somebody who has left goes by the rule', async () => {
    const id = await delivery.aDelivery(world)
    const [left] = await world.rows<{ id: string; email: string }>(
      `select u.id, u.email from tasks t join users u on u.id = t.assignee_id where t.order_id = $1 and t.skill = 'seo' order by t.ended_at desc limit 1`,
      [id],
    )
    await world.rows(`update users set skills = array_remove(skills, 'seo') where id = $1`, [left!.id])
    await world.rows(`update tasks set skill = 'seo' where order_id = $1 and assignee_id = $2`, [
      id,
      left!.id,
    ])
    await revise(id)
    const tasks = await revisionTasks(id, 1)
    expect(tasks.filter((task) => task.skill === 'seo').map((task) => task.person)).not.toContain(left!.email)
    expect(tasks.every((task) => task.status === 'ASSIGNED' || task.person === null)).toBe(true)
    await world.rows(`update users set skills = array_append(skills, 'seo') where id = $1`, [left!.id])
  })

  test('says what is to be changed, and is the buyer’s to ask for', async () => {
    const id = await delivery.aDelivery(world)
    expect(await buyer.refused(REVISE, { id, t: ' ' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'text' }],
    })
    for (const email of [ADMIN, BAKER])
      expect(await (await world.as(email)).refused(REVISE, { id, t: 'No.' })).toMatchObject({
        code: 'FORBIDDEN',
      })
  })
})

describe('the last moment to answer', () => {
  class Undone extends Error {}
  /** What a verb would do at an exact moment; nothing is kept. */
  const at = async (viewer: Viewer, now: Date, verb: (tx: Tx) => Promise<unknown>) => {
    try {
      await transaction(world.running.house, viewer, async (tx) => {
        await verb({ ...tx, now })
        throw new Undone()
      })
    } catch (error) {
      if (error instanceof Undone) return 'done'
      if (error instanceof Refusal) return error.code
      throw error
    }
    return 'never'
  }

  test('is the millisecond before; from then on the delivery counts as confirmed', async () => {
    const id = await delivery.aDelivery(world)
    const last = Date.parse((await orderNow(buyer, id)).autoCompleteAt)
    const [order] = await world.rows<{ buyer: string; user: string }>(
      'select buyer_id as buyer, placed_by_user_id as "user" from orders where id = $1',
      [id],
    )
    const owner: Viewer = { ...anonymous, kind: 'member', id: order!.user, organisations: [order!.buyer] }
    const asked = (ms: number) =>
      at(owner, new Date(last + ms), (tx) => requestRevision(tx, { id, text: 'Warmer.' }))
    const passed = (ms: number) =>
      at(system('deadline'), new Date(last + ms), (tx) => autoComplete(tx, { id }))
    expect([await asked(-1), await asked(0), await asked(1)]).toEqual([
      'done',
      'DEADLINE_PASSED',
      'DEADLINE_PASSED',
    ])
    expect([await passed(-1), await passed(0), await passed(1)]).toEqual([
      'INVALID_TRANSITION',
      'done',
      'done',
    ])
  })

  test('lies 14 times 24 hours away, over the night in which the clocks change, too', async () => {
    const id = await delivery.aFinishedOrder(world)
    // Clocks go forward on 28 March 2027: what is delivered on the 20th is answered on the 3rd of April, an hour later by the wall.
    const now = new Date('2027-03-20T09:00:00Z')
    let until: Date | undefined
    const [user] = await world.rows<{ id: string }>('select id from users where email = $1', [ADMIN])
    const viewer: Viewer = { ...anonymous, kind: 'staff', id: user!.id, roles: ['ADMIN'] }
    await at(viewer, now, async (tx) => {
      await deliverOrder(tx, { id, summary: 'Done.' })
      const found = await row<{ at: Date }>(
        tx,
        sql`select auto_complete_at as at from orders where id = ${id}`,
      )
      until = new Date(found!.at)
    })
    const wall = { timeZone: 'Europe/Vienna', hour: '2-digit', day: 'numeric', month: 'short' } as const
    const written = [now, until!].map((moment) => new Intl.DateTimeFormat('en-GB', wall).format(moment))
    expect(until!.getTime() - now.getTime()).toBe(14 * 24 * HOUR)
    expect(written).toEqual(['20 Mar, 10', '3 Apr, 11'])
  })
})
