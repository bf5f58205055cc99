import { recogniseRevenue } from '../funds/held-funds.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { noteStanding } from '../orders/stage.js'
import type { House, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type DeadlineAct, setDeadline } from '../platform/deadlines.js'
import { type Job, job } from '../platform/jobs.js'
import { transaction } from '../platform/transaction.js'
import { transition } from '../platform/transition.js'
import { raiseTask } from '../tasks/raise-task.js'
import { provisioner, type ProvisionOutcome } from './provisioner.js'
import { provisioningMachine } from './provisioning.machine.js'

/** A try, by its number among all of this provisioning: what a later one has overtaken is not done again. */
export interface Try {
  readonly id: string
  readonly number: number
}

/** The pauses between one try and the next; after the last a person is asked. */
export const PAUSES = ['PT10S', 'PT1M', 'PT10M'] as const
/** A try of which nothing was heard for so long is lost: its process died. */
const LOST = 'PT15M'
const PATIENCE_MS = 15_000
const asSystem = system('provisioning')

/** Asks the provisioner once, outside any transaction, and writes down what became of it. */
export const provisionJob: Job<Try> = job<Try>({
  name: 'provision',
  run: async (house, attempt) => {
    const wanted = await transaction(house, asSystem, (tx) => waitingFor(tx, attempt))
    if (!wanted) return
    const outcome = await ask(house, wanted)
    await transaction(house, asSystem, (tx) => settleTry(tx, attempt, outcome))
  },
})

/**
 * Has the next try made, whatever was tried before; one that is lost on the way is made again. The order's stream is
 * locked.
 */
export async function tryNext(tx: Tx, id: string): Promise<void> {
  const at = await row<{ attempts: number; orderId: string }>(
    tx,
    sql`select attempts, order_id as "orderId" from provisionings where id = ${id} and status = 'PROVISIONING'`,
  )
  if (!at) return
  await tx.house.jobs.send(tx, provisionJob, { id, number: at.attempts + 1 })
  await tryAgainAt(tx, { id, orderId: at.orderId }, after(tx.now, LOST))
}

async function tryAgainAt(tx: Tx, of: { id: string; orderId: string }, moment: Date): Promise<void> {
  const subject = { machine: provisioningMachine.name, subjectId: of.id, streamId: of.orderId }
  await setDeadline(tx, subject, 'try-again', moment)
}

/** What this room's deadlines do, by `Provisioning.kind`. */
export const provisioningDeadlines = {
  'Provisioning.try-again': (tx, due) => tryNext(tx, due.subjectId),
} as const satisfies Record<string, DeadlineAct>

interface Waiting {
  readonly id: string
  readonly orderId: string
  readonly lineId: string
  readonly serviceId: string
  readonly price: string
  readonly tries: number
  readonly attempts: number
}

/** The provisioning as it waits for this try, under its order's lock; undefined where the try is over, or nobody waits any more. */
async function waitingFor(tx: Tx, { id, number }: Try): Promise<Waiting | undefined> {
  await row(
    tx,
    sql`select id from streams where id = (select order_id from provisionings where id = ${id}) for no key update`,
  )
  return row<Waiting>(
    tx,
    sql`select p.id, p.order_id as "orderId", p.line_id as "lineId", l.service_id as "serviceId", l.price_amount::text as price, p.tries, p.attempts
      from provisionings p join order_lines l on l.id = p.line_id where p.id = ${id} and p.status = 'PROVISIONING' and p.attempts = ${number} - 1`,
  )
}

async function ask(house: House, { id, serviceId, orderId, lineId }: Waiting): Promise<ProvisionOutcome> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const tooLate = new Promise<never>((_, fail) =>
    signal.addEventListener('abort', () => fail(new Error('The provisioner did not answer in time.')), {
      once: true,
    }),
  )
  try {
    return await Promise.race([
      provisioner.bound.provision({ key: id, serviceId, orderId, lineId }, signal),
      tooLate,
    ])
  } catch (error) {
    house.log.warn({ err: error, provisioning: id }, 'a try to provision failed')
    return { result: 'FAILED', failure: error instanceof Error ? error.message : String(error) }
  }
}

async function settleTry(tx: Tx, attempt: Try, outcome: ProvisionOutcome): Promise<void> {
  const waiting = await waitingFor(tx, attempt)
  if (!waiting) return
  if (outcome.result === 'ACTIVE') await activate(tx, waiting, outcome.reference)
  else await noteFailure(tx, waiting, outcome.failure.slice(0, 500))
}

async function activate(
  tx: Tx,
  { id, orderId, lineId, price, tries, attempts }: Waiting,
  reference: string,
): Promise<void> {
  await transition(tx, provisioningMachine, id, 'activate', {
    set: {
      attempts: attempts + 1,
      tries: tries + 1,
      reference,
      failure: null,
      next_try_at: null,
      activated_at: tx.now,
    },
    data: { lineId, attempts: attempts + 1 },
  })
  if (BigInt(price) > 0n) await recogniseRevenue(tx, { orderId, earnedBy: lineId, amount: BigInt(price) })
  await noteStanding(tx, lineId, { stage: 'CLOSED', ended: 'WELL' })
}

async function noteFailure(
  tx: Tx,
  { id, orderId, lineId, tries, attempts }: Waiting,
  failure: string,
): Promise<void> {
  const pause = PAUSES[tries]
  const set = { attempts: attempts + 1, tries: tries + 1, failure }
  const data = { lineId, attempts: attempts + 1, failure }
  if (pause) {
    const nextTryAt = after(tx.now, pause)
    await transition(tx, provisioningMachine, id, 'postpone', {
      set: { ...set, next_try_at: nextTryAt },
      data: { ...data, nextTryAt: nextTryAt.toISOString() },
    })
    await tryAgainAt(tx, { id, orderId }, nextTryAt)
    return
  }
  await transition(tx, provisioningMachine, id, 'fail', { set: { ...set, next_try_at: null }, data })
  await raiseTask(tx, {
    cause: failureCause(id, attempts + 1),
    role: 'ADMIN',
    title: 'An add-on could not be set up',
    instructions: `Every try failed, the last with: ${failure} Have it tried again, or give it up, which gives its price back to the buyer.`,
    dueInWorkingHours: 8,
    orderId,
    lineId,
  })
}

/** What the task of a failure is raised for: each series of tries that failed has its own. */
export function failureCause(id: string, attempts: number): string {
  return `provisioning-failed:${id}:${attempts}`
}
