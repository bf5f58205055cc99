import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isStaff } from '../lib/viewer.js'
import { taskEvents } from './task.events.js'

/** Whether the person of a task `t` is active and has the role and the skill that it needs, as SQL. */
export const ASSIGNEE_FITS = `exists (select from users u where u.id = t.assignee_id and u.status = 'ACTIVE'
  and t.role = any(u.staff_roles) and (t.skill is null or t.skill = any(u.skills)))`

const facts = {
  orderId: fact.maybeText('t.order_id'),
  lineId: fact.maybeText('t.line_id'),
  stepKey: fact.maybeText('t.step_key'),
  role: fact.text('t.role'),
  skill: fact.maybeText('t.skill'),
  assigneeId: fact.maybeText('t.assignee_id'),
  assigneeFits: fact.bool(ASSIGNEE_FITS),
  needsReview: fact.bool('t.needs_review'),
  openDependencies: fact.texts(
    `(select to_jsonb(array_agg(d.id order by d.id)) from tasks d where d.id = any(t.depends_on) and d.status not in ('DONE', 'CANCELLED'))`,
  ),
  // Null while the due clock stands still, so that neither a deadline nor a reading counts it.
  dueAt: fact.maybeTime('(case when t.paused_at is null and t.held_from is null then t.due_at end)'),
  dueSoonAt: fact.maybeTime('(case when t.paused_at is null and t.held_from is null then t.due_soon_at end)'),
  pausedAt: fact.maybeTime('t.paused_at'),
  heldFrom: fact.maybeTime('t.held_from'),
  revision: fact.int('coalesce(t.revision, 0)'),
  storedDueAt: fact.time('t.due_at'),
  storedDueSoonAt: fact.time('t.due_soon_at'),
  waitingOnBuyer: fact.bool('t.waiting_on_buyer'),
  setAsideFrom: fact.maybeText('t.set_aside_from'),
}

/** What the task's rules look at. */
export type TaskFacts = FactsOf<typeof facts>

const dependenciesOpen: Guard<TaskFacts> = {
  code: 'DEPENDENCIES_OPEN',
  doc: 'Tasks that come before this one are not done.',
  refuses: (task) => (task.openDependencies.length ? { tasks: task.openDependencies } : undefined),
}

const withoutSkill: Guard<TaskFacts> = {
  code: 'ASSIGNEE_UNFIT',
  doc: 'The task needs a skill that you lack.',
  refuses: (task, { viewer }) =>
    task.skill === null || viewer.skills.includes(task.skill) ? undefined : { skill: task.skill },
}

const ownWork: Guard<TaskFacts> = {
  code: 'OWN_WORK',
  doc: 'Nobody accepts or returns their own work.',
  refuses: (task, { viewer }) => (viewer.id === task.assigneeId ? {} : undefined),
}

const personStillFits: Guard<TaskFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'Its person is still on the team, with the role and the skill that it needs.',
  refuses: (task) => (task.assigneeFits ? { assigneeId: task.assigneeId } : undefined),
}

const waitsForOnboarding: Guard<TaskFacts> = {
  code: 'INVALID_TRANSITION',
  doc: 'Its onboarding was asked for again: it goes on by itself when that is approved.',
  refuses: (task) => (task.setAsideFrom === null ? undefined : { current: 'WAITING' }),
}

/** The states of work that is still to be done. */
export const UNFINISHED = ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW'] as const

/** A piece of work for a staff member, from raised to done. */
export const taskMachine = machine({
  name: 'Task',
  table: 'tasks',
  stream: 'stream_id',
  doc: 'Work for a staff member: from the blueprint of a service, or raised by the system.',
  states: {
    OPEN: 'Nobody has it: it may be claimed or delegated.',
    ASSIGNED: 'Somebody has it and has not begun.',
    IN_PROGRESS: 'Being worked on.',
    WAITING: 'The work waits for something; where it is the buyer, the due clock stands still.',
    IN_REVIEW: 'Submitted: somebody else looks at it.',
    DONE: 'Done.',
    CANCELLED: 'Not to be done any more.',
  },
  initial: 'OPEN',
  final: ['DONE', 'CANCELLED'],
  facts,
  roles: {
    ADMIN: (viewer) => isStaff(viewer, 'ADMIN'),
    ASSIGNEE: (viewer, task) => isStaff(viewer) && viewer.id === task.assigneeId,
    ROLE: (viewer, task) => isStaff(viewer, task.role),
  },
  deadlines: {
    'due-soon': {
      in: UNFINISHED,
      at: 'dueSoonAt',
      useful: 'P1D',
      doc: 'Its time is nearly over: its assignee is told.',
    },
    overdue: { in: UNFINISHED, at: 'dueAt', doc: 'Its time is over: its assignee is told, then the admins.' },
  },
  events: taskEvents,
  verbs: {
    delegateTask: {
      from: ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING'],
      to: 'ASSIGNED',
      by: ['ADMIN', 'system'],
      unless: [waitsForOnboarding],
      event: 'task.delegated',
      doc: 'Gives the task to somebody active who has its role and skill; the rule chooses who has the fewest open tasks.',
    },
    claimTask: {
      from: ['OPEN'],
      to: 'ASSIGNED',
      by: ['ROLE'],
      unless: [withoutSkill],
      event: 'task.claimed',
      doc: 'Somebody of its role takes it on.',
    },
    releaseTask: {
      from: ['ASSIGNED', 'IN_PROGRESS', 'WAITING'],
      to: ['OPEN', 'WAITING'],
      by: ['system'],
      unless: [personStillFits],
      event: 'task.released',
      doc: 'Its person was disabled, or has lost its role or skill: it goes back.',
    },
    declineTask: {
      from: ['ASSIGNED'],
      to: 'OPEN',
      by: ['ASSIGNEE'],
      event: 'task.declined',
      doc: 'Its person gives it back and says why; the rule does not offer it to them again.',
    },
    startTask: {
      from: ['ASSIGNED'],
      to: 'IN_PROGRESS',
      by: ['ASSIGNEE'],
      unless: [dependenciesOpen],
      event: 'task.started',
      doc: 'Its person begins the work.',
    },
    pauseTask: {
      from: ['IN_PROGRESS'],
      to: 'WAITING',
      by: ['ASSIGNEE'],
      event: 'task.paused',
      doc: 'The work waits; where it is for the buyer, they are asked on the feed and the due clock stands still.',
    },
    continueTask: {
      from: ['WAITING'],
      to: 'IN_PROGRESS',
      by: ['ASSIGNEE'],
      unless: [waitsForOnboarding],
      event: 'task.continued',
      doc: 'The wait is over.',
    },
    setAsideTask: {
      from: UNFINISHED,
      to: 'WAITING',
      by: ['system'],
      event: 'task.set-aside',
      doc: "Its line's onboarding was asked for again: it waits, and its due clock stands still.",
    },
    takeUpTask: {
      from: ['WAITING'],
      to: UNFINISHED,
      by: ['system'],
      event: 'task.taken-up',
      doc: "Its line's onboarding is decided on: it goes on where it stood.",
    },
    submitTask: {
      from: ['IN_PROGRESS'],
      to: ['IN_REVIEW', 'DONE'],
      by: ['ASSIGNEE'],
      doc: 'The work is ready, its checklist answered: done, or for somebody else to look at where the step wants that.',
    },
    acceptTask: {
      from: ['IN_REVIEW'],
      to: 'DONE',
      by: ['ADMIN', 'ROLE'],
      unless: [ownWork],
      doc: 'Somebody else has looked at the work and it is done.',
    },
    returnTask: {
      from: ['IN_REVIEW'],
      to: ['IN_PROGRESS', 'OPEN'],
      by: ['ADMIN', 'ROLE'],
      unless: [ownWork],
      event: 'task.returned',
      doc: 'Somebody else has looked at the work and says what is missing; it goes back to be claimed if its person is disabled or not fit for it any more.',
    },
    cancelTask: {
      from: UNFINISHED,
      to: 'CANCELLED',
      by: ['ADMIN', 'system'],
      doc: 'It is not to be done any more: an admin says why, or its order has ended.',
    },
    finishTask: {
      from: UNFINISHED,
      to: 'DONE',
      by: ['system'],
      doc: 'What it was raised for has come about by itself, or by another verb.',
    },
    noteDueSoon: {
      from: UNFINISHED,
      by: ['system'],
      event: 'task.due-soon',
      doc: 'Its time is nearly over.',
    },
    noteOverdue: { from: UNFINISHED, by: ['system'], event: 'task.overdue', doc: 'Its time is over.' },
  },
})

export type TaskStatus = keyof typeof taskMachine.states
