import { provisionJob } from '../../api/provisioning/provision.task.js'
import { activate, actOnDue, type Life, settle } from './life.js'
import type { Run } from './run.js'
import type { Step } from './sequences.js'

/** Moves of the clock are odd, so that none ends in the two seconds in which a deadline is over and has not acted. */
const ODD = 17_000
const BEYOND_GRACE = 10_000

/** The world's own doing: the payment worker, the gateway, the clock. */
export async function happen(run: Run, one: Step): Promise<string | undefined> {
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
