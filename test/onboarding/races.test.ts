import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Refusal } from '../../api/lib/refusal.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import { approveOnboarding } from '../../api/onboarding/approve-onboarding.js'
import { changeOnboardingRecipient } from '../../api/onboarding/change-onboarding-recipient.js'
import { claimOnboarding } from '../../api/onboarding/claim-onboarding.js'
import { reopenOnboarding } from '../../api/onboarding/reopen-onboarding.js'
import { submitOnboarding } from '../../api/onboarding/submit-onboarding.js'
import { waiveOnboarding } from '../../api/onboarding/waive-onboarding.js'
import { deliverOrder } from '../../api/orders/deliver-order.js'
import type { Tx } from '../../api/platform/context.js'
import { transaction } from '../../api/platform/transaction.js'
import { cancelTask } from '../../api/tasks/cancel-task.js'
import { openWorld, type World } from '../support/world.js'
import { ANSWERS, anOnboarding, byLink, filled, happened, stageOf, submitted } from './a-document.js'

const ROUNDS = 12
const reason = 'The address has changed.'

let world: World
let admin: Viewer
let agency: Viewer
let nora: string

beforeAll(async () => {
  world = await openWorld()
  const find = async (statement: string) => (await world.rows<{ id: string }>(statement))[0]!.id
  admin = {
    ...anonymous,
    kind: 'staff',
    id: await find(`select id from users where email = 'admin@demo.test'`),
    roles: ['ADMIN'],
  }
  agency = {
    ...anonymous,
    kind: 'member',
    id: await find(`select id from users where email = 'agency@demo.test'`),
    organisations: [await find(`select id from organisations where name = 'Northwind Agency'`)],
  }
  nora = await find(`select id from contacts where name = 'Nora Winter'`)
})
afterAll(() => world.close())

/** What came of a verb: `done`, or the code of the refusal. */
async function outcome(viewer: Viewer, verb: (tx: Tx) => Promise<unknown>): Promise<string> {
  try {
    await transaction(world.running.house, viewer, verb)
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

async function stateOf(id: string): Promise<{ status: string; recipient: string; tasks: number }> {
  const [found] = await world.rows<{ status: string; recipient: string; tasks: number }>(
    `select d.status, d.recipient_name as recipient, (select count(*)::int from tasks t where t.line_id = d.line_id and t.step_key is not null) as tasks
      from onboarding_documents d where d.id = $1`,
    [id],
  )
  return found!
}

/** The document as it was before the race. */
const again = (id: string, set: string) =>
  world.rows(`update onboarding_documents set ${set} where id = $1`, [id])

describe('at the same moment', () => {
  test('an approval and another recipient: whoever came first counts, and the work begins once', async () => {
    const { id, revisionId, orderId } = await submitted(world)
    const [clara] = await world.rows<{ id: string }>(`select id from contacts where name = 'Clara Hughes'`)
    for (let round = 0; round < ROUNDS; round++) {
      await again(
        id,
        `status = 'IN_REVIEW', reviewer_id = '${admin.id}', claimed_until = app_now() + interval '30 minutes',
          recipient_contact_id = '${clara!.id}', recipient_name = 'Clara Hughes'`,
      )
      const [approved, changed] = await Promise.all([
        outcome(admin, (tx) => approveOnboarding(tx, { id, revisionId })),
        outcome(agency, (tx) => changeOnboardingRecipient(tx, { id, contactId: nora })),
      ])
      expect(approved).toBe('done')
      expect(['done', 'INVALID_TRANSITION']).toContain(changed)
      expect(await stateOf(id)).toEqual({
        status: 'APPROVED',
        recipient: changed === 'done' ? 'Nora Winter' : 'Clara Hughes',
        tasks: 4,
      })
      expect((await happened(world, orderId)).at(-1)).toBe('approved')
    }
  })

  test('a submission and a waiver: it ends waived, with one set of tasks', async () => {
    const { id, orderId } = await anOnboarding(world)
    const recipient: Viewer = { ...anonymous, kind: 'link', id: 'lnk_test', subject: id }
    const { f } = await filled(world, await byLink(world), id)
    for (let round = 0; round < ROUNDS; round++) {
      await again(id, `status = 'DRAFT', waived_reason = null`)
      const [sent, waived] = await Promise.all([
        outcome(recipient, (tx) => submitOnboarding(tx, { id, answers: ANSWERS, files: f })),
        outcome(admin, (tx) => waiveOnboarding(tx, { id, reason })),
      ])
      expect(waived).toBe('done')
      expect(['done', 'INVALID_TRANSITION']).toContain(sent)
      expect(await stateOf(id)).toMatchObject({ status: 'WAIVED', tasks: 4 })
      expect(await stageOf(world, orderId)).toBe('IN_PROGRESS')
    }
  })

  test('reopening and delivering: one of them, never a delivered order that waits for its form', async () => {
    const { id, revisionId, orderId } = await submitted(world)
    await transaction(world.running.house, admin, async (tx) => {
      await claimOnboarding(tx, { id })
      await approveOnboarding(tx, { id, revisionId })
    })
    const tasks = await world.rows<{ id: string }>('select id from tasks where order_id = $1', [orderId])
    for (const task of tasks)
      await transaction(world.running.house, admin, (tx) =>
        cancelTask(tx, { id: task.id, reason: 'Done elsewhere.' }),
      )
    for (let round = 0; round < ROUNDS; round++) {
      await again(id, `status = 'APPROVED'`)
      await world.rows('delete from deliveries where order_id = $1', [orderId])
      await world.rows(`update order_lines set stage = 'READY' where order_id = $1`, [orderId])
      await world.rows(
        `update orders set status = 'OPEN', stage = 'READY', auto_complete_at = null where id = $1`,
        [orderId],
      )
      const [reopened, delivered] = await Promise.all([
        outcome(admin, (tx) => reopenOnboarding(tx, { id, reason })),
        outcome(admin, (tx) => deliverOrder(tx, { id: orderId, summary: 'All of it.', files: [] })),
      ])
      expect(['done WORK_UNFINISHED', 'INVALID_TRANSITION done']).toContain(`${reopened} ${delivered}`)
      const [order] = await world.rows<{ status: string; stage: string }>(
        'select status, stage from orders where id = $1',
        [orderId],
      )
      expect(order).toEqual(
        delivered === 'done'
          ? { status: 'DELIVERED', stage: 'DELIVERED' }
          : { status: 'OPEN', stage: 'ACTION_REQUIRED' },
      )
    }
  })

  test('the buyer may not cancel alone once the work has begun by a waiver', async () => {
    const { id, orderId } = await anOnboarding(world)
    await transaction(world.running.house, admin, (tx) => waiveOnboarding(tx, { id, reason }))
    const [order] = await world.rows<{ begun: Date | null }>(
      'select work_begun_at as begun from orders where id = $1',
      [orderId],
    )
    expect(order!.begun).not.toBeNull()
  })
})
