import { defineEntity, p } from '@mikro-orm/postgresql'
import { ContactEntity, OrganisationEntity } from './organisation.entity.js'

/** Somebody who signs in: staff with roles and skills, or a member of organisations with neither. */
export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    email: p.text().unique(),
    /** The person's row in the sign-in tables; none until the invitation was accepted. */
    authUserId: p.text().nullable().unique(),
    status: p.text().default('ACTIVE'),
    staffRoles: p.array().columnType('text[]').default([]),
    skills: p.array().columnType('text[]').default([]),
    locale: p.text().nullable(),
    timeZone: p.text().nullable(),
    invitedAt: p.datetime().nullable(),
    acceptedAt: p.datetime().nullable(),
    disabledAt: p.datetime().nullable(),
    /** Since when nothing that names them is kept. */
    erasedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['name', 'id'] }],
  checks: [
    { name: 'users_status', expression: `status in ('INVITED', 'ACTIVE', 'DISABLED')` },
    { name: 'users_email_lower', expression: 'email = lower(email)' },
    { name: 'users_roles', expression: `staff_roles <@ array['ADMIN', 'FULFILMENT', 'SUPPORT', 'FINANCE']` },
  ],
})

/** A person's place in an organisation: invited as a contact, a user once they have accepted. */
export const MemberEntity = defineEntity({
  name: 'Member',
  tableName: 'members',
  properties: {
    id: p.text().primary(),
    organisationId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('organisation_id'),
    contactId: () => p.oneToOne(ContactEntity).mapToPk().joinColumn('contact_id').owner().unique(),
    userId: () => p.manyToOne(UserEntity).mapToPk().joinColumn('user_id').nullable().index(),
    role: p.text(),
    status: p.text().default('INVITED'),
    invitedAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    disabledAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  uniques: [{ properties: ['organisationId', 'userId'] }],
  checks: [
    { name: 'members_role', expression: `role in ('OWNER', 'MEMBER')` },
    { name: 'members_status', expression: `status in ('INVITED', 'ACTIVE', 'DISABLED')` },
    { name: 'members_active_user', expression: `status <> 'ACTIVE' or user_id is not null` },
  ],
})
