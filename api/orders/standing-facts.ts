import { fact, type FactsOf } from '../lib/facts.js'
import { isMember, type Viewer } from '../lib/viewer.js'
import { appointmentBy, appointmentSays } from './order-appointment.js'
import { campaignBy, campaignSays } from './order-campaign.js'
import { answerHours } from './team-hours.js'
import { workDoneBy } from './order-work.js'
import type { PlainWords } from './plain-words.js'
import type { Stage } from './stage.js'
import { nextByOf, type OrderStatusName, standingOf } from './standing.js'

/** What an order's standing is told from, as facts over its row. */
export const standingFacts = {
  status: fact.text('t.status'),
  stage: fact.text('t.stage'),
  payBy: fact.time('t.pay_by'),
  autoCompleteAt: fact.maybeTime('t.auto_complete_at'),
  doneBy: workDoneBy,
  campaignSays,
  campaignBy,
  appointmentSays,
  appointmentBy,
  answerHours,
  buyerId: fact.text('t.buyer_id'),
  channelId: fact.maybeText('t.channel_id'),
}

/** Where an order stood at a moment, without words: an event can carry it, and whoever reads it finds the words. */
export interface StandingThen {
  readonly status: string
  readonly stage: string
  /** What its campaign or its appointment says of itself, where it has one. */
  readonly says: string | null
  /** By when what is next is due, as ISO 8601, where that is known. */
  readonly nextBy: string | null
}

/** Whom an order is between: who reads its standing decides some words. */
interface Sides {
  readonly buyerId: string
  readonly channelId: string | null
}

/** Where an order stands, of its facts. */
export function standingNow(facts: FactsOf<typeof standingFacts>): StandingThen {
  const { status, stage, campaignSays: campaign, appointmentSays: appointment, ...moments } = facts
  const says = campaign ?? appointment
  const nextBy = nextByOf(status as OrderStatusName, stage as Stage, moments)
  return { status, stage, says, nextBy: nextBy?.toISOString() ?? null }
}

/** The same in plain words for whoever reads it. */
export function standingWords(then: StandingThen, { buyerId, channelId }: Sides, viewer: Viewer): PlainWords {
  const { status, stage, says } = then
  const byBeneficiary = viewer.kind === 'member' && !isMember(viewer, buyerId) && !isMember(viewer, channelId)
  return standingOf({ status: status as OrderStatusName, stage: stage as Stage, says, byBeneficiary })
}
