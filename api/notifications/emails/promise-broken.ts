import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { email, type Reader, type Written } from '../email.js'
import type { AnswerPromiseFacts, PromiseFacts } from '../order-facts.js'
import { askedRows, promiseRows } from '../promise-rows.js'

/** To support and admins: the invitation to talk with us is late, or an answer on the feed. */
export const promiseBroken = email<PromiseFacts | AnswerPromiseFacts>(
  'promise-broken',
  (order, to) => (order.promised === 'ANSWER' ? ofAnswer(order, to) : ofInvitation(order, to)),
  (is) => [
    { facts: { ...is.promise, mail: 'BOUNCED' }, to: is.admin },
    { variant: 'answer', facts: is.answerPromise, to: is.admin },
    {
      variant: 'answer-answered',
      facts: { ...is.answerPromise, answeredAt: is.answerPromise.until },
      to: is.admin,
    },
  ],
)

function ofInvitation(order: PromiseFacts, to: Reader): Written {
  const { promises, common } = to.words
  const { broken: w } = promises
  return {
    subject: w.subject(order.number),
    preheader: w.preheader(to.when(order.until)),
    why: common.why.team,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro),
      promiseRows(order, to),
      paragraph(w.todo),
      button(promises.open, to.pages.team.order(order.orderId)),
    ],
  }
}

function ofAnswer(order: AnswerPromiseFacts, to: Reader): Written {
  const { promises, common } = to.words
  const { broken: w } = promises
  return {
    subject: w.answerSubject(order.number),
    preheader: w.answerPreheader(to.when(order.until)),
    why: common.why.team,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(order.answeredAt ? w.answeredIntro(to.when(order.answeredAt)) : w.answerIntro),
      ...askedRows(order, to),
      ...(order.answeredAt ? [] : [paragraph(w.answerTodo)]),
      button(promises.writeReply, to.pages.team.order(order.orderId)),
    ],
  }
}
