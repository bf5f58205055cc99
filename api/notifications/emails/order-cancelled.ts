import {
  type Block,
  button,
  facts,
  heading,
  list,
  paragraph,
  quote,
  subheading,
} from '../../platform/mailer/content.js'
import { email, type Reader, type Written } from '../email.js'
import type { CancelledFacts } from '../order-facts.js'

/**
 * To whoever was involved, each with what it means for them: who placed the order with the reason and the money; whose
 * form or whose tasks ended; and the client who may follow it. Nobody but the first reads of money.
 */
export const orderCancelled = email<CancelledFacts>(
  'order-cancelled',
  (order, to) => {
    if (to.isTeam) return toTeam(order, to)
    if (to.id === order.placedById) return toBuyer(order, to)
    return order.recipients.some((recipient) => recipient.contactId === to.id)
      ? toRecipient(order, to)
      : toBeneficiary(order, to)
  },
  (is) => [
    { facts: is.cancelled, to: is.buyer },
    {
      variant: 'by-colleague',
      facts: { ...is.cancelled, byPlacer: false, by: is.client.name },
      to: is.buyer,
    },
    { variant: 'by-us', facts: { ...is.cancelled, how: 'US', refund: is.money.amount }, to: is.buyer },
    {
      variant: 'no-refund',
      facts: { ...is.cancelled, how: 'US', refund: { ...is.money.amount, amount: 0n } },
      to: is.buyer,
    },
    {
      variant: 'unpaid',
      facts: { ...is.cancelled, how: 'UNPAID', paidAt: null, refund: null },
      to: is.buyer,
    },
    { variant: 'before-paid', facts: { ...is.cancelled, paidAt: null, refund: null }, to: is.buyer },
    { variant: 'no-result', facts: { ...is.cancelled, how: 'NO_RESULT', refund: null }, to: is.buyer },
    { variant: 'recipient', facts: is.cancelled, to: is.client },
    { variant: 'team', facts: is.cancelled, to: is.assignee },
    { variant: 'beneficiary', facts: { ...is.cancelled, recipients: [] }, to: is.client },
  ],
)

function toBuyer(order: CancelledFacts, to: Reader): Written {
  const { cancellations: w, common } = to.words
  const paid = order.paidAt !== null
  return {
    subject: w.subject(order.number),
    preheader: w.preheader,
    why: common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      ...why(order, {
        UNPAID: w.unpaid,
        BUYER: order.byPlacer ? w.byYou : w.byBuyer(order.by),
        US: w.byUs,
        NO_RESULT: w.noResult,
      }),
      ...(paid ? [paragraph(w.stops)] : []),
      facts([
        [common.order, order.number],
        [common.forWhom, order.beneficiary],
        [w.total, to.amount(order.total)],
        [w.refundLabel, order.refund?.amount ? to.amount(order.refund) : null],
        [w.cancelledAt, to.when(order.at)],
      ]),
      ...(order.how === 'UNPAID' ? [] : [paragraph(money(order, to))]),
      paid
        ? button(common.openOrder, to.pages.order(order.orderId))
        : button(w.orderAgain, to.pages.catalogue),
    ],
  }
}

/** What becomes of the money. */
function money(order: CancelledFacts, to: Reader): string {
  const { cancellations: w } = to.words
  if (order.paidAt === null) return w.neverPaid
  if (order.refund === null) return w.refundsTold
  if (order.refund.amount === 0n) return w.noRefund
  const amount = to.amount(order.refund)
  return order.refund.amount === order.total.amount ? w.refund(amount) : w.partRefund(amount)
}

function toRecipient(order: CancelledFacts, to: Reader): Written {
  const { cancellations, common } = to.words
  const { recipient: w } = cancellations
  const services = order.recipients.filter(({ contactId }) => contactId === to.id)
  const service = services.map((line) => line.service).join(', ')
  return {
    subject: w.subject(service),
    preheader: w.preheader,
    why: common.why.recipient,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro(service)),
      facts([
        [common.order, order.number],
        [common.forWhom, order.beneficiary],
      ]),
    ],
  }
}

function toTeam(order: CancelledFacts, to: Reader): Written {
  const { cancellations, common } = to.words
  const { team: w } = cancellations
  const own = order.tasks.filter(({ assigneeId }) => assigneeId === to.id)
  return {
    subject: w.subject(order.number),
    preheader: w.preheader,
    why: common.why.team,
    blocks: [
      heading(w.heading),
      to.hello,
      ...why(order, { UNPAID: w.other, BUYER: w.byBuyer, US: w.byUs, NO_RESULT: w.other }),
      subheading(w.tasks),
      list(own.map(({ title }) => ({ text: title }))),
      facts([
        [common.order, order.number],
        [common.forWhom, order.beneficiary],
      ]),
      button(common.openOrder, to.pages.team.order(order.orderId)),
    ],
  }
}

function toBeneficiary(order: CancelledFacts, to: Reader): Written {
  const { cancellations, common } = to.words
  const { beneficiary: w } = cancellations
  return {
    subject: w.subject(order.beneficiary),
    preheader: w.preheader,
    why: common.why.conversation,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro(order.buyer, order.beneficiary)),
      facts([[common.order, order.number]]),
      paragraph(w.ask(order.buyer)),
    ],
  }
}

/** Why it ended, with the words of whoever called it off. */
function why({ how, reason }: CancelledFacts, says: Record<CancelledFacts['how'], string>): Block[] {
  return [
    paragraph(says[how]),
    ...(reason === null || how === 'UNPAID' || how === 'NO_RESULT' ? [] : [quote(reason)]),
  ]
}
