import { sql } from 'kysely'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { apiScopes } from '../lib/api-scopes.js'
import { fact } from '../lib/facts.js'
import { enumFilter, IdFilter, sortInput } from '../platform/graphql/args.js'
import { Actions } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Node } from '../platform/graphql/types.js'
import { Column, Computed, One, Reading } from '../platform/reading/declare.js'
import { apiKeyMachine } from './api-key.machine.js'
import { KEEPER_STILL_OWNS } from './key-viewer.js'
import { Organisation } from './organisation.type.js'
import { User } from './user.type.js'

export const ApiScope = enumOf('ApiScope', 'What an API key may be allowed to do.', apiScopes)
export const ApiKeyStatus = enumOf('ApiKeyStatus', 'Whether an API key was ended.', apiKeyMachine.states)

/** Owners see the keys of their organisations, a key sees itself and no other, admins see all. */
@Reading({
  table: 'api_keys',
  scope: (t, viewer) =>
    viewer.staff('ADMIN') ||
    (viewer.kind === 'member' &&
      sql`(${t}.id = ${viewer.id} or ${t}.organisation_id = any(${viewer.owned}::text[]) and not starts_with(${viewer.id}::text, 'key_'))`),
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    organisationId: { sql: (t) => sql`${t}.organisation_id`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
  },
  sorts: { createdAt: { sql: (t) => sql`${t}.created_at`, type: 'timestamptz' } },
  defaultSort: ['createdAt', 'DESC'],
})
@ObjectType({
  implements: Node,
  description:
    'A secret with which a program acts for one organisation: `authorization: Bearer wbk_…`. It is shown once, when it is made.',
})
export class ApiKey extends Node {
  @Column()
  @Field(() => String, { description: 'What its owners call it.' })
  name!: string

  @One({ from: 'organisation_id' })
  @Field(() => Organisation, { nullable: true, description: 'For which organisation it acts.' })
  organisation!: Organisation | null

  @Column()
  @Field(() => [ApiScope], { description: 'What it may do.' })
  scopes!: string[]

  @Column()
  @Field(() => ApiKeyStatus, { description: 'Whether it was ended.' })
  status!: string

  @Column(
    (t) =>
      sql`(${t}.status = 'ACTIVE' and exists (select from api_keys k where k.id = ${t}.id and ${sql.raw(KEEPER_STILL_OWNS)}))`,
  )
  @Field(() => Boolean, {
    description:
      'Whether calls with it are taken now: it was not ended, and whoever answers for it is still an owner here.',
  })
  works!: boolean

  @One({ from: 'created_by' })
  @Field(() => User, { nullable: true, description: 'Who made it.' })
  createdBy!: User | null

  @One({ from: 'keeper_id' })
  @Field(() => User, {
    nullable: true,
    description:
      'The owner who answers for it: who made it, or rotated it last. When they lose their access it stops; another owner rotates it to take it over.',
  })
  keeper!: User | null

  @Column()
  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it last got a fresh secret.' })
  rotatedAt!: Date | null

  @Column((t) => sql`(case when ${t}.earlier_until > now() then ${t}.earlier_until end)`)
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the secret before the last one is still good, in real time.',
  })
  earlierSecretUntil!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it was ended.' })
  revokedAt!: Date | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last used, to the minute, in real time.',
  })
  lastUsedAt!: Date | null

  @Computed({ secret: fact.maybeText('null::text') }, ({ secret }) => secret)
  @Field(() => String, {
    nullable: true,
    description:
      'The secret itself: only in the answer of `createApiKey` and `rotateApiKey`, and only the first time. Keep it; nobody can show it again.',
  })
  secret!: string | null

  @Column()
  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number

  @Actions(apiKeyMachine as never)
  @Field(() => [Action], { description: 'What the viewer may do about it.' })
  availableActions!: Action[]
}

export const ApiKeyConnection = connectionOf(ApiKey)
export const ApiKeySort = sortInput('ApiKey', { createdAt: 'By when it was made.' })
const ApiKeyStatusFilter = enumFilter(ApiKeyStatus, 'ApiKeyStatus')

@InputType({ description: 'Which API keys: every condition given holds.' })
export class ApiKeyWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By the organisation for which they act.' })
  organisationId?: IdFilter

  @Field(() => ApiKeyStatusFilter, { nullable: true, description: 'By whether they were ended.' })
  status?: object

  @Field(() => [ApiKeyWhere], { nullable: true, description: 'All of these.' })
  and?: ApiKeyWhere[]

  @Field(() => [ApiKeyWhere], { nullable: true, description: 'Any of these.' })
  or?: ApiKeyWhere[]

  @Field(() => ApiKeyWhere, { nullable: true, description: 'Not this.' })
  not?: ApiKeyWhere
}
