import { sql } from 'kysely'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { enumFilter, IdFilter } from '../platform/graphql/args.js'
import { enumOf, SortDirection } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Node } from '../platform/graphql/types.js'
import { Column, One, Reading, within } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { ContactActions, OrganisationActions } from './customer-actions.js'
import { organisationKinds } from './roles.js'
import { ofOwnOrganisations } from './sees.js'

export const OrganisationKind = enumOf(
  'OrganisationKind',
  'What kind of organisation it is.',
  organisationKinds,
)

/** Who was invited sees where to. */
const invitedTo: Scope = (t, viewer) =>
  viewer.kind === 'link'
    ? sql`${t}.id = (select organisation_id from members where id = ${viewer.subject})`
    : false

const seesOwn = ofOwnOrganisations((t) => sql`${t}.id`)

@Reading({
  table: 'organisations',
  scope: (t, viewer) => (viewer.kind === 'link' ? invitedTo(t, viewer) : seesOwn(t, viewer)),
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    kind: { sql: (t) => sql`${t}.kind`, type: 'text' },
    agencyId: { sql: (t) => sql`${t}.agency_id`, type: 'text' },
  },
  searched: within((t) => sql`concat_ws(chr(10), ${t}.name, ${t}.business_email)`),
  sorts: { name: { sql: (t) => sql`${t}.name`, type: 'text' } },
  defaultSort: ['name', 'ASC'],
})
@ObjectType({ implements: Node, description: 'An agency, a client or a channel.' })
export class Organisation extends Node {
  @Column()
  @Field(() => String, { description: 'What it is called.' })
  name!: string

  @Column()
  @Field(() => OrganisationKind, { description: 'What kind it is.' })
  kind!: string

  @Column()
  @Field(() => String, { description: 'The address of the business itself; no mail of an order goes there.' })
  businessEmail!: string

  @Column()
  @Field(() => String, { description: 'Its language, as a BCP-47 tag.' })
  locale!: string

  @Column()
  @Field(() => String, { description: 'Its IANA time zone.' })
  timeZone!: string

  @One({ from: 'agency_id' })
  @Field(() => Organisation, {
    nullable: true,
    description: 'The agency whose client it is, where the viewer may see it.',
  })
  agency!: Organisation | null

  @Column((t) => sql`(${t}.agency_id is not null)`)
  @Field(() => Boolean, { description: 'Whether it is the client of an agency, which buys for it.' })
  hasAgency!: boolean

  @Column()
  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number

  @OrganisationActions()
  @Field(() => [Action], { description: 'What the viewer may do about it.' })
  availableActions!: Action[]
}

/** A link's holder sees the contact to whom it was mailed. */
const mailedTo: Scope = (t, viewer) =>
  viewer.kind === 'link' ? sql`${t}.id = (select contact_id from links where id = ${viewer.id})` : false

const seesContacts = ofOwnOrganisations((t) => sql`${t}.organisation_id`)

@Reading({
  table: 'contacts',
  scope: (t, viewer) => (viewer.kind === 'link' ? mailedTo(t, viewer) : seesContacts(t, viewer)),
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    organisationId: { sql: (t) => sql`${t}.organisation_id`, type: 'text' },
  },
  searched: within((t) => sql`concat_ws(chr(10), ${t}.name, ${t}.email, ${t}.phone)`),
  sorts: { name: { sql: (t) => sql`${t}.name`, type: 'text' } },
  defaultSort: ['name', 'ASC'],
})
@ObjectType({ implements: Node, description: 'A person at an organisation.' })
export class Contact extends Node {
  @Column()
  @Field(() => String, { description: 'Their name.' })
  name!: string

  @Column()
  @Field(() => String, { nullable: true, description: "The person's own address: mail goes here." })
  email!: string | null

  @Column()
  @Field(() => String, { nullable: true, description: 'Their telephone number.' })
  phone!: string | null

  @Column()
  @Field(() => String, { nullable: true, description: "Their language; else the organisation's." })
  locale!: string | null

  @Column()
  @Field(() => String, { nullable: true, description: "Their time zone; else the organisation's." })
  timeZone!: string | null

  @One({ from: 'organisation_id' })
  @Field(() => Organisation, { nullable: true, description: 'Where they are.' })
  organisation!: Organisation | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when nothing that names them is kept, where that was asked for.',
  })
  erasedAt!: Date | null

  @Column()
  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number

  @ContactActions()
  @Field(() => [Action], { description: 'What the viewer may do about them.' })
  availableActions!: Action[]
}

export const OrganisationConnection = connectionOf(Organisation)
export const ContactConnection = connectionOf(Contact)
const OrganisationKindFilter = enumFilter(OrganisationKind, 'OrganisationKind')

@InputType({ description: 'Which organisations: every condition given holds.' })
export class OrganisationWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => OrganisationKindFilter, { nullable: true, description: 'By kind.' })
  kind?: object

  @Field(() => IdFilter, { nullable: true, description: 'By the agency whose clients they are.' })
  agencyId?: IdFilter

  @Field(() => [OrganisationWhere], { nullable: true, description: 'All of these.' })
  and?: OrganisationWhere[]

  @Field(() => [OrganisationWhere], { nullable: true, description: 'Any of these.' })
  or?: OrganisationWhere[]

  @Field(() => OrganisationWhere, { nullable: true, description: 'Not this.' })
  not?: OrganisationWhere
}

@InputType({ description: 'Which contacts: every condition given holds.' })
export class ContactWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By organisation.' })
  organisationId?: IdFilter

  @Field(() => [ContactWhere], { nullable: true, description: 'All of these.' })
  and?: ContactWhere[]

  @Field(() => [ContactWhere], { nullable: true, description: 'Any of these.' })
  or?: ContactWhere[]

  @Field(() => ContactWhere, { nullable: true, description: 'Not this.' })
  not?: ContactWhere
}

export const PeopleSortField = enumOf('PeopleSortField', 'What organisations and people may be sorted by.', {
  name: 'By name.',
})

@InputType({ description: 'How organisations and people are sorted.' })
export class PeopleSort {
  @Field(() => PeopleSortField, { description: 'By what.' })
  field!: string

  @Field(() => SortDirection, { description: 'Which end first.' })
  direction!: string
}
