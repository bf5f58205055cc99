import { isStaff } from '../lib/viewer.js'
import { isOfSide } from '../messages/may-read.js'
import type { Visibility } from '../messages/message-words.js'
import type { Ctx } from '../platform/context.js'
import { sql } from '../platform/database.js'
import { inPlain } from '../platform/reading/plain.js'
import { seenBy } from './sees-order.js'

/** Somebody who has been at an order's feed, as others see them. */
export interface OnFeed {
  readonly id: string
  readonly name: string
  readonly isStaff: boolean
  readonly isPresent: boolean
  readonly isTyping: boolean
  /** The number of the last entry they have read; "0" for none. */
  readonly readUpTo: string
  readonly readAt: string | null
}

interface Found {
  readonly isBuyer: boolean
  readonly people: Omit<OnFeed, 'isTyping'>[]
}

const MOST = sql.lit(50)

/**
 * The others who have been at an order's feed and still see it, those who are there first; undefined where the order is
 * not the viewer's to see. `typing` says who writes now, and for whom: somebody who could not read it is not told.
 */
export async function whoIsThere(
  ctx: Ctx,
  orderId: string,
  typing: ReadonlyMap<string, Visibility>,
): Promise<OnFeed[] | undefined> {
  const { viewer } = ctx
  const [u, t] = [sql.raw('u'), sql.raw('t')]
  const there = sql`coalesce(k.present_until > now(), false)`
  const [found] = await inPlain<Found>(
    ctx,
    sql<Found>`select t.buyer_id = any(${viewer.organisations}::text[]) as "isBuyer", (select coalesce(json_agg(p), '[]') from (
        select u.id, u.name, cardinality(u.staff_roles) > 0 as "isStaff", ${there} as "isPresent", k.up_to::text as "readUpTo", k.read_at as "readAt"
        from read_marks k join users u on u.id = k.user_id
        where k.order_id = t.id and k.user_id <> ${viewer.id} and u.status = 'ACTIVE' and (cardinality(u.staff_roles) > 0 or ${isOfSide(u, t, sql`'PARTIES'`)})
        order by ${there} desc, u.name, u.id limit ${MOST}) p) as people
      from orders t where t.id = ${orderId} and ${seenBy(viewer)}`,
  )
  if (!found) return undefined
  const readable: Record<Visibility, boolean> = {
    STAFF: isStaff(viewer),
    BUYER: isStaff(viewer) || found.isBuyer,
    PARTIES: true,
  }
  return found.people.map((person) => {
    const to = typing.get(person.id)
    return { ...person, isTyping: to !== undefined && readable[to] }
  })
}
