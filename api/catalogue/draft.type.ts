import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Column } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { BlueprintStep } from './blueprint.type.js'
import { type DraftKind, draftKinds } from './drafts.js'
import { FormField } from './form.type.js'

export const ServiceDraftKind = enumOf('ServiceDraftKind', 'What of a service is being written.', draftKinds)

@ObjectType({ simpleResolvers: true, description: 'What every draft says of itself.' })
abstract class Draft {
  @Field(() => Int, { nullable: true, description: 'The number of the version it was begun from.' })
  basedOn!: number | null

  @Field(() => DateTime, { description: 'When it was last saved.' })
  savedAt!: Date

  @Field(() => String, { nullable: true, description: 'The name of who saved it last.' })
  savedBy!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'An onboarding form that is being written; not in force.' })
export class FormDraft extends Draft {
  @Field(() => String, { description: 'What it is about.' })
  title!: string

  @Field(() => String, { description: 'What its recipient should know before they begin.' })
  intro!: string

  @Field(() => [FormField], { description: 'Its questions so far.' })
  fields!: FormField[]
}

@ObjectType({ simpleResolvers: true, description: 'A task blueprint that is being written; not in force.' })
export class BlueprintDraft extends Draft {
  @Field(() => [BlueprintStep], { description: 'Its steps so far.' })
  steps!: BlueprintStep[]
}

const forAdmins: Scope = (_t, viewer) => viewer.staff('ADMIN')

/** A field that is the draft of this kind, with who saved it; for those who publish. */
export function DraftColumn(kind: DraftKind) {
  return Column(
    (t) => sql`(select d.content || jsonb_build_object('basedOn', d.based_on, 'savedAt', d.saved_at,
      'savedBy', (select u.name from users u where u.id = d.saved_by_id))
      from service_drafts d where d.service_id = ${t}.id and d.kind = ${sql.lit(kind)} and d.content is not null)`,
    { only: forAdmins },
  )
}

/** A field that is the version of that draft, 0 before there was one. */
export function DraftVersionColumn(kind: DraftKind) {
  return Column(
    (t) =>
      sql`coalesce((select d.version from service_drafts d where d.service_id = ${t}.id and d.kind = ${sql.lit(kind)}), 0)`,
    { only: forAdmins },
  )
}
