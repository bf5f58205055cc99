import { Refusal } from '../../api/lib/refusal.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { transaction } from '../../api/platform/transaction.js'
import { type ACampaign, BUYER } from '../support/campaigns.js'
import type { World } from '../support/world.js'

const CAMPAIGN = `query($id: ID!) { campaign(id: $id) {
  id status outcome offeredAt acceptBy acceptedAt capturedAt payAgainBy readyAt completedAt disputeBy dueAt overdue estimatedOn
  checklist { materials connected estimateGiven available } missingCreatives declineReason cancelReason releaseHeld endedAt version
  channelName buyerName packageName orderNumber price { amount currency } startsOn endsOn
  proposal { by reason answerBy refund { amount currency } } package { id name } packageVersion { version }
  order { id status stage standing { summary next nextBy actor } }
  availableActions { name allowed refusal deadline } } }`

/** A campaign as somebody sees it now. */
export async function campaignNow(world: World, id: string, who = BUYER) {
  return (await (await world.as(who)).ask(CAMPAIGN, { id }))['campaign']
}

/** What may be done with it, as somebody is told. */
export async function actionOf(world: World, id: string, who: string, name: string) {
  const { availableActions } = await campaignNow(world, id, who)
  return availableActions.find((action: { name: string }) => action.name === name)
}

/** Everything that happened to it since it was offered, in order, without what happened to the order or its money. */
export async function story(world: World, { orderId }: ACampaign): Promise<string[]> {
  const events = await world.rows<{ type: string }>(
    `select type from events where stream_id = $1 and type like 'campaign.%' order by sequence`,
    [orderId],
  )
  return events.map(({ type }) => type.slice('campaign.'.length))
}

/** The last event of a kind on its order, with what it carries. */
export async function lastOf(world: World, { orderId }: ACampaign, type: string) {
  const [event] = await world.rows<{ data: Record<string, unknown>; actor_kind: string }>(
    'select data, actor_kind from events where stream_id = $1 and type = $2 order by sequence desc limit 1',
    [orderId, type],
  )
  return event!
}

/** Where its money is: what is held, and what of it went where, in minor units. */
export async function moneyOf(world: World, { orderId }: ACampaign) {
  const postings = await world.rows<{ account: string; sum: string }>(
    'select account, sum(amount)::text as sum from postings where order_id = $1 group by account',
    [orderId],
  )
  const operations = await world.rows<{ kind: string; state: string; amount: string }>(
    'select kind, state, amount::text as amount from operations where order_id = $1 order by id',
    [orderId],
  )
  const sum = (begins: string) =>
    postings.filter(({ account }) => account.startsWith(begins)).reduce((all, p) => all + BigInt(p.sum), 0n)
  const [funds] = await world.rows<{ closed: boolean }>(
    'select closed_at is not null as closed from held_funds where id = $1',
    [orderId],
  )
  return {
    held: sum('held:'),
    fees: sum('fees'),
    payable: sum('payable:'),
    refundDue: sum('refund-due:'),
    closed: funds!.closed,
    done: operations.map(({ kind, state }) => `${kind} ${state}`),
    released: total(operations, 'RELEASE'),
    refunded: total(operations, 'REFUND'),
  }
}

function total(operations: readonly { kind: string; state: string; amount: string }[], kind: string): bigint {
  return operations
    .filter((o) => o.kind === kind && o.state === 'SUCCEEDED')
    .reduce((sum, o) => sum + BigInt(o.amount), 0n)
}

/** The deadlines that wait for it, by kind. */
export async function deadlinesOf(world: World, { id }: ACampaign): Promise<string[]> {
  const found = await world.rows<{ kind: string }>(
    'select kind from deadlines where subject_id = $1 order by due_at, kind',
    [id],
  )
  return found.map(({ kind }) => kind)
}

/** The open tasks of its order. */
export async function openTasks(world: World, { orderId }: ACampaign) {
  return world.rows<{ role: string; title: string }>(
    `select role, title from tasks where order_id = $1 and status not in ('DONE', 'CANCELLED') order by id`,
    [orderId],
  )
}

/** The names of mails about its order that somebody got, in order. */
export async function mailsTo(world: World, who: string, { orderId }: ACampaign): Promise<string[]> {
  const mails = await world.rows<{ template: string }>(
    'select template from mails where order_id = $1 and to_address = $2 order by queued_at, id',
    [orderId, who],
  )
  return mails.map(({ template }) => template)
}

/** While `work` runs no worker looks at what is due for a campaign; then one looks at all of it, the oldest first. */
export async function withoutWorker<T>(world: World, { id }: ACampaign, work: () => Promise<T>): Promise<T> {
  await world.rows(`update deadlines set try_at = '9999-01-01' where subject_id = $1`, [id])
  try {
    return await work()
  } finally {
    await world.rows(`update deadlines set try_at = due_at + interval '2 seconds' where subject_id = $1`, [
      id,
    ])
  }
}

/** The clock jumps, and nothing is looked at on the way. */
export async function jump(world: World, ms: number): Promise<void> {
  await world.rows('update clock set shift_ms = shift_ms + $1', [ms])
}

/** Waits until something is so, as a worker brings it about. */
export async function until(world: World, holds: () => Promise<boolean>, ms = 60_000): Promise<void> {
  const last = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > last) throw new Error(`Not so within ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await world.settled()
}

/** Waits until nothing more is asked of the gateway for its order: answers may be late, and what was set aside be let go. */
export async function moneyRests(world: World, { orderId }: ACampaign): Promise<void> {
  const waits = `select 1 from operations where order_id = $1 and state in ('REQUESTED', 'SENT', 'UNKNOWN')
    union all select 1 from deadlines where stream_id = $1 and machine = 'Operation' and kind in ('void-late', 'refund-late')`
  await until(world, async () => (await world.rows(waits, [orderId])).length === 0)
}

/** Somebody of the demo world as a viewer, for verbs that are taken at an exact moment. */
export async function viewerOf(world: World, email: string): Promise<Viewer> {
  const [user] = await world.rows<{ id: string; roles: string[]; orgs: string[]; owned: string[] }>(
    `select u.id, u.staff_roles as roles, array(select m.organisation_id from members m where m.user_id = u.id) as orgs,
      array(select m.organisation_id from members m where m.user_id = u.id and m.role = 'OWNER') as owned from users u where u.email = $1`,
    [email],
  )
  const { id, roles, orgs, owned } = user!
  return roles.length
    ? { ...anonymous, kind: 'staff', id, roles }
    : { ...anonymous, kind: 'member', id, organisations: orgs, owned }
}

class Undone extends Error {}

/** What comes of a verb that is taken when a deadline of the campaign lies so many milliseconds ahead; then undone. */
export async function atDeadline(
  world: World,
  of: { id: string; column: string; ms: number; viewer?: Viewer },
  verb: (tx: Tx) => Promise<unknown>,
): Promise<string> {
  const run = transaction(world.running.house, of.viewer ?? system('deadline'), async (tx) => {
    await tx.em
      .getConnection()
      .execute(
        `update campaigns set ${of.column} = ? where id = ?`,
        [new Date(tx.now.getTime() + of.ms), of.id],
        'run',
        tx.em.getTransactionContext(),
      )
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
