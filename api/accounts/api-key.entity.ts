import { defineEntity, p } from '@mikro-orm/postgresql'
import { OrganisationEntity } from './organisation.entity.js'

/** A secret with which a program acts for one organisation. Only hashes of it are here. */
export const ApiKeyEntity = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.text().primary(),
    organisationId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('organisation_id'),
    name: p.text(),
    scopes: p.array().columnType('text[]'),
    status: p.text().default('ACTIVE'),
    secretHash: p.text().unique(),
    /** The secret before the last rotation, good until a moment of real time. */
    earlierHash: p.text().nullable().unique(),
    earlierUntil: p.datetime().nullable(),
    createdBy: p.text(),
    /** The owner who answers for it: whoever made it, or rotated it last. */
    keeperId: p.text().index(),
    createdAt: p.datetime(),
    rotatedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    /** Real time, to the minute. */
    lastUsedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['organisationId', 'createdAt', 'id'] }],
  checks: [
    { name: 'api_keys_status', expression: `status in ('ACTIVE', 'REVOKED')` },
    { name: 'api_keys_revoked', expression: `(status = 'REVOKED') = (revoked_at is not null)` },
    { name: 'api_keys_earlier', expression: `(earlier_hash is null) = (earlier_until is null)` },
    { name: 'api_keys_scopes', expression: `cardinality(scopes) > 0` },
  ],
})
