import { type Block, facts, quote } from '../platform/mailer/content.js'
import type { Reader } from './email.js'
import type { AnswerPromiseFacts, PromiseFacts } from './order-facts.js'

/** Which promise, to whom, since when and until when, and what became of its mail: the rows of both mails about it. */
export function promiseRows(order: PromiseFacts, to: Reader): Block {
  const { promises: w, common } = to.words
  return facts([
    [w.promise, w.communication],
    [common.order, order.number],
    [w.buyer, order.buyer],
    [w.since, to.when(order.since)],
    [w.until, to.when(order.until)],
    [w.mail, w.mailStates[order.mail] ?? order.mail],
    [w.answer, order.answer],
  ])
}

/** What was asked, by whom, since when it waits and until when. */
export function askedRows(order: AnswerPromiseFacts, to: Reader): Block[] {
  const { promises: w, common } = to.words
  return [
    ...(order.body ? [quote(order.body)] : []),
    facts([
      [w.promise, w.reply],
      [common.order, order.number],
      [w.buyer, order.buyer],
      [w.asked, w.askedAs[order.kind](order.author)],
      [w.since, to.when(order.since)],
      [w.until, to.when(order.until)],
    ]),
  ]
}
