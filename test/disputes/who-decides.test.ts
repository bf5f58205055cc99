import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { raiseTask } from '../../api/tasks/raise-task.js'
import { aCampaign, ADMIN, BUYER, CHANNEL, FINANCE, take } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { act, aDispute, CLAIM, refusedTo, WHY } from './a-dispute.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('who has worked on the order does not decide', () => {
  const mayDecide = async (who: string, id: string) => {
    const { dispute } = await (
      await world.as(who)
    ).ask('query($id: ID!) { dispute(id: $id) { availableActions { name allowed refusal } } }', { id })
    return dispute.availableActions.find((a: { name: string }) => a.name === 'resolveDispute')
  }
  const barred = async (who: string, id: string) => {
    expect(await mayDecide(who, id)).toMatchObject({ allowed: false, refusal: 'WORKED_ON_ORDER' })
    expect((await refusedTo(world, who, 'resolve', { id, c: 'REFUND', ...WHY })).code).toBe('WORKED_ON_ORDER')
  }

  test('a verb on the order was enough: an ADMIN who gave the buyer more time leaves it to FINANCE', async () => {
    const campaign = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
    const [row] = await world.rows<{ by: Date }>('select dispute_by as by from campaigns where id = $1', [
      campaign.id,
    ])
    const u = new Date(row!.by.getTime() + 3_600_000).toISOString()
    await take(world, ADMIN, 'extend', { id: campaign.id, u, r: 'They asked for an hour.' })
    const { id } = await act(world, BUYER, 'open', { id: campaign.id, ...CLAIM })
    await barred(ADMIN, id)
    expect(await mayDecide(FINANCE, id)).toMatchObject({ allowed: true, refusal: null })
    expect(await act(world, FINANCE, 'resolve', { id, c: 'REFUND', ...WHY })).toMatchObject({
      status: 'RESOLVED',
    })
  })

  test('so was a word on its feed', async () => {
    const { id, campaign } = await aDispute(world)
    await (
      await world.as(FINANCE)
    ).ask(
      'mutation($o: ID!) { postMessage(orderId: $o, body: "We look into it.", visibility: PARTIES) { id } }',
      { o: campaign.orderId },
    )
    await barred(FINANCE, id)
    expect(await mayDecide(ADMIN, id)).toMatchObject({ allowed: true })
  })

  test('so was a task of it, even where they gave it back', async () => {
    const { id, campaign } = await aDispute(world)
    const task = await transaction(world.running.house, system('test'), (tx) =>
      raiseTask(tx, {
        orderId: campaign.orderId,
        cause: `campaign.stalled:${campaign.id}`,
        role: 'FINANCE',
        title: 'Look at it',
        instructions: 'Look.',
        dueInWorkingHours: 8,
      }),
    )
    const finance = await world.as(FINANCE)
    await finance.ask('mutation($id: ID!) { claimTask(id: $id) { id } }', { id: task })
    expect(await mayDecide(FINANCE, id)).toMatchObject({ allowed: false, refusal: 'WORKED_ON_ORDER' })
    await finance.ask('mutation($id: ID!) { declineTask(id: $id, reason: "Not mine.") { id } }', { id: task })
    await barred(FINANCE, id)
  })

  test('asking a side for something, or doing the task that asks for a decision, is deciding, and bars nobody', async () => {
    const { id } = await aDispute(world)
    await act(world, CHANNEL, 'respond', { id, s: 'It was in the second edition.' })
    await act(world, ADMIN, 'ask', { id, o: 'BUYER', q: 'Which edition?' })
    await world.move(21 * 24 * 3_600_000)
    const [task] = await world.rows<{ id: string }>(`select id from tasks where cause = 'dispute:' || $1`, [
      id,
    ])
    const admin = await world.as(ADMIN)
    await admin.ask('mutation($id: ID!) { claimTask(id: $id) { id } }', { id: task!.id })
    await admin.ask('mutation($id: ID!) { startTask(id: $id) { id } }', { id: task!.id })
    expect(await mayDecide(ADMIN, id)).toMatchObject({ allowed: true })
    await act(world, ADMIN, 'resolve', { id, c: 'RELEASE', ...WHY })
    const [after] = await world.rows<{ status: string }>('select status from tasks where id = $1', [task!.id])
    expect(after!.status).toBe('CANCELLED')
  })
})
