import { sql } from 'kysely'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { fact } from '../lib/facts.js'
import { isStaff } from '../lib/viewer.js'
import { enumFilter, IdFilter } from '../platform/graphql/args.js'
import { Actions } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Node } from '../platform/graphql/types.js'
import { Column, Computed, Reading, within } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { staffRoles } from './roles.js'
import { ownOrClients } from './sees.js'
import { staffMachine } from './staff.machine.js'

export const StaffRole = enumOf('StaffRole', 'What a team member does.', staffRoles)
export const UserStatus = enumOf('UserStatus', 'Whether somebody may sign in.', staffMachine.states)

/** Staff see everybody; a member sees themselves and fellow members; an invited person sees themselves. */
const seesPeople: Scope = (t, viewer) => {
  if (viewer.staff()) return true
  if (viewer.kind === 'member') {
    return sql`(${t}.id = ${viewer.id} or exists (select from members m where m.user_id = ${t}.id and ${ownOrClients(sql`m.organisation_id`, viewer)}))`
  }
  return viewer.kind === 'link'
    ? sql`(${t}.id = ${viewer.subject} or ${t}.id = (select user_id from members where id = ${viewer.subject}))`
    : false
}

@Reading({
  table: 'users',
  scope: seesPeople,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
  },
  searched: within((t) => sql`concat_ws(chr(10), ${t}.name, ${t}.email)`),
  sorts: { name: { sql: (t) => sql`${t}.name`, type: 'text' } },
  defaultSort: ['name', 'ASC'],
})
@ObjectType({
  implements: Node,
  description: 'Somebody who signs in: a team member, or a member of organisations.',
})
export class User extends Node {
  @Column()
  @Field(() => String, { description: 'Their name.' })
  name!: string

  @Column()
  @Field(() => String, { description: 'The address they sign in with.' })
  email!: string

  @Column()
  @Field(() => UserStatus, { description: 'Whether they may sign in.' })
  status!: string

  @Column()
  @Field(() => [StaffRole], { description: 'What they do on the team; empty for everybody else.' })
  staffRoles!: string[]

  @Computed({ skills: fact.texts('t.skills') }, (user, { viewer }) => (isStaff(viewer) ? user.skills : []))
  @Field(() => [String], { description: 'What they are able to do; empty where the viewer is not staff.' })
  skills!: string[]

  @Column(
    (t) =>
      sql`exists (select from auth."secondFactor" f where f."userId" = ${t}.auth_user_id and f."confirmedAt" is not null)`,
    { only: (t, viewer) => viewer.staff('ADMIN') || sql`${t}.id = ${viewer.id}` },
  )
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they have set up a second factor; for themselves and for admins.',
  })
  hasSecondFactor!: boolean | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when nothing that names them is kept, where that was asked for.',
  })
  erasedAt!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When their access was taken away.' })
  disabledAt!: Date | null

  @Column()
  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number

  @Actions(staffMachine as never)
  @Field(() => [Action], { description: 'What the viewer may do about them.' })
  availableActions!: Action[]
}

export const UserConnection = connectionOf(User)
const UserStatusFilter = enumFilter(UserStatus, 'UserStatus')

@InputType({ description: 'Which people: every condition given holds.' })
export class UserWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => UserStatusFilter, { nullable: true, description: 'By whether they may sign in.' })
  status?: object

  @Field(() => [UserWhere], { nullable: true, description: 'All of these.' })
  and?: UserWhere[]

  @Field(() => [UserWhere], { nullable: true, description: 'Any of these.' })
  or?: UserWhere[]

  @Field(() => UserWhere, { nullable: true, description: 'Not this.' })
  not?: UserWhere
}
