import 'reflect-metadata'
import '../../api/accounts/member.type.js'
import '../../api/accounts/user.type.js'
import '../../api/catalogue/service.type.js'
import '../../api/orders/order.type.js'
import '../../api/tasks/task.type.js'
import { accountsEntities } from '../../api/accounts/accounts.entity.js'
import { type DemoAccounts, demoAccounts } from '../../api/accounts/demo-accounts.js'
import { catalogueEntities } from '../../api/catalogue/catalogue.entity.js'
import { demoCatalogue } from '../../api/catalogue/demo-catalogue.js'
import { newId } from '../../api/lib/ids.js'
import { system, type Viewer } from '../../api/lib/viewer.js'
import {
  mailStays,
  mailStaysJob,
  mailTaken,
  mailTakenJob,
  type TakenMail,
} from '../../api/notifications/mail-taken.task.js'
import { mailroom, openMailroom } from '../../api/notifications/mailroom.js'
import { sendMailJob } from '../../api/notifications/send-mail.task.js'
import { mailUndelivered } from '../../api/notifications/undelivered-mail.js'
import { isTold, tell } from '../../api/notifications/tell.js'
import { OrderEntity, OrderLineEntity, ordersEntities } from '../../api/orders/order.entity.js'
import type { Config } from '../../api/platform/config.js'
import type { House, Tx } from '../../api/platform/context.js'
import { APP_ROLE, openDatabase } from '../../api/platform/database.js'
import { record, startStream, tellJob, telling } from '../../api/platform/events.js'
import { openJobQueue } from '../../api/platform/job-queue.js'
import type { Job } from '../../api/platform/jobs.js'
import { openLive } from '../../api/platform/live/live.js'
import { openLog } from '../../api/platform/log.js'
import { platformEntities } from '../../api/platform/platform.entity.js'
import { transaction } from '../../api/platform/transaction.js'
import { tasksEntities } from '../../api/tasks/task.entity.js'
import { freshDatabase } from '../support/database.js'

export const SEO = 'svc_01k0waybe0sea00000000000c1'
export const LISTINGS = 'svc_01k0waybe0drc00000000000c3'

/** A row of the outbox, as the tests look at it. */
export interface MailRow {
  readonly id: string
  readonly template: string
  readonly recipient_id: string
  readonly recipient_kind: string
  readonly to_address: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly state: string
  readonly attempts: number
  readonly last_error: string | null
  readonly sealed_token: string | null
  readonly message_id: string
  readonly order_id: string | null
}

/** A house with the demo people and catalogue, whose outbox is looked at; nothing works by itself unless asked to. */
export interface MailHouse {
  readonly house: House
  readonly people: DemoAccounts
  /** The user behind the agency's owner. */
  readonly owner: string
  readonly taken: TakenMail[]
  as<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T>
  query<T>(text: string, ...values: unknown[]): Promise<T[]>
  mails(): Promise<MailRow[]>
  /** An order of the agency for its first client, with an onboarded line asked of that client and an add-on. */
  order(): Promise<string>
  /** Writes an event on a stream and tells it, as the job would. Returns the event. */
  happens(event: {
    type: string
    streamId: string
    aggregateId?: string
    data?: object
    by?: Viewer
  }): Promise<string>
  tell(eventId: string): Promise<void>
  send(mailId: string): Promise<void>
  close(): Promise<void>
}

/** The kinds of job that mail needs. */
export const mailKinds = [
  tellJob,
  sendMailJob,
  mailTakenJob,
  mailStaysJob,
] as unknown as readonly Job<never>[]

/** Opens it on a database of its own; `close()` in `afterAll`. */
export async function openMailHouse(settings: Partial<Config> = {}): Promise<MailHouse> {
  const fresh = await freshDatabase()
  const log = openLog('silent')
  const database = await openDatabase({
    url: fresh.url,
    entities: [
      ...platformEntities,
      ...accountsEntities,
      ...catalogueEntities,
      ...ordersEntities,
      ...tasksEntities,
    ],
  })
  const jobs = await openJobQueue(fresh.url, { role: APP_ROLE, log, kinds: mailKinds })
  const config = {
    mode: 'sandbox',
    publicUrl: 'https://waybill.example',
    mailFrom: 'Waybill <no-reply@waybill.example>',
    authSecret: 's'.repeat(32),
    smtpUrl: undefined,
    workingZone: 'UTC',
    holidays: [],
    mail: { timeoutMs: 20_000, replyTo: undefined, dkim: undefined, bounces: undefined },
    ...settings,
  } as Config
  const house = {
    config,
    database,
    jobs,
    log,
    live: openLive(new EventTarget(), log),
    relayNudge: () => undefined,
  } as unknown as House
  const taken: TakenMail[] = []
  telling.bind({ concerns: isTold, tell })
  mailroom.bind(openMailroom(config))
  mailTaken.bind({ 'communication-invitation': async (_tx, mail) => void taken.push(mail) })
  mailUndelivered.bind({})
  mailStays.bind({})
  const people = await demoAccounts(house)
  await transaction(house, system('test'), demoCatalogue)
  const query = async <T>(text: string, ...values: unknown[]) =>
    (await database.pool.query(text, values)).rows as T[]
  const [owner] = await query<{ user_id: string }>(
    `select user_id from members where contact_id = $1`,
    people.agencyOwner,
  )
  const as = <T>(viewer: Viewer, work: (tx: Tx) => Promise<T>) => transaction(house, viewer, work)
  const attempt = { jobId: 'test', number: 0, last: false }
  return {
    house,
    people,
    owner: owner!.user_id,
    taken,
    as,
    query,
    mails: () => query<MailRow>('select * from mails order by queued_at, id'),
    order: () => as(system('test'), (tx) => insertOrder(tx, people, owner!.user_id)),
    happens: async ({ by = system('test'), ...event }) => {
      const id = await as(by, (tx) => write(tx, event))
      await tell(house, { eventId: id })
      return id
    },
    tell: (eventId) => tell(house, { eventId }),
    send: (mailId) => sendMailJob.run(house, { mailId }, attempt),
    close: async () => {
      await jobs.stop()
      await database.close()
      await fresh.drop()
    },
  }
}

async function write(
  tx: Tx,
  event: { type: string; streamId: string; aggregateId?: string; data?: object },
): Promise<string> {
  const { type, streamId, aggregateId = streamId, data = {} } = event
  return record(tx, { streamId, aggregateId, type, visibility: 'STAFF', data: { ...data } })
}

let orders = 0

async function insertOrder(tx: Tx, people: DemoAccounts, owner: string): Promise<string> {
  const id = newId('ord')
  const client = people.clients[0]!
  const number = `W-${900_000 + ++orders}`
  const at = new Date('2026-11-24T13:30:00Z')
  await startStream(tx, id)
  await tx.em.insert(OrderEntity, {
    id,
    number,
    status: 'OPEN',
    stage: 'AWAITING_ONBOARDING',
    buyerId: people.agency,
    beneficiaryId: client.id,
    placedByUserId: owner,
    placedByContactId: people.agencyOwner,
    currency: 'EUR',
    totalAmount: 59_800n,
    termsVersion: '1',
    dashboardContactId: people.clients[1]!.contact,
    placedAt: at,
    payBy: new Date('2026-11-24T13:45:00Z'),
    paidAt: new Date('2026-11-24T13:32:00Z'),
  })
  const line = {
    orderId: id,
    currency: 'EUR',
    recipient: 'CLIENT',
    recipientContactId: client.contact,
    recipientName: 'Clara Hughes',
    recipientEmail: 'clara.before@demo.test',
  }
  await tx.em.insert(OrderLineEntity, {
    ...line,
    id: newId('lin'),
    position: 1,
    serviceId: SEO,
    flow: 'ONBOARDED',
    priceAmount: 49_900n,
  })
  await tx.em.insert(OrderLineEntity, {
    ...line,
    id: newId('lin'),
    position: 2,
    serviceId: LISTINGS,
    flow: 'SELF_SERVICE',
    priceAmount: 9_900n,
  })
  return id
}
