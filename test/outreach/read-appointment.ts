import { Refusal } from '../../api/lib/refusal.js'
import { system, type Viewer } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { row, sql } from '../../api/platform/database.js'
import { transaction } from '../../api/platform/transaction.js'
import type { World } from '../support/world.js'

const SEEN = `{ id status version startsAt endsAt place minutes wishes attemptsMade attemptsAllowed giveUpAt dueAt overdue declineReason otherTimes
  proposedStartsAt proposedBy closesAt icsSequence cancelReason confirmedAt endedAt attendeeName counterpart { id name phone email optedOut quiet localTime }
  attempts { nodes { id kind outcome number note text delivery madeBy { name } } }
  order { id status stage standing { summary next nextBy actor } }
  availableActions { name allowed refusal deadline } }`

/** An appointment as somebody sees it, by its own id or its order's. */
export async function seenAppointment(
  world: World,
  who: string,
  by: { id: string } | { orderId: string },
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read what they asked for
): Promise<any> {
  const caller = await world.as(who)
  if ('id' in by)
    return (await caller.ask(`query($id: ID!) { appointment(id: $id) ${SEEN} }`, by)).appointment
  const { order } = await caller.ask(`query($id: ID!) { order(id: $id) { appointment ${SEEN} } }`, {
    id: by.orderId,
  })
  return order?.appointment
}

/** Everything that happened on an order, in its order. */
export async function eventsOf(world: World, orderId: string): Promise<string[]> {
  const found = await world.rows<{ type: string }>(
    'select type from events where stream_id = $1 order by sequence',
    [orderId],
  )
  return found.map(({ type }) => type)
}

/** What an event of an order carried, the newest of its type. */
export async function carried(
  world: World,
  orderId: string,
  type: string,
): Promise<Record<string, unknown> | undefined> {
  const [event] = await world.rows<{ data: Record<string, unknown> }>(
    'select data from events where stream_id = $1 and type = $2 order by sequence desc limit 1',
    [orderId, type],
  )
  return event?.data
}

/** The tasks of an order, the oldest first. */
export function tasksOf(
  world: World,
  orderId: string,
): Promise<{ cause: string; role: string; status: string; at: Date }[]> {
  return world.rows(
    'select cause, role, status, created_at as at from tasks where order_id = $1 order by id',
    [orderId],
  )
}

/** Where an order's money is: what is held, what we earned, and what went back to the buyer or is on its way. */
export async function moneyOf(
  world: World,
  orderId: string,
): Promise<{ held: bigint; revenue: bigint; refunds: bigint }> {
  const [funds] = await world.rows<{ held: string }>('select held::text from held_funds where id = $1', [
    orderId,
  ])
  const [booked] = await world.rows<{ revenue: string; refunds: string }>(
    `select coalesce(sum(p.amount) filter (where p.account = 'revenue'), 0)::text as revenue,
      coalesce((select sum(o.amount) from operations o where o.order_id = $1 and o.kind = 'REFUND'), 0)::text as refunds
      from postings p join transfers t on t.id = p.transfer_id where t.order_id = $1`,
    [orderId],
  )
  return {
    held: BigInt(funds!.held),
    revenue: BigInt(booked!.revenue),
    refunds: BigInt(booked!.refunds),
  }
}

/** With whom an appointment is now. */
export async function counterpartNow(world: World, id: string): Promise<string> {
  const [found] = await world.rows<{ who: string }>(
    'select counterpart_id as who from appointments where id = $1',
    [id],
  )
  return found!.who
}

/** The deadlines that an appointment waits for, the nearest first. */
export async function deadlinesOf(world: World, id: string): Promise<string[]> {
  const found = await world.rows<{ kind: string }>(
    'select kind from deadlines where subject_id = $1 order by due_at, kind',
    [id],
  )
  return found.map(({ kind }) => kind)
}

class Undone extends Error {}

/**
 * What comes of a verb that is taken when a deadline of the appointment lies so many milliseconds ahead, as its column
 * and the deadline itself have it; then undone.
 */
export async function atDeadline(
  world: World,
  of: { id: string; column: string; kind: string; ms: number; viewer?: Viewer },
  verb: (tx: Tx) => Promise<unknown>,
): Promise<string> {
  const run = transaction(world.running.house, of.viewer ?? system('deadline'), async (tx) => {
    const at = new Date(tx.now.getTime() + of.ms)
    await row(tx, sql`update appointments set ${sql.id(of.column)} = ${at} where id = ${of.id}`)
    await row(tx, sql`update deadlines set due_at = ${at} where subject_id = ${of.id} and kind = ${of.kind}`)
    await verb(tx)
    throw new Undone()
  })
  return run.then(
    () => 'kept',
    (error: unknown) => {
      if (error instanceof Undone) return 'done'
      if (error instanceof Refusal) return error.code
      throw error
    },
  )
}
