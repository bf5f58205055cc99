import type { AnyLife, Kind, Run } from './kind.js'
import type { Step } from './steps.js'

/** Moves of the clock are odd, so that none ends in the two seconds in which a deadline is over and has not acted. */
const ODD = 17_000
const BEYOND_GRACE = 10_000

type Happening = <L extends AnyLife, I>(
  kind: Kind<L, I>,
  run: Run<L, I>,
  step: Step,
  now: number,
) => Promise<string | undefined>

/** What happens without anybody asking for it: the payment worker, the gateway, the clock. */
const world: Readonly<Record<string, Happening>> = {
  send: (kind, run, step, now) => work(kind, run, { ...step, what: 'send' }, now),
  inquire: (kind, run, step, now) => work(kind, run, { ...step, what: 'inquire' }, now),

  async webhook(kind, { rig, life }, { pick }, now) {
    const { books } = rig.gateway
    const key = [...books.keys()][pick % Math.max(1, books.size)]
    if (key === undefined) return undefined
    await rig.webhook(key)
    const op = life.ops.find((candidate) => candidate.key === key)
    const { outcome } = books.get(key)!
    if (op && outcome !== 'PENDING') kind.settle(life, op, outcome, now)
    return 'webhook'
  },

  async again(_kind, { rig, last }) {
    if (!last) return undefined
    const { code, message } = await rig.ask(...last)
    if (code) throw new Error(`The same once more, with its key: ${code} ${message}`)
    return 'the same once more'
  },

  async decide(_kind, { rig }, { pick }) {
    const open = [...rig.gateway.books].find(([, entry]) => entry.outcome === 'PENDING')
    if (open) rig.gateway.decide(open[0], pick % 3 ? 'SUCCEEDED' : 'FAILED')
    return undefined
  },

  async mood(_kind, { rig }, { pick }) {
    rig.gateway.refuses = (['REFUND', 'RELEASE', 'CAPTURE', 'VOID'] as const).filter(
      (_, at) => pick & (2 << at),
    )
    return undefined
  },

  async act(kind, { rig, life }, _step, now) {
    await rig.moveTo(new Date(now + BEYOND_GRACE)) // no deadline is left between its moment and its act
    await rig.actOnDue()
    kind.actOnDue(life, now + BEYOND_GRACE)
    return 'act'
  },

  minutes: (_kind, { rig }, { pick }, now) => wait(rig, now + (1 + (pick % 40)) * 60_000 + ODD),
  hours: (_kind, { rig }, { pick }, now) => wait(rig, now + (1 + (pick % 50)) * 3_600_000 + ODD),
  days: (_kind, { rig }, { pick }, now) => wait(rig, now + (1 + (pick % 16)) * 86_400_000 + ODD),

  async 'to-deadline'(kind, { rig, life }, { pick }) {
    const moments = kind.moments(life).filter((moment) => moment !== undefined)
    const moment = moments[pick % Math.max(1, moments.length)]
    return moment === undefined ? undefined : wait(rig, moment + (pick % 2 ? 60_000 : -60_000))
  },
}

/** Lets a step of the world happen, or one of the kind's own; says what it was, or nothing where there was nothing. */
export async function happen<L extends AnyLife, I>(
  kind: Kind<L, I>,
  run: Run<L, I>,
  step: Step,
): Promise<string | undefined> {
  const { rig, tally } = run
  const now = (await rig.now()).getTime()
  tally.set(step.what, (tally.get(step.what) ?? 0) + 1)
  const happening = world[step.what]
  if (!happening) return kind.happen?.(run, step)
  rig.gateway.fault = step.fault
  try {
    return await happening(kind, run, step, now)
  } finally {
    rig.gateway.fault = 'none'
  }
}

async function work<L extends AnyLife, I>(
  kind: Kind<L, I>,
  { rig, life }: Run<L, I>,
  { what, fault }: Step,
  now: number,
): Promise<string> {
  const waits = what === 'send' ? 'REQUESTED' : 'UNKNOWN'
  const concerned = life.ops.filter((op) => op.state === waits && kind.moves?.(life, op) !== false)
  if (what === 'send') for (const op of concerned) op.sentAt = now
  await rig[what as 'send' | 'inquire'](life.id)
  for (const op of concerned) {
    if (fault === 'none') kind.settle(life, op, rig.gateway.heard(op), now)
    else op.state = 'UNKNOWN'
  }
  return `${what} (${fault})`
}

async function wait(rig: Run<AnyLife, unknown>['rig'], moment: number): Promise<undefined> {
  await rig.moveTo(new Date(moment))
}
