import { sql } from 'kysely'
import { Field, ID, ObjectType } from 'type-graphql'
import { actorKind, type Viewer as Caller } from '../lib/viewer.js'
import { enumOf } from '../platform/graphql/enums.js'
import { Column, Computed, Many, One, Reading } from '../platform/reading/declare.js'
import { ApiScope } from './api-key.type.js'
import { Member } from './member.type.js'
import { StaffRole, User } from './user.type.js'

export const ViewerKind = enumOf('ViewerKind', 'As what somebody calls.', {
  ANONYMOUS: 'Nobody is signed in.',
  STAFF: 'A team member.',
  MEMBER: 'A member of organisations.',
  KEY: 'A program with an API key of an organisation.',
  LINK: "The holder of a mailed link's session: one thing only.",
})

export const SecondFactorStep = enumOf('SecondFactorStep', "How far a session's second factor is.", {
  NOT_ASKED: 'None is asked for.',
  SET_UP: 'It must be set up before anything else.',
  PROVE: 'It must be proven before anything else: by a code of the app, or a backup code.',
  PROVEN: 'It was proven for this session.',
})

/** The row of whoever is signed in. */
@Reading({
  table: 'users',
  scope: (t, viewer) =>
    viewer.kind === 'staff' || viewer.kind === 'member' ? sql`${t}.id = ${viewer.id}` : false,
})
@ObjectType({ description: 'Who is calling.' })
export class Viewer {
  @Computed({}, (_none, { viewer }) => actorKind(viewer).toUpperCase())
  @Field(() => ViewerKind, { description: 'As what they call.' })
  kind!: string

  @Computed({}, (_none, { viewer }) => viewer.factor ?? 'NOT_ASKED')
  @Field(() => SecondFactorStep, {
    description: 'How far the second factor of this session is; until it is proven the caller is nobody.',
  })
  secondFactor!: string

  @One({})
  @Field(() => User, { nullable: true, description: 'Who is signed in, if somebody is.' })
  user!: User | null

  @Column()
  @Field(() => [StaffRole], { description: 'What they do on the team; empty for everybody else.' })
  staffRoles!: string[]

  @Many({ to: 'user_id', join: (p, c) => sql`${c}.user_id = ${p}.id and ${c}.status = 'ACTIVE'` })
  @Field(() => [Member], { description: 'The organisations of which they are a member.' })
  memberships!: Member[]

  @Computed({}, (_none, { viewer }) => viewer.subject)
  @Field(() => ID, { nullable: true, description: 'The one thing that a link opens.' })
  linkDocumentId!: string | null

  @Computed({}, (_none, { viewer }) => (viewer.key ? viewer.organisations[0] : null))
  @Field(() => ID, { nullable: true, description: 'The one organisation for which an API key acts.' })
  organisationId!: string | null

  @Computed({}, (_none, { viewer }) => viewer.key?.scopes ?? [])
  @Field(() => [ApiScope], { description: 'What an API key may do; empty for everybody else.' })
  scopes!: string[]
}

/** What a caller who is no user is, in the form in which a row would be. */
export function withoutUser(viewer: Caller): object | undefined {
  if (!viewer.key && (viewer.kind === 'staff' || viewer.kind === 'member')) return undefined
  return {
    kind: {},
    secondFactor: {},
    user: null,
    staffRoles: [],
    memberships: [],
    linkDocumentId: {},
    organisationId: {},
    scopes: {},
  }
}
