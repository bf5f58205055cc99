import type { OrderFacts } from '../facts.js'
import type {
  CancelledFacts,
  DeliveryFacts,
  HoldFacts,
  PromiseFacts,
  AnswerPromiseFacts,
} from '../order-facts.js'
import type { Recipient } from '../recipient.js'
import type { SampleTexts } from './english.js'
import { at } from './sample-facts.js'

/** What can become of the order: delivered, held, called off, with a promise about to break; and of its people's sign-in. */
export function sampleCourse(
  text: SampleTexts,
  order: OrderFacts,
  { client }: { readonly client: Recipient },
) {
  return {
    delivery: sampleDelivery(text, order),
    hold: sampleHold(text, order),
    cancelled: sampleCancelled(text, order, client),
    promise: samplePromise(text, order),
    answerPromise: sampleAnswerPromise(text, order),
    secondFactor: {
      orderId: null,
      userId: 'usr_sample',
      worksHere: true,
      by: text.people.admin,
      at: at('2026-11-26T09:05:00Z'),
    },
  }
}

/** The first delivery of the order, which can still be revised twice, and what was asked to be changed of it. */
function sampleDelivery(text: SampleTexts, order: OrderFacts): DeliveryFacts {
  return {
    ...order,
    delivery: 1,
    summary: text.delivered,
    files: text.deliveredFiles,
    deliveredAt: at('2026-12-10T15:20:00Z'),
    answerBy: at('2026-12-24T15:20:00Z'),
    revisionsLeft: 2,
    request: text.revision,
    tasks: [{ id: 'tsk_sample', assigneeId: 'sample_assignee', dueAt: at('2026-12-14T16:00:00Z') }],
  }
}

/** The order on hold. */
function sampleHold(text: SampleTexts, order: OrderFacts): HoldFacts {
  return { ...order, heldAt: at('2026-12-01T10:00:00Z'), resumedAt: null, reason: text.held }
}

/** The order, called off by its buyer before the work began. */
function sampleCancelled(text: SampleTexts, order: OrderFacts, client: Recipient): CancelledFacts {
  const { id: contactId, name, email } = client
  return {
    ...order,
    how: 'BUYER',
    by: text.people.buyer,
    byPlacer: true,
    reason: text.calledOff,
    refund: order.total,
    at: at('2026-11-25T10:12:00Z'),
    recipients: [{ contactId, name, email, service: text.services.website }],
    tasks: [{ assigneeId: 'sample_assignee', title: text.task }],
  }
}

/** The promise to say how to talk with us, four hours before its end. */
function samplePromise(text: SampleTexts, order: OrderFacts): PromiseFacts {
  return {
    ...order,
    promised: 'COMMUNICATION',
    since: at('2026-11-24T13:32:00Z'),
    until: at('2026-11-25T13:32:00Z'),
    mail: 'QUEUED',
    answer: text.mailServer,
  }
}

/** A question that waits for an answer since ten minutes. */
function sampleAnswerPromise(text: SampleTexts, order: OrderFacts): AnswerPromiseFacts {
  return {
    ...order,
    promised: 'ANSWER',
    since: at('2026-11-25T10:02:00Z'),
    until: at('2026-11-25T10:22:00Z'),
    author: text.people.buyer,
    kind: 'QUESTION',
    body: text.question,
    answeredAt: null,
  }
}
