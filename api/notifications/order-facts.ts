import type { Money } from '../lib/money.js'
import type { OrderFacts } from './facts.js'

/** What mails about a delivery, and about a revision of it, say. */
export interface DeliveryFacts extends OrderFacts {
  /** Counts from 1; from 2 on the delivery answers a revision. */
  readonly delivery: number
  readonly summary: string
  readonly files: readonly string[]
  readonly deliveredAt: Date
  /** Until when it can be answered; then it counts as confirmed. */
  readonly answerBy: Date
  readonly revisionsLeft: number
  /** What the buyer wants changed; null where that was erased, or nothing was asked for. */
  readonly request: string | null
  /** Who sees to that, by which task, until when. */
  readonly tasks: readonly RevisionTask[]
}

export interface RevisionTask {
  readonly id: string
  readonly assigneeId: string | null
  readonly dueAt: Date
}

/** What mails about an order that is held, or goes on, say. */
export interface HoldFacts extends OrderFacts {
  readonly heldAt: Date
  /** When it went on; null while it is held. */
  readonly resumedAt: Date | null
  readonly reason: string | null
}

/** What the mail about an order that completed by itself says. */
export interface CompletedFacts extends OrderFacts {
  /** Until when its delivery could have been answered. */
  readonly answerBy: Date
}

/** What mails about an order that was cancelled say, to each of those who were involved. */
export interface CancelledFacts extends OrderFacts {
  /** How it ended: not paid in time, called off by the buyer or by us, or nothing on it came to a result. */
  readonly how: 'UNPAID' | 'BUYER' | 'US' | 'NO_RESULT'
  /** Who called it off. */
  readonly by: string
  /** Whether that was who placed the order. */
  readonly byPlacer: boolean
  readonly reason: string | null
  /** What goes back because of it; null where that is told by mails of its own. */
  readonly refund: Money | null
  readonly at: Date
  /** Whose form ended with it, for which services. */
  readonly recipients: readonly CancelledRecipient[]
  /** Who had which tasks on it. */
  readonly tasks: readonly { readonly assigneeId: string; readonly title: string }[]
}

export interface CancelledRecipient {
  readonly contactId: string
  readonly name: string
  readonly email: string
  readonly service: string
}

/** What mails about the promise to say how to talk with us say, to the team. */
export interface PromiseFacts extends OrderFacts {
  readonly promised: 'COMMUNICATION'
  readonly since: Date
  readonly until: Date
  /** What became of its mail so far: NONE, or a state of the outbox. */
  readonly mail: string
  readonly answer: string | null
}

/** What mails about the promise to answer within 10 to 20 minutes say, to the team. */
export interface AnswerPromiseFacts extends OrderFacts {
  readonly promised: 'ANSWER'
  readonly since: Date
  /** When it breaks, or truly broke. */
  readonly until: Date
  readonly author: string
  readonly kind: 'MESSAGE' | 'QUESTION' | 'STATUS_REQUEST'
  /** What was asked; null once that was erased, empty where nothing was written. */
  readonly body: string | null
  /** When it was answered after all; null while nobody has. */
  readonly answeredAt: Date | null
}
