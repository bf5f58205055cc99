import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

export const POST = `mutation($o: ID!, $b: String!, $v: Visibility!, $k: MessageKind! = MESSAGE, $a: [ID!], $m: [ID!]) {
  postMessage(orderId: $o, body: $b, visibility: $v, kind: $k, attachments: $a, mentions: $m) {
    id sequence messageId kind body attachments { id name downloadUrl } mentions { id name organisation } readBy { id name isStaff }
  }
}`

/** A world with a paid order for a client of the agency's, and whoever may be on its feed. */
export interface FeedPeople {
  readonly world: World
  readonly order: string
  readonly buyer: Caller
  readonly client: Caller
  readonly support: Caller
  readonly admin: Caller
  readonly finance: Caller
  /** Of the team, with a task on no such order. */
  readonly worker: Caller
  readonly channel: Caller
  /** The user of an address. */
  readonly userOf: (email: string) => Promise<string>
  /** Writes; gives the entry. */
  readonly say: (caller: Caller, body: string, how?: Say) => Promise<Entry>
}

export interface Say {
  readonly v?: 'STAFF' | 'BUYER' | 'PARTIES'
  readonly k?: 'MESSAGE' | 'QUESTION' | 'STATUS_REQUEST'
  readonly a?: readonly string[]
  readonly m?: readonly string[]
}

export interface Entry {
  readonly id: string
  readonly sequence: string
  readonly messageId: string
  readonly kind: string
  readonly body: string | null
  readonly attachments: readonly { id: string; name: string; downloadUrl: string | null }[]
  readonly mentions: readonly { id: string; name: string; organisation: string | null }[]
  readonly readBy: readonly { id: string; name: string; isStaff: boolean }[]
}

/** Opens it; close its world in `afterAll`. */
export async function openFeed(): Promise<FeedPeople> {
  const world = await openWorld()
  const order = await aPaidOrder(world, [{ service: 'Local search optimisation', client: 'Harbour Bakery' }])
  const [buyer, client, support, admin, finance, worker, channel] = await Promise.all(
    ['agency', 'client', 'support', 'admin', 'finance', 'fulfilment2', 'channel'].map((name) =>
      world.as(`${name}@demo.test`),
    ),
  )
  const userOf = async (email: string) =>
    (await world.rows<{ id: string }>('select id from users where email = $1', [email]))[0]!.id
  const say: FeedPeople['say'] = async (caller, body, { v = 'BUYER', ...how } = {}) =>
    (await caller.ask(POST, { o: order, b: body, v, ...how }))['postMessage'] as Entry
  return {
    world,
    order,
    buyer: buyer!,
    client: client!,
    support: support!,
    admin: admin!,
    finance: finance!,
    worker: worker!,
    channel: channel!,
    userOf,
    say,
  }
}
