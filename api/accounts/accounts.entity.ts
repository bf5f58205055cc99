import { ApiKeyEntity } from './api-key.entity.js'
import { LinkEntity, LinkSessionEntity } from './link.entity.js'
import { ContactEntity, OrganisationEntity } from './organisation.entity.js'
import { MemberEntity, UserEntity } from './user.entity.js'

/** The tables of this room. Sign-in's own tables live in the schema `auth` and are made by the migration alone. */
export const accountsEntities = [
  OrganisationEntity,
  ContactEntity,
  UserEntity,
  MemberEntity,
  LinkEntity,
  LinkSessionEntity,
  ApiKeyEntity,
]
