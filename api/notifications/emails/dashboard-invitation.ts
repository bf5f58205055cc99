import { button, facts, heading, list, paragraph, quiet } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { MembershipFacts } from '../facts.js'

/** To the beneficiary's contact, where the buyer ticked it: come and follow the work. */
export const dashboardInvitation = email<MembershipFacts>(
  'dashboard-invitation',
  (order, to) => {
    const { dashboard: w } = to.words.people
    const { common } = to.words
    const services = [...new Set(order.lines.map((line) => line.service))].join(', ')
    return {
      subject: w.subject(order.buyer),
      preheader: w.preheader,
      why: order.accepted ? common.why.conversation : common.why.invited,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(order.buyer, order.beneficiary)),
        list([{ text: w.stage }, { text: w.documents }, { text: w.messages }]),
        facts([
          [common.order, order.number],
          [common.service, services],
          [common.forWhom, order.beneficiary],
        ]),
        ...(order.accepted
          ? [button(common.openOrder, to.pages.order(order.orderId))]
          : [button(w.accept, to.pages.invitationLink), quiet(common.ownLink)]),
      ],
    }
  },
  (is) => [
    { facts: is.dashboard, to: is.client },
    { variant: 'member', facts: { ...is.dashboard, accepted: true }, to: is.client },
  ],
)
