import * as fc from 'fast-check'
import { provisionJob } from '../../api/provisioning/provision.task.js'
import { activate, actOnDue, ended, isLive, type Life, newLife, settle, stageOf } from './life.js'
import { PRICE } from '../support/small-service.js'
import { type Person, type Rig } from './rig.js'
import { type Fault, faults, type Habit, habits } from './scripted-gateway.js'
import { type Ids, type Verb, verbs, type Whim } from './verbs.js'

/** One step of a sequence, before it meets a life: what is tried, by whom, with which luck. */
export interface Step extends Omit<Whim, 'who'> {
  readonly what: string
  readonly who: Person | 'whose-it-is'
  readonly fault: Fault
}

/** Moves of the clock are odd, so that none ends in the two seconds in which a deadline is over and has not acted. */
const ODD = 17_000
const BEYOND_GRACE = 10_000

/** What happens without anybody asking for it. */
const world = [
  'again',
  'again',
  'send',
  'inquire',
  'webhook',
  'decide',
  'refund-mood',
  'provision',
  'act',
  'minutes',
  'to-deadline',
  'days',
]

const trade = Object.keys(verbs).filter((verb) => !verb.includes('Task'))
const tasks = Object.keys(verbs).filter((verb) => verb.includes('Task'))
/** What decides about money, and about when it is over. */
const money = [
  'payOrder',
  'send',
  'inquire',
  'webhook',
  'decide',
  'act',
  'to-deadline',
  'minutes',
  'cancelOrder',
]
/** What turns a life that is at work. */
const turns = [
  'reopenOnboarding',
  'waiveOnboarding',
  'holdOrder',
  'resumeOrder',
  'cancelOrder',
  'requestRevision',
  'confirmDelivery',
  'to-deadline',
  'act',
  'refund-mood',
  'send',
  'days',
]

const anybody = fc.constantFrom<Step['who']>(
  'whose-it-is',
  'buyer',
  'recipient',
  'admin',
  'worker',
  'stranger',
)
const rightful = fc.constant<Step['who']>('whose-it-is')

interface Luck {
  readonly who: fc.Arbitrary<Step['who']>
  /** Of so many calls and means of payment one is a bad one. */
  readonly oneIn: number
}

const step = (what: fc.Arbitrary<string>, { who, oneIn }: Luck): fc.Arbitrary<Step> =>
  fc.record({
    what,
    who,
    pick: fc.nat(1000),
    habit: rarely(oneIn, fc.constant<Habit>('takes'), fc.constantFrom(...habits)),
    fault: rarely(oneIn, fc.constant<Fault>('none'), fc.constantFrom(...faults)),
  })

function rarely<T>(oneIn: number, usual: fc.Arbitrary<T>, else_: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: usual }, { weight: 1, arbitrary: else_ })
}

const some = (what: fc.Arbitrary<string>, luck: Luck, minLength: number, maxLength: number) =>
  fc.array(step(what, luck), { minLength, maxLength, size: 'max' })
const forwards = (minLength: number, maxLength: number) =>
  some(fc.constant('forward'), { who: rightful, oneIn: 8 }, minLength, maxLength)
const then = (...parts: fc.Arbitrary<Step[]>[]) => fc.tuple(...parts).map((found) => found.flat())

/** A payment whose time runs out while the gateway makes up its mind: money may still come, and goes back. */
const lateness = ['payOrder', 'send', 'to-deadline', 'act', 'inquire', 'decide', 'webhook', 'act', 'send']
const late = fc
  .tuple(
    fc.constantFrom<Habit>('deaf', 'decides-later'),
    ...lateness.map((what) => step(fc.constant(what), { who: rightful, oneIn: 4 })),
  )
  .map(([habit, ...steps]) => steps.map((one) => ({ ...one, habit })))

/** A sequence: the storms of a payment, whatever comes after some way, or the turns of a life that is at work. */
export const sequences = fc.record({
  withAddOn: fc.boolean(),
  steps: fc.oneof(
    { weight: 2, arbitrary: some(fc.constantFrom(...money), { who: rightful, oneIn: 2 }, 3, 12) },
    { weight: 1, arbitrary: then(late, some(fc.constantFrom(...money), { who: rightful, oneIn: 4 }, 0, 4)) },
    {
      weight: 3,
      arbitrary: then(
        forwards(0, 22),
        some(
          fc.oneof(fc.constantFrom(...trade), fc.constantFrom(...tasks), fc.constantFrom(...world)),
          { who: anybody, oneIn: 4 },
          1,
          10,
        ),
      ),
    },
    {
      weight: 4,
      arbitrary: then(
        forwards(4, 16),
        some(fc.oneof(fc.constant('forward'), fc.constantFrom(...turns)), { who: rightful, oneIn: 4 }, 2, 12),
      ),
    },
  ),
})

/** How often each step was taken and each refusal heard: a sequence that does nothing proves nothing. */
export type Tally = Map<string, number>

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

interface Run {
  readonly rig: Rig
  readonly life: Life
  readonly withAddOn: boolean
  readonly tally: Tally
  ids: Ids
  /** What was done last: asked again with the same key it is not done twice. */
  last?: Parameters<Rig['ask']> | undefined
}

/** What moves a life on, for a sequence to get anywhere. */
function forward({ life }: Run, one: Step): Step {
  const by = (what: string, who: Person): Step => ({ ...one, what, who, pick: 1 })
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

/** The world's own doing: the payment worker, the gateway, the clock. */
async function happen(run: Run, one: Step): Promise<string | undefined> {
  const { rig, life, withAddOn, tally } = run
  const { books } = rig.gateway
  const now = (await rig.now()).getTime()
  const settled = (op: Life['ops'][number]) => {
    const outcome = books.get(op.key)?.outcome ?? 'PENDING'
    const calledOff = outcome === 'PENDING' && op.cancelAsked && books.get(op.key)?.habit === 'deaf'
    settle(life, op, calledOff ? 'FAILED' : outcome, now, withAddOn)
  }
  tally.set(one.what, (tally.get(one.what) ?? 0) + 1)
  rig.gateway.fault = one.fault
  try {
    switch (one.what) {
      case 'send':
      case 'inquire': {
        const concerned = life.ops.filter((op) =>
          one.what === 'send' ? op.state === 'REQUESTED' : op.state === 'UNKNOWN',
        )
        await rig[one.what](life.id)
        for (const op of concerned) {
          if (one.fault === 'none') settled(op)
          else op.state = 'UNKNOWN'
        }
        return `${one.what} (${one.fault})`
      }
      case 'webhook': {
        const key = [...books.keys()][one.pick % Math.max(1, books.size)]
        if (key === undefined) return undefined
        await rig.webhook(key)
        const op = life.ops.find((candidate) => candidate.key === key)
        const outcome = books.get(key)!.outcome
        if (op && outcome !== 'PENDING') settle(life, op, outcome, now, withAddOn)
        return 'webhook'
      }
      case 'again': {
        if (!run.last) return undefined
        const { code, message } = await rig.ask(...run.last)
        if (code) throw new Error(`The same once more, with its key: ${code} ${message}`)
        return 'the same once more'
      }
      case 'decide': {
        const open = [...books].find(([, entry]) => entry.outcome === 'PENDING')
        if (open) rig.gateway.decide(open[0], one.pick % 3 ? 'SUCCEEDED' : 'FAILED')
        return undefined
      }
      case 'refund-mood':
        rig.gateway.refusesRefunds = one.pick % 2 === 0
        return undefined
      case 'provision': {
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
      case 'act':
        await rig.moveTo(new Date(now + BEYOND_GRACE)) // no deadline is left between its moment and its act
        await rig.actOnDue()
        actOnDue(life, now + BEYOND_GRACE)
        return 'act'
      case 'minutes':
        await rig.moveTo(new Date(now + (1 + (one.pick % 40)) * 60_000 + ODD))
        return undefined
      case 'days':
        await rig.moveTo(new Date(now + (1 + (one.pick % 16)) * 86_400_000 + ODD))
        return undefined
      default: {
        const moments = [life.payBy, life.autoCompleteAt, life.document?.claimedUntil].filter(
          (m) => m !== undefined,
        )
        const moment = moments[one.pick % Math.max(1, moments.length)]
        if (moment !== undefined) await rig.moveTo(new Date(moment + (one.pick % 2 ? 60_000 : -60_000)))
        return undefined
      }
    }
  } finally {
    rig.gateway.fault = 'none'
  }
}

interface Seen {
  status: string
  stage: string
  held: string
  due: string
  closed: boolean
  revenue: string
  document: { id: string; status: string; revisions: string[] } | null
  addOn: string | null
  tasks: { id: string; step: string; status: string }[]
  ops: {
    id: string
    purpose: string
    state: string
    attempt: number
    amount: string
    key: string
    cancelAsked: boolean
  }[]
  events: number
  last: number
  sum: string
}

const LOOK = `select o.status, o.stage, f.held::text as held, f.refund_due::text as due, f.closed_at is not null as closed,
  coalesce((select sum(p.amount) from postings p where p.order_id = o.id and p.account = 'revenue'), 0)::text as revenue,
  (select json_build_object('id', d.id, 'status', d.status, 'revisions', (select coalesce(json_agg(r.id order by r.number), '[]') from onboarding_revisions r where r.document_id = d.id))
    from onboarding_documents d where d.order_id = o.id) as document,
  (select p.status from provisionings p where p.order_id = o.id) as "addOn",
  (select coalesce(json_agg(json_build_object('id', t.id, 'step', coalesce(t.step_key, 'revision ' || t.revision), 'status', t.status) order by t.created_at, t.step_key), '[]') from tasks t where t.order_id = o.id and (t.step_key is not null or t.revision is not null)) as tasks,
  (select coalesce(json_agg(json_build_object('id', p.id, 'purpose', p.purpose, 'state', case p.state when 'SENT' then 'UNKNOWN' else p.state end, 'attempt', p.attempt, 'amount', p.amount::text, 'key', p.key, 'cancelAsked', p.cancel_asked_at is not null) order by p.id), '[]')
    from operations p where p.order_id = o.id) as ops,
  (select count(*)::int from events e where e.stream_id = o.id) as events,
  (select s.last_sequence::int from streams s where s.id = o.id) as last,
  coalesce((select sum(p.amount) from postings p where p.order_id = o.id), 0)::text as sum
  from orders o join held_funds f on f.id = o.id where o.id = $1`

/** The program's books and states are the model's; what only the program knows (ids, keys) is noted for the next step. */
async function compare(run: Run, after: string): Promise<void> {
  const { rig, life } = run
  const [seen] = await rig.rows<Seen>(LOOK, [life.id])
  if (!seen) throw new Error(`${after}: the order is gone`)
  const { document, tasks, ops } = seen
  const actual = {
    status: seen.status,
    stage: seen.stage,
    held: seen.held,
    due: seen.due,
    revenue: seen.revenue,
    closed: seen.closed,
    document: document?.status,
    revisions: document?.revisions.length,
    addOn: seen.addOn ?? 'NONE',
    work: tasks.map((task) => `${task.step} ${task.status}`).sort(),
    ops: ops.map(
      (op) => `${op.purpose} ${op.state} ${op.attempt} ${op.amount}${op.cancelAsked ? ' called off' : ''}`,
    ),
    sum: seen.sum,
    gapless: seen.events === seen.last,
  }
  const wanted = {
    status: life.status,
    stage: stageOf(life),
    held: String(life.held),
    due: String(life.due),
    revenue: String(life.revenue),
    closed: life.closed,
    document: life.document?.status,
    revisions: life.document?.revisions,
    addOn: life.addOn,
    work: life.work.map((work) => `${work.step} ${work.status}`).sort(),
    ops: life.ops.map(
      (op) => `${op.purpose} ${op.state} ${op.attempt} ${op.amount}${op.cancelAsked ? ' called off' : ''}`,
    ),
    sum: '0',
    gapless: true,
  }
  for (const [what, value] of Object.entries(wanted)) {
    const found = actual[what as keyof typeof actual]
    if (JSON.stringify(found) !== JSON.stringify(value))
      throw new Error(
        `After ${after}: ${what} should be ${JSON.stringify(value)}, is ${JSON.stringify(found)}`,
      )
  }
  ops.forEach((op, i) => Object.assign(life.ops[i]!, { id: op.id, key: op.key }))
  run.ids = {
    order: life.id,
    document: document?.id,
    revisions: document?.revisions ?? [],
    tasks: Object.fromEntries(tasks.map((task) => [task.step, task.id])),
  }
}
