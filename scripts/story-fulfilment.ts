import { randomUUID } from 'node:crypto'
import { sendFile } from '../test/support/onboarding-form.js'
import { pay, placeOrders } from '../test/support/shopping.js'
import type { Answer } from '../test/support/caller.js'
import { type Stage, tell } from './story-house.js'
import { note, step, table } from './story-print.js'
import * as by from './story-steps.js'

const { ADMIN, BUYER, CLIENT } = by
const DAY = 24 * 3_600_000
const CHANGE = `mutation($id: ID!, $r: ID!, $i: [IssueInput!]!) { requestOnboardingChanges(id: $id, revisionId: $r, issues: $i) { status } }`
const DELIVER =
  'mutation($id: ID!, $s: String!, $f: [ID!]) { deliverOrder(id: $id, summary: $s, files: $f) { status autoCompleteAt revisionsLeft } }'
const REVISE =
  'mutation($id: ID!, $t: String!) { requestRevision(id: $id, text: $t) { status revisionsLeft } }'
const CONFIRM = 'mutation($id: ID!, $k: String!) { confirmDelivery(id: $id, idempotencyKey: $k) { status } }'

await tell('What happens after a fulfilment service is bought', async (stage) => {
  const id = await bought(stage)
  const documentId = await submitted(stage, id)
  await verified(stage, documentId)
  await worked(stage, id)
  await reported(stage, id)
  await delivered(stage, id)
  await revised(stage, id)
  await confirmed(stage, id)
})

async function bought(stage: Stage): Promise<string> {
  const buyer = await stage.as(BUYER)
  step('An agency owner fills a cart for a client, ticks the dashboard invitation and checks out')
  const [id] = await placeOrders(buyer, [
    { service: 'Local search optimisation', client: 'Elm Street Dental', inviteToDashboard: true },
    { service: 'Directory listings', client: 'Elm Street Dental' },
  ])
  step('They pay; the chain begins by itself')
  await pay(buyer, id!)
  await stage.settled()
  await by.showOrder(buyer, id!)
  await stage.mailboxes(BUYER, CLIENT)
  return id!
}

async function submitted(stage: Stage, orderId: string): Promise<string> {
  step("The client's contact follows the mail's link, sends a file and submits the form")
  const { order } = await (
    await stage.as(BUYER)
  ).ask('query($id: ID!) { order(id: $id) { lines { onboarding { id } } } }', { id: orderId })
  const { id } = order.lines.find((line: Answer) => line['onboarding']).onboarding
  const recipient = await stage.byLink(CLIENT, 'onboarding-request')
  const form = await by.filledForm(recipient, id)
  const incomplete = await recipient.refused(by.SUBMIT, { ...form, a: form.a.slice(1) })
  note(`  A missing answer is refused at its field: ${JSON.stringify(incomplete['fields'])}`)
  const first = await recipient.ask(by.SUBMIT, form)
  note(`  Submitted: revision ${first['submitOnboarding'].newestRevision.number}`)
  await stage.settled()
  await stage.mailboxes(ADMIN)
  await sentBack(stage, id)
  await recipient.ask(by.SUBMIT, {
    ...form,
    a: form.a.map((a) => (a['key'] === 'goals' ? { ...a, value: ['Implants, whitening, check-ups'] } : a)),
  })
  return id
}

async function sentBack(stage: Stage, id: string): Promise<void> {
  step('An admin claims it, marks an issue and sends it back; the recipient mends it')
  const admin = await stage.as(ADMIN)
  const { claimOnboarding } = await admin.ask(by.CLAIM, { id })
  const i = [{ fieldKey: 'goals', note: 'Please name the three services that matter most.' }]
  await admin.ask(CHANGE, { id, r: claimOnboarding.newestRevision.id, i })
  await stage.settled()
  await stage.mailboxes(CLIENT)
}

async function verified(stage: Stage, documentId: string): Promise<void> {
  step('The admin approves; the tasks are raised and delegated by rule')
  const tasks = await by.approve(await stage.as(ADMIN), documentId)
  table(
    tasks.map((t) => [
      t['title'],
      t['skill'] ?? '',
      t['status'],
      t['assignee']?.name ?? '–',
      t['startable'] ? 'startable' : 'waits for others',
    ]),
  )
  await stage.settled()
  await stage.mailboxes(BUYER, CLIENT)
}

async function worked(stage: Stage, id: string): Promise<void> {
  step('Fulfilment works: each task is started, submitted, and accepted where it needs a second pair of eyes')
  await by.doAllTasks(stage, id)
  await by.showOrder(await stage.as(BUYER), id, false)
  await stage.mailboxes('fulfilment@demo.test', 'fulfilment2@demo.test', 'fulfilment3@demo.test')
}

async function reported(stage: Stage, id: string): Promise<void> {
  step('A week passes; a report drafts itself and goes out, untouched, at its deadline')
  await stage.move(11 * DAY)
  const { order } = await (
    await stage.as(BUYER)
  ).ask(
    'query($id: ID!) { order(id: $id) { reports(first: 5) { nodes { number status done { text } } } } }',
    { id },
  )
  for (const report of order.reports.nodes)
    note(`  Report ${report.number}: ${report.status}, ${report.done.length} things done`)
  await stage.mailboxes(BUYER)
}

async function delivered(stage: Stage, id: string): Promise<void> {
  step('An admin hands the work over, with a file; the buyer has 14 days to answer')
  const admin = await stage.as(ADMIN)
  const file = await sendFile(admin, 'results.txt', 'Page one for “dentist near me”.\n')
  const { deliverOrder } = await admin.ask(DELIVER, { id, s: 'Everything is live.', f: [file] })
  await stage.settled()
  note(`  ${deliverOrder.status}; counts as confirmed from ${deliverOrder.autoCompleteAt} on`)
  await stage.mailboxes(BUYER)
}

async function revised(stage: Stage, id: string): Promise<void> {
  step('The buyer asks for a change; whoever did the work gets a task; it is delivered again')
  const buyer = await stage.as(BUYER)
  const { requestRevision } = await buyer.ask(REVISE, { id, t: 'The opening hours on the map are wrong.' })
  await stage.settled()
  note(`  ${requestRevision.status}; ${requestRevision.revisionsLeft} revision left`)
  await stage.mailboxes('fulfilment@demo.test', 'fulfilment2@demo.test', 'fulfilment3@demo.test', ADMIN)
  await by.doAllTasks(stage, id)
  await (await stage.as(ADMIN)).ask(DELIVER, { id, s: 'The opening hours are right now.' })
  await stage.settled()
  await stage.mailboxes(BUYER)
}

async function confirmed(stage: Stage, id: string): Promise<void> {
  step('The buyer confirms: what was held is earned, and the order is complete')
  const buyer = await stage.as(BUYER)
  await buyer.ask(CONFIRM, { id, k: randomUUID() })
  await stage.settled()
  const order = await by.showOrder(buyer, id)
  if (order['status'] !== 'COMPLETED') throw new Error('The order should be complete')
  await stage.mailboxes(BUYER, CLIENT, ADMIN)
}
