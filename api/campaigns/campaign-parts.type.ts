import { Field, InputType, ObjectType } from 'type-graphql'
import { fact, type FactsOf } from '../lib/facts.js'
import { isStaff, type Viewer } from '../lib/viewer.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Money } from '../platform/graphql/types.js'
import { sides } from './campaign-sides.js'
import type { Checklist } from './checklist.js'

export const CampaignSide = enumOf('CampaignSide', 'The two sides of a campaign.', sides)

@ObjectType({
  simpleResolvers: true,
  description: 'What a channel answered when it marked a campaign complete. No answer stands in its way.',
})
@InputType('CampaignChecklistInput', {
  description: 'What a channel is asked when it marks a campaign complete. No answer stands in its way.',
})
export class CampaignChecklist implements Checklist {
  @Field(() => Boolean, { description: 'It has all the materials it needs.' })
  materials!: boolean

  @Field(() => Boolean, { description: 'It has connected with the buyer.' })
  connected!: boolean

  @Field(() => Boolean, { description: 'It has given the buyer an estimated completion date.' })
  estimateGiven!: boolean

  @Field(() => Boolean, { description: 'It has said that it is available for questions.' })
  available!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'A proposal to end a campaign that waits for an answer.' })
export class CancellationProposal {
  @Field(() => CampaignSide, { description: 'Who proposed it; the other side answers.' })
  by!: string

  @Field(() => Money, {
    nullable: true,
    description:
      'What would go back to the buyer, the rest to the channel; for both sides and those of staff who deal with money.',
  })
  refund!: Money | null

  @Field(() => String, { nullable: true, description: 'Why; nothing once that was erased.' })
  reason!: string | null

  @Field(() => DateTime, { description: 'Until when it is answered; silence lets it lapse.' })
  answerBy!: Date
}

const needs = {
  by: fact.maybeText('t.proposed_by'),
  amount: fact.maybeText('t.proposal_refund::text'),
  currency: fact.maybeText('(select l.currency from order_lines l where l.id = t.line_id)'),
  reason: fact.maybeText('(select r.text from reasons r where r.id = t.proposal_reason_id)'),
  answerBy: fact.maybeTime('t.proposal_answer_by'),
}

/** How the open proposal is read from a campaign's row. */
export const openProposal = {
  needs,
  compute: (
    { by, amount, currency, reason, answerBy }: FactsOf<typeof needs>,
    { viewer }: { viewer: Viewer },
  ) => by && { by, reason, answerBy, refund: seesRefund(viewer) ? { amount, currency } : null },
}

function seesRefund(viewer: Viewer): boolean {
  return !isStaff(viewer) || isStaff(viewer, 'ADMIN', 'FINANCE')
}
