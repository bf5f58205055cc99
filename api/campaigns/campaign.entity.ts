import { defineEntity, p } from '@mikro-orm/postgresql'
import { OrganisationEntity } from '../accounts/organisation.entity.js'
import { PackageEntity, ServiceEntity } from '../catalogue/catalogue.entity.js'
import { OrderEntity, OrderLineEntity } from '../orders/order.entity.js'
import { DUE_INDEX } from './campaign-due.js'
import { campaignOutcomes, sides } from './campaign-sides.js'
import { campaignMachine } from './campaign.machine.js'
import type { Checklist } from './checklist.js'

const listed = (values: object) =>
  Object.keys(values)
    .map((value) => `'${value}'`)
    .join(', ')

const together = (...columns: string[]) =>
  columns
    .slice(1)
    .map((column) => `(${columns[0]} is null) = (${column} is null)`)
    .join(' and ')

/** What a channel runs for a buyer: the part that a CAMPAIGN line becomes. */
export const CampaignEntity = defineEntity({
  name: 'Campaign',
  tableName: 'campaigns',
  properties: {
    id: p.text().primary(),
    orderId: () => p.oneToOne(OrderEntity).mapToPk().joinColumn('order_id').owner().unique(),
    lineId: () => p.oneToOne(OrderLineEntity).mapToPk().joinColumn('line_id').owner().unique(),
    serviceId: () => p.manyToOne(ServiceEntity).mapToPk().joinColumn('service_id'),
    /** The version of the package that was bought. */
    packageId: () => p.manyToOne(PackageEntity).mapToPk().joinColumn('package_id'),
    channelId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('channel_id'),
    buyerId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('buyer_id'),
    status: p.text(),
    outcome: p.text().nullable(),
    version: p.integer().default(1),
    offeredAt: p.datetime(),
    acceptBy: p.datetime(),
    /** Until when the money that the buyer's bank has set aside can be taken in. */
    authorisedUntil: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    capturedAt: p.datetime().nullable(),
    payAgainBy: p.datetime().nullable(),
    readyAt: p.datetime().nullable(),
    completedAt: p.datetime().nullable(),
    checklist: p.json<Checklist>().nullable(),
    estimatedOn: p.date().nullable(),
    disputeBy: p.datetime().nullable(),
    /** Since when the buyer knows that it is complete: the mail server took the mail, or they disputed it. */
    toldAt: p.datetime().nullable(),
    /** The mail that it is complete has bounced, or none went out in time: then nothing is released by itself. */
    releaseHeld: p.boolean().default(false),
    /** Of one that bounced: whom it went to, and a hash of the address. */
    bouncedContactId: p.text().nullable(),
    bouncedAddress: p.text().nullable(),
    releaseRemindedAt: p.datetime().nullable(),
    disputedAt: p.datetime().nullable(),
    acceptanceExtendedAt: p.datetime().nullable(),
    releaseExtendedAt: p.datetime().nullable(),
    proposedBy: p.text().nullable(),
    proposalRefund: p.bigint().nullable(),
    proposalReasonId: p.text().nullable(),
    proposalAnswerBy: p.datetime().nullable(),
    /** The words with which it was declined or cancelled. */
    reasonId: p.text().nullable(),
    endedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['offeredAt', 'id'] },
    { properties: ['channelId', 'offeredAt', 'id'] },
    { properties: ['buyerId', 'offeredAt', 'id'] },
    { properties: ['serviceId'] },
    { properties: ['packageId'] },
    { properties: ['status', 'offeredAt', 'id'] },
    {
      name: 'campaigns_due',
      expression: `create index "campaigns_due" on "campaigns" ((${DUE_INDEX}), "id")`,
    },
    {
      name: 'campaigns_channel_due',
      expression: `create index "campaigns_channel_due" on "campaigns" ("channel_id", (${DUE_INDEX}), "id")`,
    },
    {
      name: 'campaigns_buyer_due',
      expression: `create index "campaigns_buyer_due" on "campaigns" ("buyer_id", (${DUE_INDEX}), "id")`,
    },
  ],
  checks: [
    { name: 'campaigns_status_known', expression: `status in (${listed(campaignMachine.states)})` },
    { name: 'campaigns_outcome_known', expression: `outcome in (${listed(campaignOutcomes)})` },
    { name: 'campaigns_closed_somehow', expression: `(status = 'CLOSED') = (outcome is not null)` },
    {
      name: 'campaigns_ended_at',
      expression: `(status in (${listed(Object.fromEntries(campaignMachine.final.map((s) => [s, s])))})) = (ended_at is not null)`,
    },
    {
      name: 'campaigns_completed_for_a_time',
      expression: `status in ('AWAITING_ACCEPTANCE', 'ACCEPTED', 'READY', 'CLOSED', 'DECLINED', 'EXPIRED', 'CANCELLED') or (dispute_by is not null and checklist is not null)`,
    },
    { name: 'campaigns_proposed_by', expression: `proposed_by in (${listed(sides)})` },
    {
      name: 'campaigns_proposal_whole',
      expression: together('proposed_by', 'proposal_refund', 'proposal_reason_id', 'proposal_answer_by'),
    },
  ],
})

export const campaignsEntities = [CampaignEntity]
