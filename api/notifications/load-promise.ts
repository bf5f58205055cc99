import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { orderFacts } from './load-order.js'
import type { AnswerPromiseFacts, PromiseFacts } from './order-facts.js'
import { idIn, type ToldEvent } from './told-event.js'

/**
 * The order whose buyer was to be told how to talk with us, and what became of that mail. Undefined where it was taken
 * meanwhile, unless the promise is broken already.
 */
export async function promiseFacts(tx: Tx, event: ToldEvent): Promise<PromiseFacts | undefined> {
  const order = await orderFacts(tx, event)
  if (!order) return undefined
  const mail = await row<{ state: string; answer: string | null }>(
    tx,
    sql`select state, last_error as answer from mails where order_id = ${event.streamId} and template = 'communication-invitation' order by queued_at desc, id desc limit 1`,
  )
  if (mail?.state === 'TAKEN' && event.type === 'order.communication-at-risk') return undefined
  const until = new Date(idIn(event, 'by') ?? event.occurredAt)
  const since = order.paidAt ?? event.occurredAt
  return {
    ...order,
    promised: 'COMMUNICATION',
    since,
    until,
    mail: mail?.state ?? 'NONE',
    answer: mail?.answer ?? null,
  }
}

interface FoundPromise extends Pick<AnswerPromiseFacts, 'author' | 'kind' | 'body'> {
  readonly since: string
  readonly brokenAt: string | null
  readonly answeredAt: string | null
}

/** The promise to answer that is at risk; undefined where it was answered meanwhile, or is broken already. */
export async function answerAtRiskFacts(tx: Tx, event: ToldEvent): Promise<AnswerPromiseFacts | undefined> {
  const found = await answerPromise(tx, event)
  if (!found || found.answeredAt !== null || found.brokenAt !== null) return undefined
  return answerFacts(tx, event, { found, until: idIn(event, 'dueAt') })
}

/** The promise to answer that was broken, at its true time. */
export async function answerBrokenFacts(tx: Tx, event: ToldEvent): Promise<AnswerPromiseFacts | undefined> {
  const found = await answerPromise(tx, event)
  return found && answerFacts(tx, event, { found, until: idIn(event, 'brokenAt') ?? found.brokenAt })
}

function answerPromise(tx: Tx, event: ToldEvent): Promise<FoundPromise | undefined> {
  return row<FoundPromise>(
    tx,
    sql`select p.started_at as since, p.broken_at as "brokenAt", p.answered_at as "answeredAt", coalesce(author.name, 'Waybill') as author, m.kind, m.body
      from promises p join messages m on m.id = p.message_id left join users author on author.id = m.author_id where p.id = ${idIn(event, 'promiseId')}`,
  )
}

async function answerFacts(
  tx: Tx,
  event: ToldEvent,
  { found, until }: { readonly found: FoundPromise; readonly until: string | null },
): Promise<AnswerPromiseFacts | undefined> {
  const order = await orderFacts(tx, event)
  const { since, answeredAt, brokenAt: _brokenAt, ...asked } = found
  return (
    order && {
      ...order,
      ...asked,
      promised: 'ANSWER',
      since: new Date(since),
      until: new Date(until ?? event.occurredAt),
      answeredAt: answeredAt === null ? null : new Date(answeredAt),
    }
  )
}
