import { sql } from 'kysely'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { DateTime, Day } from '../platform/graphql/scalars.js'
import { connectionOf, Node } from '../platform/graphql/types.js'
import { Column, One, Reading } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'

@ObjectType({ simpleResolvers: true, description: 'One asset that a campaign needs of its buyer.' })
@InputType('RequiredCreativeInput', { description: 'One asset that a campaign needs, as it is written.' })
export class RequiredCreative {
  @Field(() => String, { description: 'Names the asset within its package; stable over versions.' })
  key!: string

  @Field(() => String, { description: 'What it is called.' })
  label!: string

  @Field(() => String, { description: 'What it must be like.' })
  instructions!: string

  @Field(() => Boolean, { description: 'Whether the campaign cannot be ready without it.' })
  required!: boolean

  @Field(() => [String], { description: 'The MIME types it may have; empty takes all that can be uploaded.' })
  types!: string[]
}

/** Whose channel sells the package, row by row of its versions. */
const ofOwnChannel: Scope = (t, viewer) =>
  viewer.kind === 'member' &&
  sql`exists (select from services sold where sold.id = ${t}.service_id and sold.channel_id = any(${viewer.organisations}::text[]))`

/** What is told of a version to the team and to its channel alone. */
const forSellers: Scope = (t, viewer) => viewer.staff() || ofOwnChannel(t, viewer)

/** Staff see every version, a channel its own; everybody else the newest on sale, and rooms above add what their own point to. */
@Reading({
  table: 'packages',
  scope: (t, viewer) => {
    if (viewer.staff()) return true
    const newest = sql`exists (select from services s where s.package_id = ${t}.id and s.status = 'OFFERED')`
    const own = ofOwnChannel(t, viewer)
    return own === false ? newest : sql`(${newest} or ${own})`
  },
  sorts: { version: { sql: (t) => sql`${t}.version`, type: 'bigint' } },
  defaultSort: ['version', 'DESC'],
})
@ObjectType({
  implements: Node,
  description: 'A version of what a package of a channel asks of its buyer and promises. It never changes.',
})
export class Package extends Node {
  @Column()
  @Field(() => Int, {
    description: 'Its number among the versions of its package; orders keep the one they were placed with.',
  })
  version!: number

  @Column()
  @Field(() => [RequiredCreative], { description: 'The assets that the campaign needs, in their order.' })
  requiredCreatives!: RequiredCreative[]

  @Column()
  @Field(() => String, { description: "The channel's terms for it." })
  terms!: string

  @Column()
  @Field(() => Day, { description: "The campaign's first day, where its channel is." })
  startsOn!: string

  @Column()
  @Field(() => Day, { description: "The campaign's last day, where its channel is." })
  endsOn!: string

  @Column()
  @Field(() => DateTime, { description: 'Since when it is there.' })
  publishedAt!: Date

  @One({ from: 'published_by_id' }, forSellers)
  @Field(() => User, {
    nullable: true,
    description: 'Who published it, where it was a person; for staff and its channel.',
  })
  publishedBy!: User | null
}

export const PackageConnection = connectionOf(Package)
