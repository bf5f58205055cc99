import type { Operation, Purpose } from '../funds/operation.js'
import { NO_FAULT } from '../funds/operation-rules.js'
import { formatMoney, type Money } from '../lib/money.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { cancelTasksOf } from './cancel-task.js'
import { raiseTask } from './raise-task.js'

interface Failure {
  /** What its tasks' causes begin with. */
  readonly word: string
  readonly title: string
  /** What is done about it by itself, and what a person may do. */
  readonly next: string
  readonly done: string
  /** With it whatever captures failed before are no matter any more. */
  readonly endsCaptures?: true
}

const refund: Failure = {
  word: 'refund',
  title: 'A refund was refused by the gateway',
  next: 'It is tried again after an hour, six hours, and on the following days; talk to the buyer if another way is needed.',
  done: 'The money was given back.',
}

/** What finance is told of what failed, by purpose. A refused payment is the buyer's to try again. */
const failures: Readonly<Partial<Record<Purpose, Failure>>> = {
  REFUND: refund,
  LATE_REFUND: refund,
  VOID: {
    word: 'void',
    title: 'Money that was set aside could not be let go',
    next: 'It is tried again after ten minutes, an hour, six hours, and on the following days; the buyer’s bank lets go by itself after some days at the latest.',
    done: 'The money was let go.',
    endsCaptures: true,
  },
  CAPTURE: {
    word: 'capture',
    title: 'A campaign’s money could not be taken in',
    next: 'It is tried again after an hour, six hours and a day, and the buyer was asked to pay again.',
    done: 'The money was taken in.',
    endsCaptures: true,
  },
  RELEASE: {
    word: 'release',
    title: 'A channel’s money could not be transferred',
    next: 'It is tried again after an hour, six hours, and on the following days; look at the channel’s payout account first.',
    done: 'The channel has its money.',
  },
}

/**
 * What the gateway refused is tried again by itself; meanwhile somebody of FINANCE looks into it, one task at a time,
 * until the money is where it belongs. One that was called off, or whose money turned out to have moved, needs nobody.
 */
export async function raiseFailedOperation(tx: Tx, operation: Operation): Promise<void> {
  const { id, orderId, purpose, attempt, state, failureCode, cancelAsked } = operation
  await endOtherAmount(
    tx,
    operation,
    state === 'FAILED'
      ? 'The gateway says that nothing moved.'
      : 'The gateway says the amount that was asked for.',
  )
  const failure = failures[purpose]
  if (!failure) return
  const over = state === 'SUCCEEDED' || cancelAsked || NO_FAULT.includes(String(failureCode))
  const about = `${failure.word}:${id}:`
  const open = await rows<{ cause: string }>(
    tx,
    sql`select cause from tasks where order_id = ${orderId} and status not in ('DONE', 'CANCELLED')
      and (starts_with(cause, ${about}) or ${over && failure.endsCaptures === true}::boolean and starts_with(cause, 'capture:'))`,
  )
  if (over) for (const { cause } of open) await cancelTasksOf(tx, { cause, reason: failure.done })
  if (over || open.length) return
  await raiseTask(actingAs(tx, system('payments')), {
    cause: `${about}${attempt}`,
    orderId,
    role: 'FINANCE',
    title: failure.title,
    instructions: `The gateway answered ${failureCode}. ${failure.next}`,
    dueInWorkingHours: 8,
  })
}

/** The gateway says that another amount moved than was asked for: somebody of FINANCE clears that up with it, once for each. */
export async function raiseOtherAmount(tx: Tx, operation: Operation, said: Money): Promise<void> {
  await raiseTask(actingAs(tx, system('payments')), {
    cause: `${otherAmount(operation)}${said.amount} ${said.currency}`,
    orderId: operation.orderId,
    role: 'FINANCE',
    title: 'The gateway names another amount than was asked for',
    instructions: `Asked for was ${formatMoney(operation)}, the gateway says ${formatMoney(said)}. Nothing was booked, and the order stays as it is. Clear it up with the gateway: it goes on being asked, and once it says the right amount, or that nothing moved, this is over by itself. If you give a buyer’s payment back there, say so beside it on the order’s page: the buyer may pay again then.`,
    dueInWorkingHours: 8,
  })
}

/** That is cleared up: nobody needs to look into it any more. */
export async function endOtherAmount(tx: Tx, operation: Operation, reason: string): Promise<void> {
  const open = await rows<{ cause: string }>(
    tx,
    sql`select cause from tasks where order_id = ${operation.orderId} and status not in ('DONE', 'CANCELLED') and starts_with(cause, ${otherAmount(operation)})`,
  )
  for (const { cause } of open) await cancelTasksOf(tx, { cause, reason })
}

/** More of what a channel was paid was taken back than it owed of that order: the rest is theirs, and somebody pays it. */
export async function raiseTakenTooMuch(tx: Tx, release: Operation, over: Money): Promise<void> {
  await raiseTask(actingAs(tx, system('payments')), {
    cause: `reversal:${release.id}:${over.amount}`,
    orderId: release.orderId,
    role: 'FINANCE',
    title: 'More was taken back from the channel than it owes',
    instructions: `At the gateway a transfer to the channel was taken back. ${formatMoney(over)} of it is more than the channel owes us of this order: find out why, and pay it to the channel at the gateway if it is theirs.`,
    dueInWorkingHours: 8,
  })
}

function otherAmount({ id }: Operation): string {
  return `amount:${id}:`
}
