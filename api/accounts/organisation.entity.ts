import { defineEntity, p } from '@mikro-orm/postgresql'

/** An agency, a client business (perhaps of an agency), or a channel. The address is the business's own. */
export const OrganisationEntity = defineEntity({
  name: 'Organisation',
  tableName: 'organisations',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    kind: p.text(),
    businessEmail: p.text(),
    locale: p.text().default('en'),
    timeZone: p.text().default('UTC'),
    agencyId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('agency_id').nullable().index(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['name', 'id'] }],
  checks: [
    { name: 'organisations_kind', expression: `kind in ('AGENCY', 'CLIENT', 'CHANNEL')` },
    { name: 'organisations_agency', expression: `agency_id is null or kind = 'CLIENT'` },
  ],
})

/** A person at an organisation, with an address of their own: mail goes here, never to the business. */
export const ContactEntity = defineEntity({
  name: 'Contact',
  tableName: 'contacts',
  properties: {
    id: p.text().primary(),
    organisationId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('organisation_id').index(),
    name: p.text(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    locale: p.text().nullable(),
    timeZone: p.text().nullable(),
    /** Since when nothing that names them is kept. */
    erasedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [
    { properties: ['name', 'id'] },
    {
      name: 'contacts_lower_email',
      expression: 'create index "contacts_lower_email" on "contacts" (lower("email"))',
    },
  ],
})
