import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { StaffRole, User } from '../accounts/user.type.js'
import { Order, OrderLine } from '../orders/order.type.js'
import { Actions } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Node } from '../platform/graphql/types.js'
import { reasonOf } from '../platform/reasons.js'
import { Column, Many, One, Reading, widenScope } from '../platform/reading/declare.js'
import type { Scope, Sql } from '../platform/reading/scope.js'
import type { ChecklistItem } from './checklist.js'
import { ruleCandidate } from './delegation-rule.js'
import { raisedFor } from './raised-for.js'
import { seesOrderOfTask, seesTask } from './task-scope.js'
import { taskMachine } from './task.machine.js'

export const TaskStatus = enumOf('TaskStatus', 'The state of a task.', taskMachine.states)

/** What a fulfilment person needs of an order they work on: the order, and through it its lines. */
widenScope('Order', seesOrderOfTask)

const admins: Scope = (_t, viewer) => viewer.staff('ADMIN')
const overdue = (t: Sql) =>
  sql`(${t}.paused_at is null and ${t}.held_from is null and ${t}.due_at <= app_now() and ${t}.status not in ('DONE', 'CANCELLED'))`
const ready = (t: Sql) =>
  sql`not exists (select from tasks d where d.id = any(${t}.depends_on) and d.status not in ('DONE', 'CANCELLED'))`

@ObjectType('ChecklistItem', { description: 'One thing that a task asks of its person.' })
export class ChecklistItemType implements ChecklistItem {
  @Field(() => String, { description: 'Names it within its task.' })
  key!: string

  @Field(() => String, { description: 'What to look to.' })
  text!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was done; nothing until it was answered.',
  })
  done!: boolean | null

  @Field(() => String, { nullable: true, description: 'What its person says to it.' })
  note!: string | null
}

@Reading({
  table: 'tasks',
  scope: seesTask,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
    role: { sql: (t) => sql`${t}.role`, type: 'text' },
    assigneeId: { sql: (t) => sql`${t}.assignee_id`, type: 'text' },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
    overdue: { sql: overdue, type: 'boolean' },
    raisedFor: { sql: raisedFor, type: 'text' },
  },
  sorts: {
    dueAt: { sql: (t) => sql`${t}.due_at`, type: 'timestamptz' },
    createdAt: { sql: (t) => sql`${t}.created_at`, type: 'timestamptz' },
  },
  defaultSort: ['dueAt', 'ASC'],
})
@ObjectType({
  implements: Node,
  description: 'Work for a staff member: a step of a service, or raised by the system.',
})
export class Task extends Node {
  @Column()
  @Field(() => TaskStatus, { description: 'Its state.' })
  status!: string

  @Column()
  @Field(() => String, { description: 'What is to be done.' })
  title!: string

  @Column()
  @Field(() => String, { description: 'How.' })
  instructions!: string

  @Column()
  @Field(() => StaffRole, { description: 'The role of whoever does it.' })
  role!: string

  @Column()
  @Field(() => String, {
    nullable: true,
    description: 'What its person must be able to do; nothing where everybody of its role will do.',
  })
  skill!: string | null

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order it belongs to, if any.' })
  order!: Order | null

  @One({ from: 'line_id' })
  @Field(() => OrderLine, { nullable: true, description: 'The line of that order.' })
  line!: OrderLine | null

  @Column()
  @Field(() => String, { nullable: true, description: 'The step of its service, where it is one.' })
  stepKey!: string | null

  @Column()
  @Field(() => String, { nullable: true, description: 'What the system raised it for, where it did.' })
  cause!: string | null

  @Column()
  @Field(() => Int, {
    nullable: true,
    description: "Which of the buyer's revisions it is for, where it is for one.",
  })
  revision!: number | null

  @One({ from: 'assignee_id' })
  @Field(() => User, { nullable: true, description: 'Who has it.' })
  assignee!: User | null

  @Many({ to: 'id', join: (p, c) => sql`${c}.id = any(${p}.depends_on)` })
  @Field(() => [Task], { description: 'The tasks that come before it, as far as the viewer may see them.' })
  dependsOn!: Task[]

  @Column((t) => sql`(${t}.status in ('OPEN', 'ASSIGNED') and ${ready(t)})`)
  @Field(() => Boolean, {
    description: 'Whether it has not begun, and everything that comes before it is done.',
  })
  startable!: boolean

  @Column()
  @Field(() => Boolean, { description: 'Whether somebody else looks at the work before it is done.' })
  needsReview!: boolean

  @Column()
  @Field(() => [ChecklistItemType], { description: 'What its person answers on submitting.' })
  checklist!: ChecklistItemType[]

  @Column()
  @Field(() => DateTime, {
    description:
      'Until when it is to be done, in working time; while it waits for the buyer or its order is held, this stands still.',
  })
  dueAt!: Date

  @Column(overdue)
  @Field(() => Boolean, { description: 'Whether its time is over.' })
  overdue!: boolean

  @Column()
  @Field(() => String, { nullable: true, description: 'What it waits for.' })
  waitingReason!: string | null

  @Column()
  @Field(() => TaskStatus, {
    nullable: true,
    description: "Where it goes on once its line's onboarding, which was asked for again, is decided on.",
  })
  setAsideFrom!: string | null

  @Column(
    (t) => sql`(select ${reasonOf(sql.raw('e'))} from events e where e.aggregate_id = ${t}.id
      and e.type = 'task.returned' and ${t}.status in ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING') order by e.sequence desc limit 1)`,
  )
  @Field(() => String, {
    nullable: true,
    description: 'What is missing, where its work was returned and has not been submitted again.',
  })
  returnReason!: string | null

  @Column()
  @Field(() => Boolean, { description: 'Whether it waits for the buyer: they were asked on the feed.' })
  waitingOnBuyer!: boolean

  @One((p, c) => sql`${p}.status = 'OPEN' and ${c}.id = ${ruleCandidate(p)}`, admins)
  @Field(() => User, {
    nullable: true,
    description: 'Whom the rule would give it to, while nobody has it; for admins.',
  })
  suggestedAssignee!: User | null

  @Column()
  @Field(() => DateTime, { description: 'When it was raised.' })
  createdAt!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it was done or cancelled.' })
  endedAt!: Date | null

  @Actions(taskMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const TaskConnection = connectionOf(Task)

/** One row per task and person who has its role; `id` is the task's. */
@Reading({ table: 'staff_loads', scope: admins })
@ObjectType({ description: 'Somebody who might get a task, with what they have to do already.' })
export class StaffLoad {
  @One({ from: 'user_id' })
  @Field(() => User, { description: 'Who.' })
  user!: User

  @Column()
  @Field(() => Int, { description: 'How many tasks they have that are not ended.' })
  openTasks!: number

  @Column()
  @Field(() => Boolean, { description: 'Whether they have the skill that the task needs.' })
  hasSkill!: boolean

  @Column()
  @Field(() => Boolean, { description: 'Whether they gave this task back before.' })
  hasDeclined!: boolean
}
