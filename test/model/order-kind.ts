import { provisionJob } from '../../api/provisioning/provision.task.js'
import { PRICE } from '../support/small-service.js'
import { decisions, documentVerbs } from './document-verbs.js'
import type { Kind, Run, Turn } from './kind.js'
import { compareOrder } from './order-compare.js'
import { activate, actOnDue, ended, newOrderLife, type OrderLife, settle } from './order-life.js'
import { orderVerbs } from './order-verbs.js'
import type { Step } from './steps.js'
import { taskVerbs } from './task-verbs.js'
import type { Verb } from './verb.js'

/** The tasks of the model's service, and those of revisions. */
const workSteps = ['make', 'publish', 'revision 1', 'revision 2'] as const
export type WorkStep = (typeof workSteps)[number]

/** What stands where, for a verb to name: ids that the program gave. */
export interface OrderIds {
  readonly order: string
  readonly document: string | undefined
  readonly revisions: readonly string[]
  readonly tasks: Readonly<Record<string, string>>
}

export type OrderVerb = Verb<OrderLife, OrderIds>

/** An order whose work is done by people, with an add-on or without. */
export const orderKind: Kind<OrderLife, OrderIds> = {
  verbs: {
    ...orderVerbs,
    ...documentVerbs,
    ...decisions,
    ...Object.assign({}, ...workSteps.map(taskVerbs)),
  },
  async begin(rig, withAddOn) {
    const id = await rig.place(withAddOn)
    const life = newOrderLife(id, PRICE, withAddOn, (await rig.now()).getTime())
    return { life, ids: { order: id, document: undefined, revisions: [], tasks: {} } }
  },
  stateOf: (life, on) =>
    on === 'order'
      ? life.status
      : on === 'document'
        ? life.document?.status
        : life.work.find((work) => work.step === on && work.mine)?.status,
  strange(life, verb, { what, who }) {
    if (what === 'deliverOrder' && who === 'worker' && !life.work.length) return 'NOT_FOUND'
    if (who !== 'channel') return undefined
    return verb.by.includes('buyer') ? 'NOT_FOUND' : 'FORBIDDEN'
  },
  forward,
  settle,
  actOnDue,
  moments: (life) => [life.payBy, life.autoCompleteAt, life.document?.claimedUntil],
  happen: (run, { what }) => (what === 'provision' ? provision(run) : Promise.resolve(undefined)),
  compare: compareOrder,
}

function forward(life: OrderLife, { pick }: Step): Turn | undefined {
  const by = (what: string, who: Step['who']): Turn => ({ what, who })
  if (life.status === 'AWAITING_PAYMENT') return by('payOrder', 'buyer')
  if (life.addOn === 'PROVISIONING') return by('provision', 'buyer')
  const next: Record<string, [string, Step['who']]> = {
    REQUESTED: ['submitOnboarding', 'recipient'],
    DRAFT: ['submitOnboarding', 'buyer'],
    CHANGES_REQUESTED: ['submitOnboarding', 'recipient'],
    SUBMITTED: ['claimOnboarding', 'admin'],
    IN_REVIEW: pick % 6 ? ['approveOnboarding', 'admin'] : ['requestOnboardingChanges', 'admin'],
  }
  const onboarding = life.status === 'OPEN' ? next[life.document!.status] : undefined
  if (onboarding) return by(...onboarding)
  if (life.status === 'ON_HOLD') return by('resumeOrder', 'admin')
  if (life.status === 'DELIVERED')
    return pick % 3 ? by('requestRevision', 'buyer') : by('confirmDelivery', 'buyer')
  const work = life.work.find((task) => !ended(task) && task.mine)
  const tasks: Record<string, [string, Step['who']]> = {
    ASSIGNED: ['startTask', 'worker'],
    IN_PROGRESS: ['submitTask', 'worker'],
    WAITING: ['continueTask', 'worker'],
    IN_REVIEW: pick % 6 ? ['acceptTask', 'admin'] : ['returnTask', 'admin'],
  }
  const task = work && tasks[work.status]
  if (task) return by(`${task[0]} ${work.step}`, task[1])
  if (life.status === 'OPEN' && life.work.every(ended))
    return by('deliverOrder', pick % 2 ? 'admin' : 'worker')
  return undefined
}

async function provision({ rig, life }: Run<OrderLife, OrderIds>): Promise<string | undefined> {
  const [open] = await rig.rows<{ id: string; attempts: number }>(
    `select id, attempts from provisionings where order_id = $1 and status = 'PROVISIONING'`,
    [life.id],
  )
  if (!open) return undefined
  const attempt = { id: open.id, number: open.attempts + 1 }
  await provisionJob.run(rig.still.house, attempt, { jobId: '', number: 0, last: false })
  activate(life)
  return 'provision'
}
