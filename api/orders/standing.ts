import { hoursInWords } from '../lib/hours-in-words.js'
import type { OpenHours } from '../lib/open-hours.js'
import type { orderMachine } from './order.machine.js'
import { orderAppointment } from './order-appointment.js'
import { orderCampaign } from './order-campaign.js'
import type { PlainWords } from './plain-words.js'
import type { Stage } from './stage.js'

export type OrderStatusName = keyof typeof orderMachine.states

/** Where an order stands, in plain words, by its stage. */
const byStage: Readonly<Record<Stage, PlainWords>> = {
  AWAITING_PAYMENT: {
    summary: 'The order waits to be paid.',
    next: 'Pay it; the work begins by itself.',
    actor: 'BUYER',
  },
  ACTION_REQUIRED: {
    summary: 'Our team has questions about the onboarding form.',
    next: 'Look at the marked answers and submit the form again.',
    actor: 'RECIPIENT',
  },
  AWAITING_ONBOARDING: {
    summary: 'The onboarding form waits to be filled in.',
    next: 'Fill in the onboarding form and submit it.',
    actor: 'RECIPIENT',
  },
  IN_VERIFICATION: {
    summary: 'The onboarding form is with our team.',
    next: 'We check it and hand the work to our specialists, or come back with questions.',
    actor: 'US',
  },
  IN_PROGRESS: {
    summary: 'Our specialists are at work.',
    next: 'We finish the tasks of this order.',
    actor: 'US',
  },
  READY: {
    summary: 'All tasks of this order are done.',
    next: 'We put the result together for you.',
    actor: 'US',
  },
  OUTREACH: {
    summary: 'Our team is getting in touch to confirm the appointment.',
    next: 'We call, text and write until a time is agreed, and tell you as soon as it is.',
    actor: 'US',
  },
  FOLLOW_UP: {
    summary: 'The appointment is not confirmed yet.',
    next: 'We follow up and try again to agree on a time.',
    actor: 'US',
  },
  CONFIRMED: {
    summary: 'The appointment is confirmed.',
    next: 'It takes place at the agreed time.',
    actor: 'NOBODY',
  },
  UNREACHABLE: {
    summary: 'We could not reach the person the appointment is with.',
    next: 'Name somebody else or another number, or cancel: then all of the money goes back.',
    actor: 'BUYER',
    toBeneficiary: { next: 'The buyer chooses: somebody else to ask, or no appointment.' },
  },
  AWAITING_ACCEPTANCE: {
    summary: 'The campaign was offered to the channel.',
    next: 'The channel accepts or declines; without an answer in time the money goes back.',
    actor: 'CHANNEL',
    toBeneficiary: { next: 'The channel accepts or declines.' },
  },
  ACCEPTED: {
    summary: 'The channel accepted the campaign.',
    next: 'The channel looks at the creatives and marks the campaign ready.',
    actor: 'CHANNEL',
  },
  CAMPAIGN_READY: {
    summary: 'The campaign has everything it needs.',
    next: 'The channel runs the campaign and marks it complete.',
    actor: 'CHANNEL',
  },
  COMPLETION_CLAIMED: {
    summary: 'The channel marked the campaign complete.',
    next: 'The buyer releases the money or disputes; without a word the money is released.',
    actor: 'BUYER',
    toBeneficiary: { next: 'The buyer says whether all was done as agreed.' },
  },
  DISPUTED: {
    summary: 'The buyer disputes the campaign: the money does not move.',
    next: 'Our team hears both sides and decides.',
    actor: 'US',
    toBeneficiary: { summary: 'The buyer disputes the campaign.' },
  },
  DELIVERED: {
    summary: 'The work is finished and was handed over.',
    next: 'The buyer confirms it or says what is to be changed; without an answer it counts as confirmed.',
    actor: 'BUYER',
  },
  CLOSED: { summary: 'This order has ended.', next: null, actor: 'NOBODY' },
}

/** How an order ended, in plain words. */
const endings: Partial<Record<OrderStatusName, string>> = {
  COMPLETED: 'Everything on this order is done.',
  CANCELLED: 'This order was cancelled.',
}

const held: PlainWords = {
  summary: 'Our team holds this order for now: the clocks stand still.',
  next: 'We take it up again; nobody loses time by it.',
  actor: 'US',
}

/** Where an order stands, as its rules see it, and who asks. */
interface Standing {
  readonly status: OrderStatusName
  readonly stage: Stage
  /** What its campaign or its appointment says of itself, where it has one. */
  readonly says: string | null
  /** Whether it is read by somebody for whom the work is done and who does not pay for it. */
  readonly byBeneficiary: boolean
}

/**
 * Where an order stands, in plain words: by how it ended or that it is held, else by its stage. What its campaign or its
 * appointment says of itself, where it has one, is more exact than either.
 */
export function standingOf({ byBeneficiary, ...order }: Standing): PlainWords {
  const words = wordsOf(order)
  return byBeneficiary ? { ...words, ...words.toBeneficiary } : words
}

function wordsOf({ status, stage, says }: Omit<Standing, 'byBeneficiary'>): PlainWords {
  if (status === 'ON_HOLD') return held
  const exact =
    says === null ? undefined : (orderCampaign.bound.words[says] ?? orderAppointment.bound.words[says])
  if (exact) return exact
  const summary = endings[status]
  return summary ? { ...byStage.CLOSED, summary } : byStage[stage]
}

/** The moments of an order that something is due by. */
interface Moments {
  readonly payBy: Date
  readonly autoCompleteAt: Date | null
  /** When the last of its open tasks is due. */
  readonly doneBy: Date | null
  /** By when its campaign's next step is due. */
  readonly campaignBy: Date | null
  /** By when its appointment's next step is due. */
  readonly appointmentBy: Date | null
}

/** By when what is next is due, where that is known. */
export function nextByOf(status: OrderStatusName, stage: Stage, moments: Moments): Date | null {
  if (status === 'AWAITING_PAYMENT') return moments.payBy
  if (status === 'DELIVERED') return moments.autoCompleteAt
  if (status === 'ON_HOLD') return null
  if (moments.campaignBy ?? moments.appointmentBy) return moments.campaignBy ?? moments.appointmentBy
  return status === 'OPEN' && stage === 'IN_PROGRESS' ? moments.doneBy : null
}

/** How to reach us, whatever the stage: at which hours somebody reads it, where that is not at all. */
export function reachWords(hours: OpenHours | null): string {
  const when = hours ? hoursInWords(hours, 'en') : 'around the clock'
  return `Write on the order’s activity feed: our team reads it ${when}.`
}
