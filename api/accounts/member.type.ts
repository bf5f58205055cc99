import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { Actions } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, Node } from '../platform/graphql/types.js'
import { Column, One, Reading } from '../platform/reading/declare.js'
import { memberMachine } from './member.machine.js'
import { Contact, Organisation } from './organisation.type.js'
import { memberRoles } from './roles.js'
import { ofOwnOrganisations } from './sees.js'
import { User } from './user.type.js'

export const MemberRole = enumOf('MemberRole', 'What a person may do in an organisation.', memberRoles)
export const MemberStatus = enumOf('MemberStatus', 'How far a membership is.', memberMachine.states)

const seesMembers = ofOwnOrganisations((t) => sql`${t}.organisation_id`)

/** Staff see all, members those of their organisations and clients, an invited person their own. */
@Reading({
  table: 'members',
  scope: (t, viewer) => (viewer.kind === 'link' ? sql`${t}.id = ${viewer.subject}` : seesMembers(t, viewer)),
})
@ObjectType({ implements: Node, description: "A person's place in an organisation." })
export class Member extends Node {
  @Column()
  @Field(() => MemberRole, { description: 'What they may do there.' })
  role!: string

  @Column()
  @Field(() => MemberStatus, {
    description: 'Whether they were invited, are a member, or have no access any more.',
  })
  status!: string

  @One({ from: 'user_id' })
  @Field(() => User, {
    nullable: true,
    description: 'Who signs in; nobody until the invitation was accepted.',
  })
  user!: User | null

  @One({ from: 'contact_id' })
  @Field(() => Contact, { nullable: true, description: 'As whom they were invited.' })
  contact!: Contact | null

  @One({ from: 'organisation_id' })
  @Field(() => Organisation, { nullable: true, description: 'Where.' })
  organisation!: Organisation | null

  @Column()
  @Field(() => DateTime, { description: 'When they were last invited.' })
  invitedAt!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When they accepted.' })
  acceptedAt!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When their access was taken away.' })
  disabledAt!: Date | null

  @Column()
  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number

  @Actions(memberMachine as never)
  @Field(() => [Action], { description: 'What the viewer may do about it.' })
  availableActions!: Action[]
}
