import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type RunningHouse, startHouse } from '../api/app/house.js'
import { migrate } from '../api/app/migrate.js'
import { checkLedger } from '../api/funds/ledger-check.js'
import { advanceClock } from '../api/platform/clock.js'
import { readConfig, type ServiceName } from '../api/platform/config.js'
import { startEmbeddedPostgres } from '../api/platform/embedded-postgres.js'
import { anonymousCaller, type Caller, signedIn } from '../test/support/caller.js'
import { inboxOf, type ReceivedMail } from '../test/support/inbox.js'
import { beginning, note, step } from './story-print.js'

/** The house that a story is told in: everybody in it acts by API calls alone. */
export interface Stage {
  /** Somebody of the demo world, signed in. */
  as(email: string): Promise<Caller>
  /** Whoever holds the link in the newest mail of this template to an address. */
  byLink(email: string, template: string): Promise<Caller>
  /** Whoever holds the link to an appointment in the newest mail to an address. */
  byAppointmentLink(email: string): Promise<Caller>
  /** Rows of the database, for what no API call tells: the trade's time. */
  rows<T>(statement: string, values?: unknown[]): Promise<T[]>
  /** Waits until everything that was set going is done. */
  settled(): Promise<void>
  /** Moves the clock, in milliseconds. */
  move(ms: number): Promise<void>
  /** Nobody works for so long, in milliseconds; what is done meanwhile meets a house that only answers. */
  withoutWorkers(ms: number, meanwhile: () => Promise<void>): Promise<void>
  /** Prints what has arrived in these mailboxes since they were last looked into. */
  mailboxes(...emails: string[]): Promise<void>
  /** Prints the texts about an appointment since they were last looked at, and what became of them. */
  phones(appointmentId: string): Promise<void>
}

/** Opens a throw-away house, tells the story in it, and looks over the books at its end. */
export async function tell(title: string, story: (stage: Stage) => Promise<void>): Promise<void> {
  beginning(title)
  const home = await mkdtemp(join(tmpdir(), 'waybill-story-'))
  const postgres = await startEmbeddedPostgres({ home, log: () => undefined, throwAway: true })
  await migrate(postgres.url)
  const theatre = await openTheatre(postgres.url, home)
  try {
    await story(theatre.stage)
    const faults = await checkLedger(async (statement) => theatre.rows(statement))
    if (faults.length) throw new Error(`The ledger is wrong: ${JSON.stringify(faults)}`)
    step('The ledger holds: all postings sum to zero, nothing is out of place')
  } finally {
    await theatre.close()
    await postgres.stop()
    await rm(home, { recursive: true, force: true })
  }
}

interface Theatre {
  readonly stage: Stage
  rows<T>(statement: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

async function openTheatre(url: string, home: string): Promise<Theatre> {
  const config = readConfig({ DATABASE_URL: url, WAYBILL_HOME: home, PORT: '0', LOG_LEVEL: 'silent' })
  const open = (...services: ServiceName[]) =>
    startHouse({ ...config, databaseUrl: url, migrationUrl: url }, services)
  let running: RunningHouse = await open('web', 'worker')
  const rows: Theatre['rows'] = async <T>(statement: string, values?: unknown[]) =>
    (await running.house.database.pool.query(statement, values)).rows as T[]
  const settled = async () => void (await running.house.jobs.drained(30_000))
  const people = peopleOf(() => running.address, rows)
  const stage: Stage = {
    ...people,
    rows,
    settled,
    move: async (ms) => {
      await advanceClock(running.house, ms)
      await settled()
    },
    withoutWorkers: async (ms, meanwhile) => {
      await running.stop()
      running = await open('web')
      await rows('update clock set shift_ms = shift_ms + $1', [ms])
      await meanwhile()
      await running.stop()
      running = await open('web', 'worker')
      await nothingDue(rows)
      await settled()
    },
  }
  return { stage, rows, close: () => running.stop() }
}

/** Waits until the workers have acted on all that came due while they were away. */
async function nothingDue(rows: Theatre['rows']): Promise<void> {
  const due = 'select 1 from deadlines where try_at <= app_now() and held_from is null limit 1'
  while ((await rows(due)).length) await pause(50)
}

function peopleOf(
  address: () => string,
  rows: Parameters<typeof inboxOf>[0],
): Pick<Stage, 'as' | 'byLink' | 'byAppointmentLink' | 'mailboxes' | 'phones'> {
  const known = new Map<string, Promise<Caller>>()
  const seen = new Map<string, number>()
  const as: Stage['as'] = (email) => {
    const who = `${email} at ${address()}`
    const caller = known.get(who) ?? signedIn(address(), email)
    known.set(who, caller)
    return caller
  }
  return {
    as,
    byLink: async (email, template) => followLink(address(), await inboxOf(rows, email), template),
    byAppointmentLink: async (email) => followAppointmentLink(address(), await inboxOf(rows, email)),
    phones: async (appointmentId) => {
      const { texts } = await (await as('support@demo.test')).ask(TEXTS, { id: appointmentId })
      for (const { id, to, toName, body, state } of texts.nodes.toReversed()) {
        if (!seen.has(id)) note(`  ☎ ${toName} ${to}: ${body} [${state}]`)
        seen.set(id, 1)
      }
    },
    mailboxes: async (...emails) => {
      for (const email of emails) {
        const mails = await inboxOf(rows, email)
        for (const mail of mails.slice(seen.get(email) ?? 0))
          note(`  ✉ ${email}: ${mail.subject}  [${mail.template}]`)
        seen.set(email, mails.length)
      }
    },
  }
}

const TEXTS = `query($id: ID!) { texts(first: 20, where: { appointmentId: { in: [$id] } }, sort: [{ field: queuedAt, direction: DESC }]) {
  nodes { id to toName body state } } }`

async function followLink(address: string, mails: ReceivedMail[], template: string): Promise<Caller> {
  const { redeemOnboardingLink } = await anonymousCaller(address).ask(
    'mutation($t: String!) { redeemOnboardingLink(token: $t) { token } }',
    { t: tokenIn(mails.filter((mail) => mail.template === template)) },
  )
  return anonymousCaller(address, redeemOnboardingLink.token)
}

async function followAppointmentLink(address: string, mails: ReceivedMail[]): Promise<Caller> {
  const { redeemAppointmentLink } = await anonymousCaller(address).ask(
    'mutation($t: String!) { redeemAppointmentLink(token: $t) { token } }',
    { t: tokenIn(mails) },
  )
  return anonymousCaller(address, redeemAppointmentLink.token)
}

/** The secret of the newest of these mails that has one. */
function tokenIn(mails: readonly ReceivedMail[]): string {
  const link = mails.flatMap(({ links }) => links.filter((one) => one.includes('#token='))).at(-1)
  if (!link) throw new Error('There is no link in any of these mails')
  return decodeURIComponent(link.split('#token=')[1]!)
}
