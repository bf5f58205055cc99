import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { acceptTask } from '../../api/tasks/accept-task.js'
import { cancelTask } from '../../api/tasks/cancel-task.js'
import { claimTask } from '../../api/tasks/claim-task.js'
import { continueTask } from '../../api/tasks/continue-task.js'
import { declineTask } from '../../api/tasks/decline-task.js'
import { delegateTask } from '../../api/tasks/delegate-task.js'
import { pauseTask } from '../../api/tasks/pause-task.js'
import { returnTask } from '../../api/tasks/return-task.js'
import { startTask } from '../../api/tasks/start-task.js'
import { submitTask } from '../../api/tasks/submit-task.js'
import { taskMachine, type TaskStatus } from '../../api/tasks/task.machine.js'
import { openWorld, type World } from '../support/world.js'
import { aTask, attempt, viewerOf } from './task-room.js'

/** The table of the Task machine as it was agreed: from which states, to which, and who. */
const TABLE: Record<
  string,
  { from: TaskStatus[]; to: TaskStatus; by: Who[]; run: (tx: Tx, id: string) => Promise<unknown> }
> = {
  delegateTask: {
    from: ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING'],
    to: 'ASSIGNED',
    by: ['admin'],
    run: (tx, id) => delegateTask(tx, { id, assigneeId: people.peer.id }),
  },
  claimTask: {
    from: ['OPEN'],
    to: 'ASSIGNED',
    by: ['holder', 'peer', 'unskilled'],
    run: (tx, id) => claimTask(tx, { id }),
  },
  declineTask: {
    from: ['ASSIGNED'],
    to: 'OPEN',
    by: ['holder'],
    run: (tx, id) => declineTask(tx, { id, reason: 'no time' }),
  },
  startTask: {
    from: ['ASSIGNED'],
    to: 'IN_PROGRESS',
    by: ['holder'],
    run: (tx, id) => startTask(tx, { id }),
  },
  pauseTask: {
    from: ['IN_PROGRESS'],
    to: 'WAITING',
    by: ['holder'],
    run: (tx, id) => pauseTask(tx, { id, reason: 'the printer' }),
  },
  continueTask: {
    from: ['WAITING'],
    to: 'IN_PROGRESS',
    by: ['holder'],
    run: (tx, id) => continueTask(tx, { id }),
  },
  submitTask: {
    from: ['IN_PROGRESS'],
    to: 'DONE',
    by: ['holder'],
    run: (tx, id) => submitTask(tx, { id, checklist: [] }),
  },
  acceptTask: {
    from: ['IN_REVIEW'],
    to: 'DONE',
    by: ['admin', 'holder', 'peer', 'unskilled'],
    run: (tx, id) => acceptTask(tx, { id }),
  },
  returnTask: {
    from: ['IN_REVIEW'],
    to: 'IN_PROGRESS',
    by: ['admin', 'holder', 'peer', 'unskilled'],
    run: (tx, id) => returnTask(tx, { id, text: 'too short' }),
  },
  cancelTask: {
    from: ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW'],
    to: 'CANCELLED',
    by: ['admin'],
    run: (tx, id) => cancelTask(tx, { id, reason: 'not needed' }),
  },
}

type Who = 'admin' | 'support' | 'finance' | 'holder' | 'peer' | 'unskilled' | 'buyer' | 'nobody'

let world: World
let people: Record<Who, Viewer>
const tasks = {} as Record<TaskStatus, string>
const states = Object.keys(taskMachine.states) as TaskStatus[]

beforeAll(async () => {
  world = await openWorld()
  const member = {
    ...anonymous,
    kind: 'member' as const,
    id: 'usr_buyer',
    organisations: ['org_any'],
    owned: ['org_any'],
  }
  people = {
    admin: await viewerOf(world, 'admin@demo.test'),
    support: await viewerOf(world, 'support@demo.test'),
    finance: await viewerOf(world, 'finance@demo.test'),
    holder: await viewerOf(world, 'fulfilment@demo.test'),
    peer: await viewerOf(world, 'fulfilment3@demo.test'),
    unskilled: await viewerOf(world, 'fulfilment2@demo.test'),
    buyer: member,
    nobody: anonymous,
  }
  for (const state of states) {
    tasks[state] = await aTask(world)
    await world.rows('update tasks set status = $2, assignee_id = $3 where id = $1', [
      tasks[state],
      state,
      state === 'OPEN' ? null : people.holder.id,
    ])
  }
})
afterAll(() => world.close())

/** Whether somebody may see the task at all. */
function sees(who: Who, state: TaskStatus): boolean {
  if (who === 'holder') return true
  if (who === 'peer') return state === 'OPEN' || state === 'IN_REVIEW'
  return ['admin', 'support', 'finance'].includes(who)
}

function expected(verb: string, who: Who, state: TaskStatus): string {
  const { from, to, by } = TABLE[verb]!
  // Who might have claimed it is told that it is taken, though it is not theirs to see any more.
  if (verb === 'claimTask' && who === 'peer' && state !== 'OPEN') return 'INVALID_TRANSITION'
  if (!sees(who, state)) return 'NOT_FOUND'
  const isHolders = !['claimTask', 'acceptTask', 'returnTask'].includes(verb) && who === 'holder'
  if (!by.includes(who) || (isHolders && state === 'OPEN')) return 'FORBIDDEN'
  if (!from.includes(state)) return 'INVALID_TRANSITION'
  if (who === 'holder' && ['acceptTask', 'returnTask'].includes(verb)) return 'OWN_WORK'
  return to
}

describe('the Task machine', () => {
  test('has a row in this table for each of its verbs that people take', () => {
    const forPeople = Object.entries(taskMachine.verbs).filter(([, spec]) =>
      spec.by.some((role: string) => role !== 'system'),
    )
    expect(Object.keys(TABLE).sort()).toEqual(forPeople.map(([name]) => name).sort())
  })

  for (const state of states) {
    test(`in ${state} lets everybody do what their row says, and nothing else`, async () => {
      for (const verb of Object.keys(TABLE)) {
        for (const who of Object.keys(people) as Who[]) {
          const got = await attempt(world, people[who], tasks[state], (tx) =>
            TABLE[verb]!.run(tx, tasks[state]),
          )
          expect(`${verb} by ${who}: ${got}`).toBe(`${verb} by ${who}: ${expected(verb, who, state)}`)
        }
      }
    })

    test(`in ${state} offers everybody what they may do, by the same table`, async () => {
      const staff: [Who, string][] = [
        ['admin', 'admin@demo.test'],
        ['support', 'support@demo.test'],
        ['holder', 'fulfilment@demo.test'],
        ['peer', 'fulfilment3@demo.test'],
        ['unskilled', 'fulfilment2@demo.test'],
      ]
      for (const [who, email] of staff) {
        const { task } = await (
          await world.as(email)
        ).ask('query($id: ID!) { task(id: $id) { availableActions { name allowed refusal } } }', {
          id: tasks[state],
        })
        expect(task !== null).toBe(sees(who, state))
        for (const { name, allowed, refusal } of task?.availableActions ?? []) {
          const outcome = expected(name, who, state)
          expect(`${name}: ${allowed ? TABLE[name]!.to : refusal}`).toBe(`${name}: ${outcome}`)
        }
      }
    })
  }
})
