import type { Viewer } from '../../api/lib/viewer.js'
import { livePromise } from '../../api/messages/live-promise.js'
import { postMessage } from '../../api/messages/post-message.js'
import { system } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { lockStream } from '../../api/platform/events.js'
import { transaction } from '../../api/platform/transaction.js'
import { member, staff } from '../house/machine-people.js'
import type { House } from '../../api/platform/context.js'
import { openStillHouse } from '../platform/still-house.js'
import type { Caller } from '../support/caller.js'
import { placeOrders } from '../support/shopping.js'

export const MINUTE = 60_000
export const ASK = { visibility: 'BUYER', kind: 'MESSAGE' } as const

/** A promise as its row tells of it. */
export interface Promised {
  readonly id: string
  readonly startedAt: Date
  readonly warnAt: Date | null
  readonly dueAt: Date | null
  readonly warnedAt: Date | null
  readonly brokenAt: Date | null
  readonly pausedAt: Date | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly forParties: boolean
  readonly usedMs: number
}

/** The house in which people talk. */
export interface Building {
  readonly house: House
  as(email: string): Promise<Caller>
  readonly rows: <T = Record<string, unknown>>(statement: string, values?: unknown[]) => Promise<T[]>
  close(): Promise<void>
}

/** Where every word is said at an exact moment; no worker runs, unless in a building that was given. */
export interface TalkRoom {
  readonly still: Building
  readonly people: Readonly<Record<'buyer' | 'client' | 'support' | 'admin', Viewer>>
  anOrder(): Promise<string>
  /** A verb as somebody at a moment. */
  at<T>(moment: Date, who: Viewer, verb: (tx: Tx) => Promise<T>): Promise<T>
  /** Somebody writes on a feed at a moment. */
  say(
    moment: Date,
    who: Viewer,
    orderId: string,
    how?: { visibility: 'STAFF' | 'BUYER' | 'PARTIES'; kind: 'MESSAGE' | 'QUESTION' | 'STATUS_REQUEST' },
  ): Promise<unknown>
  /** What a deadline of the promise does, at a moment. */
  look(moment: Date, orderId: string): Promise<unknown>
  promises(orderId: string): Promise<Promised[]>
  /** What became of an order's promises, with what the log carries. */
  log(orderId: string): Promise<{ type: string; at: Date; data: Record<string, unknown> }[]>
  tasks(orderId: string): Promise<{ role: string; status: string }[]>
  deadlines(orderId: string): Promise<{ kind: string; due: Date; held: boolean }[]>
}

/** Opens one on the demo world; close its building in `afterAll`. */
export async function openTalkRoom(building?: Building): Promise<TalkRoom> {
  const still = building ?? (await openStillHouse())
  const { house, rows } = still
  const people = await peopleOf(still)
  const at: TalkRoom['at'] = (moment, who, verb) =>
    transaction(house, who, (tx) => verb({ ...tx, now: moment }))
  return {
    still,
    people,
    at,
    anOrder: async () => {
      const wish = { service: 'Local search optimisation', client: 'Harbour Bakery' }
      return (await placeOrders(await still.as('agency@demo.test'), [wish]))[0]!
    },
    say: (moment, who, orderId, how = ASK) =>
      at(moment, who, (tx) => postMessage(tx, { orderId, body: 'A word.', ...how })),
    look: (moment, orderId) =>
      at(moment, system('deadline'), async (tx) => {
        await lockStream(tx, orderId)
        return livePromise(tx, orderId)
      }),
    promises: (orderId) =>
      rows<Promised>(
        `select id, started_at as "startedAt", warn_at as "warnAt", due_at as "dueAt", warned_at as "warnedAt", broken_at as "brokenAt", paused_at as "pausedAt",
          answered_at as "answeredAt", answered_by_id as "answeredBy", for_parties as "forParties", used_ms::float8 as "usedMs" from promises where order_id = $1 order by id`,
        [orderId],
      ),
    log: (orderId) =>
      rows(
        `select type, occurred_at as at, data from events where stream_id = $1 and type like 'promise.%' order by sequence`,
        [orderId],
      ),
    tasks: (orderId) =>
      rows(
        `select role, status from tasks where order_id = $1 and cause like 'answer-broken:%' order by id`,
        [orderId],
      ),
    deadlines: (orderId) =>
      rows(
        `select kind, due_at as due, held_from is not null as held from deadlines where subject_id = $1 and kind like 'answer-%' order by due_at`,
        [orderId],
      ),
  }
}

async function peopleOf({ rows }: Building): Promise<TalkRoom['people']> {
  const id = async (email: string) =>
    (await rows<{ id: string }>('select id from users where email = $1', [email]))[0]!.id
  const at = async (name: string) =>
    (await rows<{ id: string }>('select id from organisations where name = $1', [name]))[0]!.id
  return {
    buyer: member(await id('agency@demo.test'), [await at('Northwind Agency')]),
    client: member(await id('client@demo.test'), [await at('Harbour Bakery')]),
    support: staff(await id('support@demo.test'), ['SUPPORT']),
    admin: staff(await id('admin@demo.test'), ['ADMIN']),
  }
}

/** A moment so many milliseconds after another. */
export const plus = (moment: Date, ms: number) => new Date(moment.getTime() + ms)
