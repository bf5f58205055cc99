import { PRICE } from '../support/small-service.js'
import { compare } from './compare.js'
import { happen } from './happen.js'
import { ended, isLive, type Life, newLife } from './life.js'
import type { Person, Rig } from './rig.js'
import type { Run, Tally } from './run.js'
import type { Step } from './sequences.js'
import type { Verb, Whim } from './verb.js'
import { verbs } from './verbs.js'

/** Plays one sequence on a new order, and holds the program against the model after every step. */
export async function play(
  rig: Rig,
  { withAddOn, steps }: { withAddOn: boolean; steps: readonly Step[] },
  tally: Tally,
): Promise<void> {
  await rig.rows('delete from deadlines')
  rig.gateway.books.clear()
  rig.gateway.refusesRefunds = false
  const id = await rig.place(withAddOn)
  const life = newLife(id, PRICE, withAddOn, (await rig.now()).getTime())
  const run: Run = {
    rig,
    life,
    withAddOn,
    tally,
    ids: { order: id, document: undefined, revisions: [], tasks: {} },
  }
  await compare(run, 'checkout')
  for (const one of steps) {
    const said = await take(run, one.what === 'forward' ? forward(run, one) : one)
    if (said !== undefined) await compare(run, said)
  }
}

/** What moves a life on, for a sequence to get anywhere. */
function forward({ life }: Run, one: Step): Step {
  const by = (what: string, who: Person): Step => ({ ...one, what, who })
  const live = life.ops.find(isLive)
  if (live?.state === 'REQUESTED') return by('send', 'buyer')
  if (live) return one.pick % 2 ? by('inquire', 'buyer') : { ...by('decide', 'buyer'), pick: one.pick }
  if (life.status === 'AWAITING_PAYMENT') return by('payOrder', 'buyer')
  if (life.addOn === 'PROVISIONING') return by('provision', 'buyer')
  const next: Record<string, [string, Person]> = {
    REQUESTED: ['submitOnboarding', 'recipient'],
    DRAFT: ['submitOnboarding', 'buyer'],
    CHANGES_REQUESTED: ['submitOnboarding', 'recipient'],
    SUBMITTED: ['claimOnboarding', 'admin'],
    IN_REVIEW: one.pick % 6 ? ['approveOnboarding', 'admin'] : ['requestOnboardingChanges', 'admin'],
  }
  const onboarding = life.status === 'OPEN' ? next[life.document!.status] : undefined
  if (onboarding) return by(...onboarding)
  if (life.status === 'ON_HOLD') return by('resumeOrder', 'admin')
  if (life.status === 'DELIVERED')
    return one.pick % 3 ? by('requestRevision', 'buyer') : by('confirmDelivery', 'buyer')
  const work = life.work.find((task) => !ended(task) && task.mine)
  const tasks: Record<string, [string, Person]> = {
    ASSIGNED: ['startTask', 'worker'],
    IN_PROGRESS: ['submitTask', 'worker'],
    WAITING: ['continueTask', 'worker'],
    IN_REVIEW: one.pick % 6 ? ['acceptTask', 'admin'] : ['returnTask', 'admin'],
  }
  const task = work && tasks[work.status]
  if (task) return by(`${task[0]} ${work.step}`, task[1])
  if (life.status === 'OPEN' && life.work.every(ended))
    return by('deliverOrder', one.pick % 2 ? 'admin' : 'worker')
  return by('minutes', 'buyer')
}

/** Takes a step; says what it was, or nothing where there was nothing to take it on. */
async function take(run: Run, one: Step): Promise<string | undefined> {
  const verb = verbs[one.what]
  if (!verb) return happen(run, one)
  const who = one.who === 'whose-it-is' ? verb.by[one.pick % verb.by.length]! : one.who
  return tryVerb(run, { ...one, who }, verb)
}

type Trial = Step & Whim

async function tryVerb(run: Run, one: Trial, verb: Verb): Promise<string | undefined> {
  const { rig, life, ids, tally } = run
  const state = stateOf(life, verb.on)
  if (state === undefined) return undefined
  const now = (await rig.now()).getTime()
  const expected = refusalOf(life, verb, state, one, now)
  const question = verb.ask(ids, one, life)
  const answer = await rig.ask(one.who, ...question)
  const label = `${one.what} by ${one.who} while ${state}`
  if (answer.code !== expected)
    throw new Error(
      `${label}: expected ${expected ?? 'success'}, was ${answer.code ?? 'success'}. ${answer.message ?? ''}`,
    )
  run.last = expected === undefined ? [one.who, ...question] : undefined
  if (expected === undefined) verb.apply(life, one, now)
  else if (expected === 'DEADLINE_PASSED') verb.whenLate?.(life)
  const counted = expected ? `${one.what}: ${expected}` : one.what
  tally.set(counted, (tally.get(counted) ?? 0) + 1)
  return label
}

const stateOf = (life: Life, on: Verb['on']): string | undefined =>
  on === 'order'
    ? life.status
    : on === 'document'
      ? life.document?.status
      : life.work.find((work) => work.step === on && work.mine)?.status

/** A stranger may try what members may, and finds nothing; what is not for one's kind at all is forbidden. */
function refusalOf(life: Life, verb: Verb, state: string, one: Trial, now: number): string | undefined {
  if (one.what === 'deliverOrder' && one.who === 'worker' && !life.work.length) return 'NOT_FOUND'
  if (one.who === 'stranger') return verb.by.includes('buyer') ? 'NOT_FOUND' : 'FORBIDDEN'
  if (!verb.by.includes(one.who)) return 'FORBIDDEN'
  if (!verb.from.includes(state)) return 'INVALID_TRANSITION'
  const deadline = verb.before?.(life)
  if (deadline !== undefined && now >= deadline) return 'DEADLINE_PASSED'
  return verb.unless?.(life, one, now)
}
