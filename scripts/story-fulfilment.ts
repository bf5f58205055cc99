import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHouse } from '../api/app/house.js'
import { migrate } from '../api/app/migrate.js'
import { checkLedger } from '../api/funds/ledger-check.js'
import { readConfig } from '../api/platform/config.js'
import { startEmbeddedPostgres } from '../api/platform/embedded-postgres.js'
import { anonymousCaller, type Caller, signedIn } from '../test/support/caller.js'
import { inboxOf } from '../test/support/inbox.js'
import { answersFor, sendFile } from '../test/support/onboarding-form.js'
import { pay, placeOrders } from '../test/support/shopping.js'
import { beginning, note, step, table } from './story-print.js'

const CHANGE = `mutation($id: ID!, $r: ID!, $i: [IssueInput!]!) { requestOnboardingChanges(id: $id, revisionId: $r, issues: $i) { status } }`
const APPROVE = `mutation($id: ID!, $r: ID!) { approveOnboarding(id: $id, revisionId: $r) { status line { tasks { id title status skill assignee { name } startable } } } }`
const SUBMIT = `mutation($id: ID!, $a: [AnswerInput!]!, $f: [OnboardingFileInput!]) { submitOnboarding(id: $id, answers: $a, files: $f) { status newestRevision { id number } } }`
const CLAIM =
  'mutation($id: ID!) { claimOnboarding(id: $id) { status reviewer { name } newestRevision { id number } } }'
const ORDER = `query($id: ID!) { order(id: $id) { number status stage standing { summary next } communicatedAt
  lines { service { name flow } stage onboarding { id status } provisioning { status } }
  payment { state held { formatted } ledger { account amount { formatted } memo } } } }`

/** Tells one order's life, from the cart to delegated tasks, by API calls alone; prints each step, mailbox and booking. */
async function story(
  address: string,
  rows: Parameters<typeof inboxOf>[0],
  settled: () => Promise<void>,
): Promise<void> {
  const buyer = await signedIn(address, 'agency@demo.test')
  const admin = await signedIn(address, 'admin@demo.test')
  const mailbox = async (email: string) => {
    for (const mail of await inboxOf(rows, email)) note(`  ✉ ${email}: ${mail.subject}  [${mail.template}]`)
  }
  step('An agency owner fills a cart for a client, ticks the dashboard invitation and checks out')
  const [id] = await placeOrders(buyer, [
    { service: 'Local search optimisation', client: 'Elm Street Dental', inviteToDashboard: true },
    { service: 'Directory listings', client: 'Elm Street Dental' },
  ])
  step('They pay; the chain begins by itself')
  await pay(buyer, id!)
  await settled()
  const paid = await orderNow(buyer, id!)
  await mailbox('agency@demo.test')
  await mailbox('diego@elm-dental.test')
  const documentId = paid['lines'][0].onboarding.id
  step("The client's contact follows the mail's link, sends a file and submits the form")
  const recipient = await followLink(address, await inboxOf(rows, 'diego@elm-dental.test'))
  const form = await answersFor(recipient, documentId)
  const file = await sendFile(recipient, 'brand-guidelines.txt', 'Our colours are green and white.\n')
  const files = [{ key: 'brief', fileId: file }]
  const incomplete = await recipient.refused(SUBMIT, { id: documentId, a: form.slice(1), f: files })
  note(`  A missing answer is refused at its field: ${JSON.stringify(incomplete['fields'])}`)
  const first = await recipient.ask(SUBMIT, { id: documentId, a: form, f: files })
  note(`  Submitted: revision ${first['submitOnboarding'].newestRevision.number}`)
  await settled()
  await mailbox('admin@demo.test')
  step('An admin claims it, marks an issue and sends it back')
  const claimed = await admin.ask(CLAIM, { id: documentId })
  const revisionId = claimed['claimOnboarding'].newestRevision.id
  await admin.ask(CHANGE, {
    id: documentId,
    r: revisionId,
    i: [{ fieldKey: 'goals', note: 'Please name the three services that matter most.' }],
  })
  await settled()
  await mailbox('diego@elm-dental.test')
  step('The recipient mends it; the admin approves; the tasks are raised and delegated by rule')
  await recipient.ask(SUBMIT, {
    id: documentId,
    a: form.map((a) => (a.key === 'goals' ? { ...a, value: ['Implants, whitening, check-ups'] } : a)),
    f: files,
  })
  const again = await admin.ask(CLAIM, { id: documentId })
  const approved = await admin.ask(APPROVE, { id: documentId, r: again['claimOnboarding'].newestRevision.id })
  table(
    approved['approveOnboarding'].line.tasks.map((t: Answer) => [
      t['title'],
      t['skill'],
      t['status'],
      t['assignee']?.name ?? '–',
      t['startable'] ? 'startable' : 'waits for others',
    ]),
  )
  await settled()
  step('A fulfilment person works: starts and submits the first task')
  await work(address)
  await orderNow(buyer, id!)
  await mailbox('fulfilment@demo.test')
  await mailbox('fulfilment3@demo.test')
}

async function orderNow(buyer: Caller, id: string): Promise<Answer> {
  const { order } = await buyer.ask(ORDER, { id })
  note(
    `  ${order.number}: ${order.status} / ${order.stage}. ${order.standing.summary} Next: ${order.standing.next}`,
  )
  for (const line of order.lines)
    note(
      `    ${line.service.name}: ${line.stage} ${line.onboarding?.status ?? line.provisioning?.status ?? ''}`,
    )
  note(`    Money: ${order.payment.state}, held ${order.payment.held.formatted}`)
  table(
    order.payment.ledger.map((p: Answer) => [
      p['account'].replace(/ord_\w+/, 'order'),
      p['amount'].formatted,
      p['memo'],
    ]),
  )
  return order
}

async function followLink(address: string, mails: Awaited<ReturnType<typeof inboxOf>>): Promise<Caller> {
  const link = mails
    .find((m) => m.template === 'onboarding-request')!
    .links.find((l) => l.includes('#token='))!
  const token = decodeURIComponent(link.split('#token=')[1]!)
  const { redeemOnboardingLink } = await anonymousCaller(address).ask(
    'mutation($t: String!) { redeemOnboardingLink(token: $t) { token } }',
    { t: token },
  )
  return anonymousCaller(address, redeemOnboardingLink.token)
}

async function work(address: string): Promise<void> {
  for (const email of ['fulfilment@demo.test', 'fulfilment3@demo.test']) {
    const person = await signedIn(address, email)
    const { tasks } = await person.ask(
      '{ tasks(where: { status: { in: [ASSIGNED] } }) { nodes { id title startable checklist { key } assignee { email } } } }',
    )
    for (const task of tasks.nodes.filter((t: Answer) => t['startable'] && t['assignee']?.email === email)) {
      await person.ask('mutation($id: ID!) { startTask(id: $id) { status } }', { id: task.id })
      const checklist = task.checklist.map(({ key }: { key: string }) => ({ key, done: true }))
      const { submitTask } = await person.ask(
        'mutation($id: ID!, $c: [ChecklistAnswerInput!]!) { submitTask(id: $id, checklist: $c) { status } }',
        { id: task.id, c: checklist },
      )
      note(`  ${email}: ${task.title} → ${submitTask.status}`)
    }
  }
}

/** What an API call gave; a story reads what it asked for. */
type Answer = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- see above

beginning('What happens after a fulfilment service is bought')
const home = await mkdtemp(join(tmpdir(), 'waybill-story-'))
const postgres = await startEmbeddedPostgres({ home, log: () => undefined, throwAway: true })
await migrate(postgres.url)
const config = readConfig({ DATABASE_URL: postgres.url, WAYBILL_HOME: home, PORT: '0', LOG_LEVEL: 'error' })
const running = await startHouse({ ...config, databaseUrl: postgres.url, migrationUrl: postgres.url }, [
  'web',
  'worker',
])
const rows = async <T>(statement: string, values?: unknown[]) =>
  (await running.house.database.pool.query(statement, values)).rows as T[]
try {
  await story(running.address, rows, async () => void (await running.house.jobs.drained(30_000)))
  const faults = await checkLedger(async (statement) => rows(statement))
  step(
    faults.length
      ? `THE LEDGER IS WRONG: ${JSON.stringify(faults)}`
      : 'The ledger holds: all postings sum to zero, nothing is out of place',
  )
  if (faults.length) process.exitCode = 1
} finally {
  await running.stop()
  await postgres.stop()
  await rm(home, { recursive: true, force: true })
}
