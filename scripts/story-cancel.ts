import { randomUUID } from 'node:crypto'
import type { Answer, Caller } from '../test/support/caller.js'
import { pay, placeOrders } from '../test/support/shopping.js'
import { type Stage, tell } from './story-house.js'
import { note, step } from './story-print.js'
import * as by from './story-steps.js'

const { ADMIN, BUYER, CLIENT, FINANCE } = by
const CANCEL = `mutation($id: ID!, $r: String!, $a: BigInt, $k: String!) {
  cancelOrder(id: $id, reason: $r, refund: $a, idempotencyKey: $k) { status } }`
const FAILED =
  '{ failedOperations(first: 10) { nodes { id state attempt failure nextTryAt amount { formatted } order { number } } } }'
const RETRY =
  'mutation($id: ID!, $k: String!) { retryOperation(id: $id, idempotencyKey: $k) { state attempt } }'

await tell('How orders are cancelled, and what becomes of the money', async (stage) => {
  await byTheBuyer(stage)
  await byAnAdmin(stage)
  await withARefusedRefund(stage)
})

async function byTheBuyer(stage: Stage): Promise<void> {
  step('Before any work began, the buyer cancels alone: all that is held goes back')
  const id = await paid(stage)
  const buyer = await stage.as(BUYER)
  await stage.mailboxes(BUYER, CLIENT)
  await buyer.ask(CANCEL, { id, r: 'Our client has changed their plans.', k: randomUUID() })
  await stage.settled()
  await by.showOrder(buyer, id)
  await stage.mailboxes(BUYER, CLIENT)
}

async function byAnAdmin(stage: Stage): Promise<void> {
  step('Once the onboarding is approved the buyer is refused')
  const id = await paid(stage)
  const buyer = await stage.as(BUYER)
  const admin = await stage.as(ADMIN)
  await atWork(stage, buyer, id)
  const refused = await buyer.refused(CANCEL, { id, r: 'We have changed our plans.', k: randomUUID() })
  note(`  ${refused['code']}, since ${String(refused['since'])}`)
  step('An admin cancels and names what goes back; more than is held is refused, the rest is earned')
  const { amount } = (await by.showOrder(buyer, id)).payment.held
  const order = { id, r: 'Half of the work was done.', k: randomUUID() }
  const unnamed = await admin.refused(CANCEL, order)
  note(`  Without a name for it: ${unnamed['code']} ${JSON.stringify(unnamed['fields'])}`)
  const tooMuch = await admin.refused(CANCEL, { ...order, a: String(BigInt(amount) + 1n) })
  note(`  One cent too much: ${tooMuch['code']}, at most ${String(tooMuch['maximum'])}`)
  await admin.ask(CANCEL, { ...order, a: String(BigInt(amount) / 2n) })
  await stage.settled()
  await by.showOrder(buyer, id)
  await stage.mailboxes(
    BUYER,
    CLIENT,
    'fulfilment@demo.test',
    'fulfilment2@demo.test',
    'fulfilment3@demo.test',
  )
}

async function withARefusedRefund(stage: Stage): Promise<void> {
  step('The gateway refuses a refund: the order stays cancelled, the money stays owed, and people are told')
  const id = await paid(stage, 'tok_refund_refused_once')
  const buyer = await stage.as(BUYER)
  const finance = await stage.as(FINANCE)
  await buyer.ask(CANCEL, { id, r: 'Our client has changed their plans.', k: randomUUID() })
  await stage.settled()
  await by.showOrder(buyer, id)
  await stage.mailboxes(BUYER, FINANCE)
  const [operation] = (await finance.ask(FAILED))['failedOperations'].nodes
  note(
    `  On finance's list: ${operation.order.number}, ${operation.amount.formatted}, ${operation.state}: ${operation.failure} Tried again by itself: ${operation.nextTryAt}`,
  )
  step('Finance has it tried again by hand, and it goes through')
  await finance.ask(RETRY, { id: operation.id, k: randomUUID() })
  await stage.settled()
  await by.showOrder(buyer, id)
  await stage.mailboxes(BUYER, FINANCE)
  const left = (await finance.ask(FAILED))['failedOperations'].nodes.length
  note(`  On finance's list: ${left === 0 ? 'nothing' : left}`)
  if (left !== 0) throw new Error('The refund should have gone through')
}

async function paid(stage: Stage, token?: string): Promise<string> {
  const buyer = await stage.as(BUYER)
  const [id] = await placeOrders(buyer, [
    { service: 'Local search optimisation', client: 'Elm Street Dental' },
  ])
  await pay(buyer, id!, token)
  await stage.settled()
  return id!
}

async function atWork(stage: Stage, buyer: Caller, orderId: string): Promise<void> {
  const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { lines { onboarding { id } } } }', {
    id: orderId,
  })
  const { id } = order.lines.find((line: Answer) => line['onboarding']).onboarding
  const recipient = await stage.byLink(CLIENT, 'onboarding-request')
  await recipient.ask(by.SUBMIT, await by.filledForm(recipient, id))
  await by.approve(await stage.as(ADMIN), id)
  await stage.settled()
}
