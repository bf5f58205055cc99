import { type DocumentNode, execute, parse } from 'graphql'
import { publicError } from '../../api/app/error-edge.js'
import { callerCtx } from '../../api/app/graphql-server.js'
import { schema } from '../../api/app/schema.js'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import { gateway } from '../../api/funds/gateway.js'
import { receiveGatewayWebhook } from '../../api/funds/gateway-webhook.js'
import { askOperation, callOffOperation, sendOperation } from '../../api/funds/operation-jobs.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import { actOnNextDue } from '../../api/platform/due.js'
import { openStillHouse, type StillHouse } from '../platform/still-house.js'
import { placeSmallAppointment, stockSmallAppointment } from '../support/small-appointment.js'
import { placeSmallCampaign, stockSmallPackage } from '../support/small-package.js'
import { placeSmallOrder, stockSmallService } from '../support/small-service.js'
import { PACKAGE_PRICE } from './campaign-life.js'
import { CREATIVE } from './creative-verbs.js'
import { type ScriptedGateway, scriptedGateway } from './scripted-gateway.js'

/** Who takes part in a life: by the trade's words, each a person of the demo world. */
export const people = {
  buyer: 'agency@demo.test',
  recipient: 'client@demo.test',
  admin: 'admin@demo.test',
  finance: 'finance@demo.test',
  worker: 'fulfilment@demo.test',
  channel: 'channel@demo.test',
  support: 'support@demo.test',
} as const
/** Those, and the outside person of the life that is played, with the link they were sent. */
export type Person = keyof typeof people | 'counterpart'

/** What was asked, and what came of it: an answer, or the code of a refusal. */
export type Answer = {
  readonly code?: string
  readonly message?: string
  readonly data?: Record<string, unknown>
}

/**
 * The whole program with no worker of its own: every send, asking, webhook, tick of the clock and deadline is a step
 * that a sequence takes, so that a sequence is the same each time it is run.
 */
export interface Rig {
  readonly gateway: ScriptedGateway
  readonly still: StillHouse
  ask(who: Person, document: string, variables?: Record<string, unknown>): Promise<Answer>
  readonly rows: <T>(statement: string, values?: unknown[]) => Promise<T[]>
  /** Places an order for the model's service, and its add-on where wanted. Returns its id. */
  place(withAddOn: boolean): Promise<string>
  /** Places an order for the model's package. Returns its id, and a contact of its buyer. */
  placeCampaign(): Promise<{ order: string; contact: string }>
  /** Places an order for the model's appointment. Returns its id. */
  placeAppointment(): Promise<string>
  /** The counterpart of an appointment acts by its link from now on. */
  givesLink(appointmentId: string): Promise<void>
  /** What the payment worker does with the operations of an order in this state. */
  send(orderId: string): Promise<void>
  inquire(orderId: string): Promise<void>
  webhook(key: string): Promise<number>
  /** Everything due acts, as where a worker runs. */
  actOnDue(): Promise<void>
  /** Moves the clock to a moment; it never goes back. */
  moveTo(moment: Date): Promise<void>
  now(): Promise<Date>
  close(): Promise<void>
}

/** The counterpart's link, as events name it. */
const LINK = 'lnk_of_the_counterpart'
const LINK_OF_NOW = `insert into links (id, purpose, subject_id, contact_id, token_hash, created_at, expires_at)
  select $1, 'appointment', id, counterpart_id, $1, now(), now() from appointments where id = $2
  on conflict (id) do update set subject_id = excluded.subject_id, contact_id = excluded.contact_id`
const ATTEMPT = { jobId: '', number: 1, last: false }

/** Opens it; close it in `afterAll`. */
export async function openRig(): Promise<Rig> {
  const still = await openStillHouse()
  const { house } = still
  const rows: Rig['rows'] = (statement, values) => still.rows(statement, values)
  const scripted = scriptedGateway()
  gateway.bind(scripted)
  let viewers = await viewersOf(still)
  const documents = new Map<string, DocumentNode>()
  const ask: Rig['ask'] = async (who, text, variables) => {
    const document = documents.get(text) ?? parse(text)
    documents.set(text, document)
    const contextValue = callerCtx(house, viewers[who], '')
    const { data, errors } = await execute({
      schema: schema({ sandbox: true }),
      document,
      contextValue,
      variableValues: variables,
    })
    if (!errors?.length) return { data: data as Record<string, unknown> }
    const [first] = errors
    const { message, extensions } = publicError(house.log, first!.toJSON(), first, true)
    if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR') throw first!.originalError ?? first!
    return { code: String(extensions?.['code']), message }
  }
  const by = (who: Person) => (document: string, variables: Record<string, unknown>) =>
    must(ask(who, document, variables))
  const shop = await stockSmallService(rows, by('admin'), people)
  const pack = await stockSmallPackage(rows, by('channel'), { price: PACKAGE_PRICE, creative: CREATIVE })
  const visit = await stockSmallAppointment(rows, by('admin'), people.buyer)
  viewers = await viewersOf(still) // the worker has learned something
  const operationsOf = async (orderId: string, states: string[]) =>
    still.rows<{ id: string; cancelAsked: boolean }>(
      `select id, cancel_asked_at is not null as "cancelAsked" from operations where order_id = $1 and state = any($2) order by id`,
      [orderId, states],
    )
  return {
    gateway: scripted,
    still,
    ask,
    rows,
    place: (withAddOn) => placeSmallOrder(by('buyer'), shop, withAddOn),
    placeCampaign: async () => ({
      order: await placeSmallCampaign(by('buyer'), pack),
      contact: pack.contact,
    }),
    placeAppointment: () => placeSmallAppointment(rows, by('buyer'), visit),
    givesLink: async (appointmentId) => {
      await rows(LINK_OF_NOW, [LINK, appointmentId])
      viewers = { ...viewers, counterpart: { ...anonymous, kind: 'link', id: LINK, subject: appointmentId } }
    },
    send: async (orderId) => {
      for (const { id } of await operationsOf(orderId, ['REQUESTED']))
        await sendOperation.run(house, { operationId: id }, ATTEMPT)
    },
    inquire: async (orderId) => {
      for (const { id, cancelAsked } of await operationsOf(orderId, ['SENT', 'UNKNOWN']))
        await (cancelAsked ? callOffOperation : askOperation).run(house, { operationId: id }, ATTEMPT)
    },
    webhook: (key) => receiveGatewayWebhook(house, {}, scripted.notice(key)),
    actOnDue: async () => {
      while (await actOnNextDue(house));
    },
    moveTo: async (moment) => {
      await still.rows(
        `update clock set shift_ms = greatest(shift_ms, ceil(extract(epoch from $1::timestamptz - now()) * 1000)::bigint)`,
        [moment],
      )
    },
    now: async () => (await still.rows<{ now: Date }>('select app_now() as now'))[0]!.now,
    close: () => still.close(),
  }
}

async function viewersOf(still: StillHouse): Promise<Record<Person, Viewer>> {
  const { signIn } = still
  const found = await Promise.all(
    Object.entries(people).map(async ([who, email]) => {
      const { headers } = await still.as(email)
      return [who, await viewerOf(signIn, new Headers(headers))] as const
    }),
  )
  return { ...Object.fromEntries(found), counterpart: anonymous } as Record<Person, Viewer>
}

async function must(answer: Promise<Answer>): Promise<Record<string, never>> {
  const { data, message } = await answer
  if (!data) throw new Error(message)
  return data as Record<string, never>
}
