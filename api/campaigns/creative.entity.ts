import { defineEntity, p } from '@mikro-orm/postgresql'
import { UserEntity } from '../accounts/user.entity.js'
import { FileEntity } from '../files/file.entity.js'
import { OrderEntity } from '../orders/order.entity.js'
import { CampaignEntity } from './campaign.entity.js'

/** One asset that a campaign needs of its buyer, as the package said when it was ordered. */
export const CreativeEntity = defineEntity({
  name: 'Creative',
  tableName: 'creatives',
  properties: {
    id: p.text().primary(),
    campaignId: () => p.manyToOne(CampaignEntity).mapToPk().joinColumn('campaign_id'),
    position: p.integer(),
    key: p.text(),
    label: p.text(),
    instructions: p.text(),
    required: p.boolean(),
    types: p.json<readonly string[]>(),
    newestId: p.text().nullable(),
  },
  uniques: [{ properties: ['campaignId', 'key'] }],
})

/** A file that the buyer sent for it, and what the channel decided. The file never changes; a replacement is the next version. */
export const CreativeVersionEntity = defineEntity({
  name: 'CreativeVersion',
  tableName: 'creative_versions',
  properties: {
    id: p.text().primary(),
    status: p.text(),
    version: p.integer().default(1),
    creativeId: () => p.manyToOne(CreativeEntity).mapToPk().joinColumn('creative_id'),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id').index(),
    number: p.integer(),
    fileId: () => p.manyToOne(FileEntity).mapToPk().joinColumn('file_id'),
    uploadedAt: p.datetime(),
    uploadedBy: () => p.manyToOne(UserEntity).mapToPk().joinColumn('uploaded_by'),
    decidedAt: p.datetime().nullable(),
    decidedBy: () => p.manyToOne(UserEntity).mapToPk().joinColumn('decided_by').nullable(),
    /** The words with which it was rejected. */
    reasonId: p.text().nullable(),
  },
  uniques: [{ properties: ['creativeId', 'number'] }],
  checks: [
    {
      name: 'creative_versions_status_known',
      expression: `status in ('UPLOADED', 'APPROVED', 'REJECTED')`,
    },
    {
      name: 'creative_versions_decided_by_somebody',
      expression: `(status = 'UPLOADED') = (decided_at is null) and (decided_at is null) = (decided_by is null)`,
    },
    {
      name: 'creative_versions_rejected_says_why',
      expression: `(status = 'REJECTED') = (reason_id is not null)`,
    },
  ],
})

export const creativeEntities = [CreativeEntity, CreativeVersionEntity]
