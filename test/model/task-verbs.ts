import { randomUUID } from 'node:crypto'
import { ended, type OrderLife, type Work } from './order-life.js'
import type { OrderVerb, WorkStep } from './order-kind.js'

/** A task's verbs, the same for both steps. */
export function taskVerbs(on: WorkStep) {
  const work = (life: OrderLife) => life.work.find((one) => one.step === on)!
  const set = (status: Work['status']) => (life: OrderLife) => void (work(life).status = status)
  const asked = (verb: string, more = ''): OrderVerb['ask'] => {
    return ({ tasks }) => [
      `mutation($id: ID!, $k: String) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
      { id: tasks[on], k: randomUUID() },
    ]
  }
  const ownWork: OrderVerb['unless'] = (_life, { who }) => (who === 'worker' ? 'OWN_WORK' : undefined)
  const first = (life: OrderLife) => life.work.find((one) => one.step === work(life).after)
  return {
    [`startTask ${on}`]: {
      on,
      by: ['worker'],
      from: ['ASSIGNED'],
      unless: (life) => {
        const before = first(life)
        return before && !ended(before) ? 'DEPENDENCIES_OPEN' : undefined
      },
      apply: set('IN_PROGRESS'),
      ask: asked('startTask'),
    },
    [`pauseTask ${on}`]: {
      on,
      by: ['worker'],
      from: ['IN_PROGRESS'],
      apply: set('WAITING'),
      ask: asked('pauseTask', ', reason: "The printer is out of ink."'),
    },
    [`continueTask ${on}`]: {
      on,
      by: ['worker'],
      from: ['WAITING'],
      unless: (life) => (work(life).asideFrom ? 'INVALID_TRANSITION' : undefined),
      apply: set('IN_PROGRESS'),
      ask: asked('continueTask'),
    },
    [`submitTask ${on}`]: {
      on,
      by: ['worker'],
      from: ['IN_PROGRESS'],
      apply: (life) => set(work(life).needsReview ? 'IN_REVIEW' : 'DONE')(life),
      ask: asked('submitTask', ', checklist: []'),
    },
    [`acceptTask ${on}`]: {
      on,
      by: ['admin', 'worker'],
      from: ['IN_REVIEW'],
      unless: ownWork,
      apply: set('DONE'),
      ask: asked('acceptTask'),
    },
    [`returnTask ${on}`]: {
      on,
      by: ['admin', 'worker'],
      from: ['IN_REVIEW'],
      unless: ownWork,
      apply: set('IN_PROGRESS'),
      ask: asked('returnTask', ', text: "The colours are wrong."'),
    },
    [`cancelTask ${on}`]: {
      on,
      by: ['admin'],
      from: ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW'],
      apply: set('CANCELLED'),
      ask: asked('cancelTask', ', reason: "Not wanted any more."'),
    },
  } satisfies Record<string, OrderVerb>
}
