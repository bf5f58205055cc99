import { button, facts, heading, paragraph, quote } from '../../platform/mailer/content.js'
import { email, type Reader, type Written } from '../email.js'
import type { DeliveryFacts } from '../order-facts.js'

/** To who placed the order: we are on it; and to those of the team who do it. */
export const revisionRequested = email<DeliveryFacts>(
  'revision-requested',
  (order, to) => (to.isTeam ? toTeam(order, to) : toBuyer(order, to)),
  (is) => [
    { facts: is.delivery, to: is.buyer },
    { variant: 'last', facts: { ...is.delivery, revisionsLeft: 0 }, to: is.buyer },
    { variant: 'team', facts: is.delivery, to: is.assignee },
    { variant: 'admin', facts: { ...is.delivery, tasks: [] }, to: is.admin },
  ],
)

function toBuyer(order: DeliveryFacts, to: Reader): Written {
  const { revision: w } = to.words.deliveries
  const { common } = to.words
  return {
    subject: w.subject(order.number),
    preheader: w.preheader,
    why: common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro),
      ...(order.request === null ? [] : [quote(order.request)]),
      facts([
        [common.order, order.number],
        [common.forWhom, order.beneficiary],
      ]),
      paragraph(`${w.next} ${w.left(order.revisionsLeft)}`),
      button(common.openOrder, to.pages.order(order.orderId)),
    ],
  }
}

function toTeam(order: DeliveryFacts, to: Reader): Written {
  const { revision: w } = to.words.deliveries
  const { common, tasks } = to.words
  const task = order.tasks.find(({ assigneeId }) => assigneeId === to.id)
  return {
    subject: w.subjectTeam(order.number),
    preheader: order.request ?? w.headingTeam,
    why: common.why.team,
    blocks: [
      heading(w.headingTeam),
      to.hello,
      paragraph(task ? w.introTeam(order.buyer) : w.introAdmin(order.buyer)),
      ...(order.request === null ? [] : [quote(order.request)]),
      facts([
        [common.order, order.number],
        [common.forWhom, order.beneficiary],
        [w.revision, String(order.delivery)],
        [tasks.facts.due, task && to.when(task.dueAt)],
      ]),
      task
        ? button(tasks.delegated.open, to.pages.team.task(task.id))
        : button(w.openTasks, to.pages.team.order(order.orderId)),
    ],
  }
}
