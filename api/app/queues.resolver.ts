import { sql } from 'kysely'
import { Ctx, Field, Int, ObjectType, Query, Resolver, Subscription } from 'type-graphql'
import { fundsFrozen } from '../funds/freeze-cause.js'
import { FAILED_OPERATION } from '../funds/operation.entity.js'
import { needsSomebody } from '../notifications/needs-somebody.js'
import { promiseState } from '../messages/promise.type.js'
import { isToDecide } from '../outreach/appointment-due.js'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { untilClosed } from '../platform/live/live.js'
import { inPlain } from '../platform/reading/plain.js'
import { type Sql, viewerNow } from '../platform/reading/scope.js'
import { raisedFor as raised } from '../tasks/raised-for.js'
import { scopeOf } from '../platform/reading/declare.js'
import { predicate } from '../platform/reading/scope.js'

/** What waits for somebody, by queue: over which table, and which rows of it. */
const queues = {
  onboardingToVerify: {
    type: 'OnboardingDocument',
    table: 'onboarding_documents',
    where: sql`(t.status = 'SUBMITTED' or (t.status = 'IN_REVIEW' and t.claimed_until <= app_now()))`,
  },
  tasksToDelegate: { type: 'Task', table: 'tasks', where: sql`t.status = 'OPEN'` },
  tasksOverdue: {
    type: 'Task',
    table: 'tasks',
    where: sql`t.status not in ('DONE', 'CANCELLED') and t.paused_at is null and t.held_from is null and t.due_at <= app_now()`,
  },
  tasksToReview: { type: 'Task', table: 'tasks', where: sql`t.status = 'IN_REVIEW'` },
  reportsToSend: { type: 'Report', table: 'reports', where: sql`t.status = 'DRAFT'` },
  ordersToDeliver: {
    type: 'Order',
    table: 'orders',
    where: sql`t.status = 'OPEN' and t.stage = 'READY'`,
  },
  ordersAwaitingPayment: { type: 'Order', table: 'orders', where: sql`t.status = 'AWAITING_PAYMENT'` },
  provisioningFailed: { type: 'Task', table: 'tasks', where: stillAsks('provisioning-failed') },
  mailsFailed: { type: 'Mail', table: 'mails', where: needsSomebody(sql.raw('t')) },
  moneyFailed: {
    type: 'Operation',
    table: 'operations',
    where: sql.raw(FAILED_OPERATION),
  },
  outreachDue: {
    type: 'Appointment',
    table: 'appointments',
    where: sql`t.status in ('PENDING', 'OUTREACH', 'FOLLOW_UP')`,
  },
  appointmentsToDecide: {
    type: 'Appointment',
    table: 'appointments',
    where: isToDecide(sql.raw('t')),
  },
  campaignsClosing: {
    type: 'Campaign',
    table: 'campaigns',
    where: sql`(t.status = 'AWAITING_ACCEPTANCE' and t.accept_by < app_now() + interval '12 hours'
      or t.status = 'COMPLETION_CLAIMED' and not t.release_held and not ${sql.raw(fundsFrozen('t.order_id'))} and t.dispute_by < app_now() + interval '12 hours')`,
  },
  campaignsStalled: { type: 'Task', table: 'tasks', where: stillAsks('campaign-stalled') },
  releasesHeld: {
    type: 'Campaign',
    table: 'campaigns',
    where: sql`t.status = 'COMPLETION_CLAIMED' and t.release_held`,
  },
  disputesOpen: {
    type: 'Dispute',
    table: 'disputes',
    where: sql`t.status in ('AWAITING_CHANNEL', 'UNDER_REVIEW', 'AWAITING_INFORMATION')`,
  },
  chargebacksOpen: { type: 'Chargeback', table: 'chargebacks', where: sql`t.status = 'OPEN'` },
  questionsWaiting: { type: 'AnswerPromise', table: 'promises', where: sql`t.answered_at is null` },
  answersAtRisk: {
    type: 'AnswerPromise',
    table: 'promises',
    where: sql`t.answered_at is null and ${promiseState(sql.raw('t'))} = 'AT_RISK'`,
  },
  answersBroken: {
    type: 'AnswerPromise',
    table: 'promises',
    where: sql`t.answered_at is null and ${promiseState(sql.raw('t'))} = 'BROKEN'`,
  },
} as const

type QueueName = keyof typeof queues
type Counts = Record<QueueName | 'myTasks', number> & {
  /** When the next promise to answer breaks. */
  readonly nextAnswerBy: Date | null
}

const CAP = 1000

/** Unfinished tasks that were raised for one thing. */
function stillAsks(raisedFor: string): Sql {
  return sql`(t.status not in ('DONE', 'CANCELLED') and ${raised(sql.raw('t'))} = ${sql.lit(raisedFor)})`
}

@ObjectType({
  simpleResolvers: true,
  description: 'What waits for the team, as far as the viewer may see it; each counted to 1000.',
})
export class Queues implements Counts {
  @Field(() => Int, { description: 'Onboarding documents to verify, lapsed claims included.' })
  onboardingToVerify!: number

  @Field(() => Int, { description: 'Tasks that nobody has.' })
  tasksToDelegate!: number

  @Field(() => Int, { description: 'Unfinished tasks past their time.' })
  tasksOverdue!: number

  @Field(() => Int, { description: 'Tasks whose work waits to be accepted.' })
  tasksToReview!: number

  @Field(() => Int, { description: "The viewer's own unfinished tasks." })
  myTasks!: number

  @Field(() => Int, { description: 'Reports that were drafted and are not sent yet.' })
  reportsToSend!: number

  @Field(() => Int, { description: 'Orders whose work is done and waits to be handed over.' })
  ordersToDeliver!: number

  @Field(() => Int, { description: 'Orders that wait to be paid.' })
  ordersAwaitingPayment!: number

  @Field(() => Int, {
    description: 'Self-service lines that could not be provisioned: tasks ask our team to look.',
  })
  provisioningFailed!: number

  @Field(() => Int, { description: 'Mails that did not arrive and still need somebody.' })
  mailsFailed!: number

  @Field(() => Int, {
    description:
      'Captures, voids, refunds and releases that failed, and whatever was asked of the gateway and nobody knows about yet.',
  })
  moneyFailed!: number

  @Field(() => Int, { description: 'Appointments to agree on: our team gets in touch, or should begin to.' })
  outreachDue!: number

  @Field(() => Int, {
    description:
      'Appointments to decide on: whose counterpart could not be reached, or of which nobody said whether they took place.',
  })
  appointmentsToDecide!: number

  @Field(() => Int, {
    description: 'Campaigns that have less than twelve hours left to be accepted or disputed.',
  })
  campaignsClosing!: number

  @Field(() => Int, { description: 'Campaigns that do not go on: tasks ask our team to look.' })
  campaignsStalled!: number

  @Field(() => Int, {
    description:
      'Completed campaigns whose money is not released by itself, since the mail that tells of it came back.',
  })
  releasesHeld!: number

  @Field(() => Int, { description: 'Disputes that nobody has decided.' })
  disputesOpen!: number

  @Field(() => Int, { description: 'Payments that a bank wants back, not settled yet.' })
  chargebacksOpen!: number

  @Field(() => Int, { description: 'Orders on whose feeds somebody waits for our answer.' })
  questionsWaiting!: number

  @Field(() => Int, { description: 'Those of them that have waited for 10 minutes that count.' })
  answersAtRisk!: number

  @Field(() => Int, {
    description: 'Those of them that have waited for 20: the promise to answer is broken.',
  })
  answersBroken!: number

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the next promise to answer breaks; nothing where nobody waits, or all that wait are broken or stand still.',
  })
  nextAnswerBy!: Date | null
}

@Resolver()
export class QueuesResolver {
  @Rights('staff')
  @Query(() => Queues, { description: 'What waits for the team now.' })
  queues(@Ctx() ctx: Context): Promise<Counts> {
    return count(ctx)
  }

  @Rights('staff')
  @Subscription(() => Queues, {
    description: 'What waits for the team, now and whenever it changes.',
    subscribe: ({ context }) => changedCounts(context as Context),
  })
  queueChanged(@Ctx() ctx: Context): Promise<Counts> {
    return count(ctx)
  }
}

/** One look at once, then one after whatever happened; what happens within a moment is one look. */
function changedCounts(ctx: Context): AsyncIterableIterator<object> {
  return untilClosed(async function* (signal) {
    const hints = ctx.house.live.listen((hint) => !hint.type.startsWith('person.'), signal, 'latest')
    yield {}
    yield* hints
  })
}

/** All counts and the next promise in one statement, each within what the viewer may see. */
async function count(ctx: Context): Promise<Counts> {
  const one = (type: string, table: string, where: Sql) => {
    const seen = predicate(scopeOf(type)(sql.raw('t'), viewerNow(ctx.viewer)))
    return sql`(select count(*)::int from (select from ${sql.table(table)} t where (${where}) and ${seen} limit ${sql.lit(CAP)}) n)`
  }
  const columns = Object.entries(queues).map(
    ([name, queue]) => sql`${one(queue.type, queue.table, queue.where)} as ${sql.id(name)}`,
  )
  const mine = sql`t.assignee_id = ${ctx.viewer.id} and t.status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING')`
  const asked = predicate(scopeOf('AnswerPromise')(sql.raw('t'), viewerNow(ctx.viewer)))
  const next = sql`(select min(t.due_at) from promises t where t.answered_at is null and t.due_at > app_now() and ${asked})`
  const [counts] = await inPlain<Counts>(
    ctx,
    sql<Counts>`select ${sql.join(columns)}, ${one('Task', 'tasks', mine)} as "myTasks", ${next} as "nextAnswerBy"`,
  )
  return counts!
}
