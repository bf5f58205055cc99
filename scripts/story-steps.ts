import { answersFor, sendFile } from '../test/support/onboarding-form.js'
import type { Answer, Caller } from '../test/support/caller.js'
import type { Stage } from './story-house.js'
import { note, table } from './story-print.js'

export const BUYER = 'agency@demo.test'
export const CLIENT = 'diego@elm-dental.test'
export const ADMIN = 'admin@demo.test'
export const FINANCE = 'finance@demo.test'

export const SUBMIT = `mutation($id: ID!, $a: [AnswerInput!]!, $f: [OnboardingFileInput!]) { submitOnboarding(id: $id, answers: $a, files: $f) { status newestRevision { id number } } }`
export const CLAIM =
  'mutation($id: ID!) { claimOnboarding(id: $id) { status reviewer { name } newestRevision { id number } } }'
export const APPROVE = `mutation($id: ID!, $r: ID!) { approveOnboarding(id: $id, revisionId: $r) { status line { tasks { id title status skill assignee { name } startable } } } }`
const ORDER = `query($id: ID!) { order(id: $id) { number status stage standing { summary next } communicatedAt
  lines { service { name flow } stage onboarding { id status } provisioning { status } } campaign { status outcome }
  payment { state held { formatted amount } refundDue { formatted amount } ledger { account amount { formatted } memo } } } }`
const BOOKS =
  'query($id: ID!) { order(id: $id) { payment { ledger { account amount { amount formatted } memo } } } }'
const TASKS = `query($id: ID!) { order(id: $id) { tasks { id title status startable checklist { key } assignee { email } } } }`

/** Prints where an order stands for somebody, with its money as they may see it; gives it. */
export async function showOrder(caller: Caller, id: string, money = true): Promise<Answer> {
  const { order } = await caller.ask(ORDER, { id })
  const next = order.standing.next ? ` Next: ${order.standing.next}` : ''
  note(`  ${order.number}: ${order.status} / ${order.stage}. ${order.standing.summary}${next}`)
  for (const line of order.lines)
    note(
      `    ${line.service.name}: ${line.stage} ${line.onboarding?.status ?? line.provisioning?.status ?? ''}`,
    )
  if (order.campaign) note(`    Campaign: ${order.campaign.status} ${order.campaign.outcome ?? ''}`)
  if (!money) return order
  const due = order.payment.refundDue
  const back = due.amount === '0' ? '' : `, ${due.formatted} on its way back`
  note(`    Money: ${order.payment.state}, held ${order.payment.held.formatted}${back}`)
  showPostings(order.payment.ledger)
  return order
}

/** Prints an order's whole ledger, as FINANCE sees it, and what all of it sums to. */
export async function showBooks(finance: Caller, id: string): Promise<void> {
  const { order } = await finance.ask(BOOKS, { id })
  const { ledger } = order.payment
  note('    Ledger:')
  showPostings(ledger)
  const sum = ledger.reduce((total: bigint, p: Answer) => total + BigInt(p['amount'].amount), 0n)
  note(`      Sum: ${sum}`)
}

function showPostings(ledger: readonly Answer[]): void {
  table(
    ledger.map((p) => [
      p['account'].replace(/ord_\w+/, 'order').replace(/org_\w+/, 'channel'),
      p['amount'].formatted,
      p['memo'],
    ]),
  )
}

/** The form of a document, answered well, with its file; ready to be submitted. */
export async function filledForm(
  recipient: Caller,
  id: string,
): Promise<{ id: string; a: Answer[]; f: Answer[] }> {
  const a = await answersFor(recipient, id)
  const fileId = await sendFile(recipient, 'brand-guidelines.txt', 'Our colours are green and white.\n')
  return { id, a, f: [{ key: 'brief', fileId }] }
}

/** An admin claims what was submitted and approves it; gives the tasks of its line. */
export async function approve(admin: Caller, id: string): Promise<Answer[]> {
  const { claimOnboarding } = await admin.ask(CLAIM, { id })
  const { approveOnboarding } = await admin.ask(APPROVE, { id, r: claimOnboarding.newestRevision.id })
  return approveOnboarding.line.tasks
}

/** Everybody does their tasks of an order, one after the other; the admin accepts what needs a second pair of eyes. */
export async function doAllTasks(stage: Stage, orderId: string): Promise<void> {
  const admin = await stage.as(ADMIN)
  for (;;) {
    const { order } = await admin.ask(TASKS, { id: orderId })
    const task = order.tasks.find(
      (t: Answer) =>
        t['assignee'] && (t['status'] === 'IN_REVIEW' || (t['status'] === 'ASSIGNED' && t['startable'])),
    )
    if (!task) return stage.settled()
    await doTask(stage, admin, task)
  }
}

async function doTask(stage: Stage, admin: Caller, task: Answer): Promise<void> {
  const { id, title, status } = task
  if (status === 'IN_REVIEW') {
    await admin.ask('mutation($id: ID!) { acceptTask(id: $id) { status } }', { id })
    return note(`  ${ADMIN}: ${title} → accepted`)
  }
  const person = await stage.as(task['assignee'].email)
  await person.ask('mutation($id: ID!) { startTask(id: $id) { status } }', { id })
  const { submitTask } = await person.ask(
    'mutation($id: ID!, $c: [ChecklistAnswerInput!]!) { submitTask(id: $id, checklist: $c) { status } }',
    { id, c: task['checklist'].map(({ key }: { key: string }) => ({ key, done: true })) },
  )
  note(`  ${task['assignee'].email}: ${title} → ${submitTask.status}`)
}
