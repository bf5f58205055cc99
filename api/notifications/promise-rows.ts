import { type Block, facts } from '../platform/mailer/content.js'
import type { Reader } from './email.js'
import type { PromiseFacts } from './order-facts.js'

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
