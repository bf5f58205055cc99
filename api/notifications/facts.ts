import type { Money } from '../lib/money.js'
import type { CampaignFacts } from './campaign-facts.js'
import type { AppointmentFacts } from './outreach-facts.js'

/** What mails about an order say. Every set of facts names its order, so that the mail stands on the order's page. */
export interface OrderFacts {
  readonly orderId: string
  readonly number: string
  readonly placedById: string
  readonly buyerId: string
  readonly buyer: string
  readonly beneficiaryId: string
  readonly beneficiary: string
  readonly total: Money
  readonly payBy: Date | null
  readonly paidAt: Date | null
  readonly dashboardContactId: string | null
  readonly lines: readonly OrderLineFacts[]
}

export interface OrderLineFacts {
  readonly service: string
  readonly flow: string
  /** Whom the onboarding request goes to; null where nobody is asked. */
  readonly recipientId: string | null
  readonly recipient: string | null
}

/** What mails about one payment or refund say. */
export interface MoneyFacts extends OrderFacts {
  readonly amount: Money
  readonly at: Date
  /** The provider's words, where it refused. */
  readonly reason: string | null
  /** Of a campaign, whether the money was only set aside and is let go: none has moved. */
  readonly letGo?: boolean
}

/** What the receipt says; of a campaign's or an appointment's order, what happens with that, too. */
export interface ReceiptFacts extends OrderFacts {
  readonly campaign?: CampaignFacts
  readonly appointment?: AppointmentFacts
}

/** What mails about a payment that was refused say; of a campaign that was accepted, what waits for it. */
export interface RefusedFacts extends MoneyFacts {
  readonly campaign?: CampaignFacts
}

/** A payment that the buyer's bank has called back; of a campaign, which. */
export interface ChargebackFacts extends OrderFacts {
  readonly amount: Money
  readonly at: Date
  readonly campaign?: CampaignFacts
}

/** What mails about an onboarding document say. */
export interface OnboardingFacts {
  readonly orderId: string
  readonly documentId: string
  readonly number: string
  readonly service: string
  readonly buyer: string
  readonly beneficiary: string
  readonly recipientId: string
  readonly recipient: string
  /** The address that was copied when the line was put into the cart. */
  readonly recipientEmail: string
  /** Whether the recipient belongs to the buyer itself. */
  readonly ownOrder: boolean
  readonly placedById: string
  /** When they were last asked for it: at first, or to change something. */
  readonly askedAt: Date
  /** When what the mail tells of happened. */
  readonly at: Date
  readonly sentBack: boolean
  /** Whether it was submitted and is not decided on: nobody has to answer now. */
  readonly submitted: boolean
  /** Whether it was asked for again after it had been decided on. */
  readonly reopened: boolean
  /** Why we do without it; null where we do not. */
  readonly waivedReason: string | null
  /** Who was asked before, where that changed just now. */
  readonly formerRecipientId: string | null
  /** How often the request went out anew: a link of an earlier round opens nothing. */
  readonly round: number
  readonly revision: number | null
  readonly requiredFiles: readonly string[]
  readonly issues: readonly IssueFacts[]
}

export interface IssueFacts {
  /** The question or file it is about; null for the whole. */
  readonly about: string | null
  readonly note: string
}

/** What mails about a task say. */
export interface TaskFacts {
  readonly orderId: string | null
  readonly taskId: string
  readonly title: string
  readonly number: string | null
  readonly beneficiary: string | null
  readonly service: string | null
  readonly dueAt: Date | null
  readonly assigneeId: string | null
  readonly assignee: string | null
  /** Who gave it; null where a rule did. */
  readonly by: string | null
  readonly startable: boolean
}

/** What the invitation to the dashboard says. */
export interface MembershipFacts extends OrderFacts {
  readonly memberId: string
  /** Whether they are a member already: then there is nothing to accept. */
  readonly accepted: boolean
}

/** What invitations of people say. */
export interface InvitationFacts {
  readonly orderId: null
  /** The membership, or the user who is invited into the team. */
  readonly subjectId: string
  /** The member's contact; null for the team. */
  readonly contactId: string | null
  readonly organisation: string
  readonly inviter: string
  readonly role: string
  readonly roles: readonly string[]
  readonly skills: readonly string[]
}

/** What a mail about messages says to one of those who may read them: those that are new to them, the newest last. */
export interface MessagesFacts {
  readonly orderId: string
  readonly number: string
  readonly campaignId: string | null
  /** Whether its reader looks after the campaign on the channel's side. */
  readonly ofChannel: boolean
  readonly messages: readonly MessageFacts[]
}

/** One message. */
export interface MessageFacts {
  readonly author: string
  readonly kind: 'MESSAGE' | 'QUESTION' | 'STATUS_REQUEST'
  readonly visibility: string
  /** Empty where nothing was written, but asked or attached. */
  readonly body: string
  /** The names of attached files. */
  readonly files: readonly string[]
  /** Whether the mail's reader is called upon by name. */
  readonly mentionsReader: boolean
}

/** What a mail about somebody's second factor says. */
export interface SecondFactorFacts {
  readonly orderId: null
  readonly userId: string
  /** Whether they work here: others sign in at the portal. */
  readonly worksHere: boolean
  /** The admin who took it away; null where its owner did. */
  readonly by: string | null
  readonly at: Date
}
