import {
  button,
  facts,
  heading,
  list,
  type ListItem,
  paragraph,
  quiet,
  subheading,
} from '../../platform/mailer/content.js'
import { campaignRows, missing } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { outreachRows, reach } from '../appointment-blocks.js'
import { email, type Reader, type Written } from '../email.js'
import type { OrderFacts, OrderLineFacts, ReceiptFacts } from '../facts.js'
import type { AppointmentFacts } from '../outreach-facts.js'

/**
 * To who placed the order, once its payment is final: what was paid, and that everything now starts by itself. Of a
 * campaign's order: what was set aside, that the channel answers, and what to upload meanwhile. Of an appointment's: that
 * we begin to reach the other side at once, and how to talk with us meanwhile.
 */
export const orderReceipt = email<ReceiptFacts>(
  'order-receipt',
  (order, to) => {
    if (order.campaign) return ofCampaign(order, order.campaign, to)
    return order.appointment ? ofAppointment(order, order.appointment, to) : ofWork(order, to)
  },
  (is) => [
    { facts: is.order, to: is.buyer },
    { variant: 'campaign', facts: is.campaign.receipt, to: is.buyer },
    { variant: 'appointment', facts: is.appointment.receipt, to: is.buyer },
  ],
)

function ofWork(order: OrderFacts, to: Reader): Written {
  const { receipt: w } = to.words.orders
  const { common } = to.words
  const services = [...new Set(order.lines.map((line) => line.service))].join(', ')
  const talks = order.lines.some((line) => line.flow === 'ONBOARDED')
  return {
    subject: w.subject(order.number),
    preheader: w.preheader(services),
    why: common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro),
      facts([
        [common.order, order.number],
        [common.forWhom, order.beneficiary],
        [w.total, to.amount(order.total)],
        [w.paidAt, order.paidAt && to.when(order.paidAt)],
      ]),
      subheading(w.next),
      list(order.lines.map((line) => next(line, order, to))),
      ...(order.dashboardContactId ? [paragraph(w.dashboard(order.beneficiary))] : []),
      ...(talks ? [paragraph(w.talk)] : []),
      button(common.openOrder, to.pages.order(order.orderId)),
      quiet(w.reach),
    ],
  }
}

function ofCampaign(order: OrderFacts, campaign: CampaignFacts, to: Reader): Written {
  const { campaign: w, next: title } = to.words.orders.receipt
  const { channel } = campaign
  const until = to.when(campaign.acceptBy)
  const needed = missing(campaign).map(({ label }) => ({ text: label }))
  return {
    subject: w.subject(order.number, channel),
    preheader: w.preheader(until),
    why: to.words.common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro(channel, campaign.package)),
      campaignRows(campaign, to, [w.amount, to.amount(order.total)], [w.answerBy, until]),
      subheading(title),
      list([w.answer(channel, until), w.money]),
      ...(needed.length ? [subheading(w.creatives), list(needed), quiet(w.sooner)] : []),
      button(w.open, to.pages.campaign(campaign.campaignId)),
    ],
  }
}

function ofAppointment(order: OrderFacts, appointment: AppointmentFacts, to: Reader): Written {
  const { appointment: w, total, paidAt, next: title } = to.words.orders.receipt
  const { counterpart, service } = appointment
  return {
    subject: w.subject(order.number, counterpart),
    preheader: w.preheader,
    why: to.words.common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro(counterpart, service)),
      outreachRows(
        appointment,
        to,
        [total, to.amount(order.total)],
        [paidAt, order.paidAt && to.when(order.paidAt)],
      ),
      subheading(title),
      list([w.begin, w.mails, w.where]),
      ...reach(appointment, to),
    ],
  }
}

function next(line: OrderLineFacts, order: OrderFacts, to: Reader): ListItem {
  const { receipt: w } = to.words.orders
  if (line.recipient === null) return { about: line.service, text: w.automatic }
  return {
    about: line.service,
    text: line.recipientId === order.placedById ? w.askedYou : w.asked(line.recipient),
  }
}
