import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openWorld, type World } from '../support/world.js'
import { placeOrders } from '../support/shopping.js'
import { aDelivery, anOrderAtWork, BUYER, HOLD, orderNow } from './a-delivery.js'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const moment = async (statement: string, orderId: string) =>
  (await world.rows<{ at: Date }>(statement, [orderId]))[0]!.at.toISOString()

test('an order says by when what is next is due: to be paid, done, answered', async () => {
  const buyer = await world.as(BUYER)
  const [unpaid] = (await placeOrders(buyer, [{ service: 'Local search optimisation' }])) as [string]
  expect((await orderNow(buyer, unpaid)).standing.nextBy).toBe(
    await moment('select pay_by as at from orders where id = $1', unpaid),
  )
  const atWork = await anOrderAtWork(world)
  expect((await orderNow(buyer, atWork)).standing).toMatchObject({
    actor: 'US',
    nextBy: await moment('select max(due_at) as at from tasks where order_id = $1', atWork),
  })
  const delivered = await aDelivery(world)
  const { autoCompleteAt, standing } = await orderNow(buyer, delivered)
  expect(standing.nextBy).toBe(autoCompleteAt)
})

test('while the work waits for the buyer, or is held, nobody knows by when', async () => {
  const buyer = await world.as(BUYER)
  const orderId = await anOrderAtWork(world)
  const [task] = await world.rows<{ id: string; email: string }>(
    `select t.id, u.email from tasks t join users u on u.id = t.assignee_id where t.order_id = $1 and t.step_key = 'audit'`,
    [orderId],
  )
  const person = await world.as(task!.email)
  await person.ask('mutation($id: ID!) { startTask(id: $id) { status } }', { id: task!.id })
  await person.ask(
    'mutation($id: ID!) { pauseTask(id: $id, reason: "Which logo?", waitingOnBuyer: true) { status } }',
    { id: task!.id },
  )
  expect((await orderNow(buyer, orderId)).standing.nextBy).toBeNull()
  const held = await anOrderAtWork(world)
  await (await world.as('admin@demo.test')).ask(HOLD, { id: held, r: 'The domain has to move first.' })
  expect((await orderNow(buyer, held)).standing.nextBy).toBeNull()
})
