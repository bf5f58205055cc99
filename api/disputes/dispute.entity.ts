import { defineEntity, p } from '@mikro-orm/postgresql'
import { OrganisationEntity } from '../accounts/organisation.entity.js'
import { UserEntity } from '../accounts/user.entity.js'
import { CampaignEntity } from '../campaigns/campaign.entity.js'
import { FileEntity } from '../files/file.entity.js'
import { OrderEntity } from '../orders/order.entity.js'
import { disputeReasons } from './dispute-reasons.js'
import { disputeMachine } from './dispute.machine.js'
import { statementKinds } from './dispute-words.js'

const listed = (values: object) =>
  Object.keys(values)
    .map((value) => `'${value}'`)
    .join(', ')

/** A buyer's claim of a blatant breach: one for each campaign at most, for good. */
export const DisputeEntity = defineEntity({
  name: 'Dispute',
  tableName: 'disputes',
  properties: {
    id: p.text().primary(),
    status: p.text(),
    version: p.integer().default(1),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id').index(),
    campaignId: () => p.oneToOne(CampaignEntity).mapToPk().joinColumn('campaign_id').owner().unique(),
    /** Both sides are copied: neither ever changes. */
    buyerId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('buyer_id'),
    channelId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('channel_id'),
    reason: p.text(),
    currency: p.text(),
    openedAt: p.datetime(),
    respondBy: p.datetime(),
    respondedAt: p.datetime().nullable(),
    /** Which side our team asked for something, and until when it may answer; while it waits for that. */
    asked: p.text().nullable(),
    informationBy: p.datetime().nullable(),
    fallbackAt: p.datetime(),
    decision: p.text().nullable(),
    /** What was held when it was decided, and how much of it goes back; the rest is the channel's. Minor units. */
    held: p.bigint().nullable(),
    refund: p.bigint().nullable(),
    /** Nobody where the time to decide was over. */
    decidedById: () => p.manyToOne(UserEntity).mapToPk().joinColumn('decided_by_id').nullable(),
    endedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['openedAt', 'id'] },
    { properties: ['fallbackAt', 'id'] },
    { properties: ['status', 'fallbackAt', 'id'] },
    { properties: ['buyerId', 'openedAt', 'id'] },
    { properties: ['channelId', 'openedAt', 'id'] },
  ],
  checks: [
    { name: 'disputes_status_known', expression: `status in (${listed(disputeMachine.states)})` },
    { name: 'disputes_reason_known', expression: `reason in (${listed(disputeReasons)})` },
    {
      name: 'disputes_asked_while_waiting',
      expression: `(status = 'AWAITING_INFORMATION') = (asked is not null and information_by is not null) and (asked is null or asked in ('BUYER', 'CHANNEL'))`,
    },
    {
      name: 'disputes_ended_whole',
      expression: `(status in ('RESOLVED', 'WITHDRAWN')) = (ended_at is not null)`,
    },
    {
      name: 'disputes_decided_whole',
      expression: `(status = 'RESOLVED') = (decision is not null and held is not null and refund is not null)`,
    },
    {
      name: 'disputes_parts_of_what_is_held',
      expression: `case decision when 'RELEASE' then refund = 0 when 'REFUND' then refund = held when 'SPLIT' then refund > 0 and refund < held else decision is null end`,
    },
  ],
})

/** What somebody said in a dispute. Events name it by its id, so that its text can be erased. */
export const DisputeStatementEntity = defineEntity({
  name: 'DisputeStatement',
  tableName: 'dispute_statements',
  properties: {
    id: p.text().primary(),
    disputeId: () => p.manyToOne(DisputeEntity).mapToPk().joinColumn('dispute_id'),
    kind: p.text(),
    /** Which side; null where it was our team. */
    party: p.text().nullable(),
    /** Null once it was erased. */
    text: p.text().nullable(),
    givenByKind: p.text(),
    givenById: p.text().index(),
    givenAt: p.datetime(),
  },
  indexes: [{ properties: ['disputeId', 'givenAt', 'id'] }],
  checks: [
    { name: 'dispute_statements_kind_known', expression: `kind in (${listed(statementKinds)})` },
    { name: 'dispute_statements_party_known', expression: `party is null or party in ('BUYER', 'CHANNEL')` },
  ],
})

/** A file that one side handed in, as it was then. */
export const DisputeEvidenceEntity = defineEntity({
  name: 'DisputeEvidence',
  tableName: 'dispute_evidence',
  properties: {
    id: p.text().primary(),
    disputeId: () => p.manyToOne(DisputeEntity).mapToPk().joinColumn('dispute_id'),
    party: p.text(),
    fileId: () => p.oneToOne(FileEntity).mapToPk().joinColumn('file_id').owner().unique(),
    /** Of the bytes as they were handed in; stays where the file itself is erased. */
    sha256: p.text(),
    addedByKind: p.text(),
    addedById: p.text(),
    addedAt: p.datetime(),
  },
  indexes: [{ properties: ['disputeId', 'addedAt', 'id'] }],
  checks: [{ name: 'dispute_evidence_party_known', expression: `party in ('BUYER', 'CHANNEL')` }],
})

export const disputesEntities = [DisputeEntity, DisputeStatementEntity, DisputeEvidenceEntity]
