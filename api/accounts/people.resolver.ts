import type { GraphQLResolveInfo } from 'graphql'
import { Args, ArgsType, Ctx, Field, ID, Info, Mutation, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer, answerValue } from '../platform/graphql/answer.js'
import { IdArgs, ReasonArgs, VerbArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { readOne } from '../platform/reading/read.js'
import { acceptInvitation, invited } from './accept-invitation.js'
import { erasePerson } from './erase-person.js'
import { Erasure, shownErasure } from './erasure.type.js'
import { inviteMember } from './invite-member.js'
import { Member, MemberRole } from './member.type.js'
import { changeRole, disableMember, enableMember } from './members.js'
import { resetSecondFactor } from './reset-second-factor.js'
import type { MemberRole as Role, StaffRole as Duty } from './roles.js'
import { changeStaff, disableStaff, enableStaff, inviteStaff } from './staff.js'
import { StaffRole, User } from './user.type.js'

@ArgsType()
class InviteMemberArgs extends VerbArgs {
  @Field(() => ID, { description: 'Into which organisation.' })
  organisationId!: string

  @Field(() => String, { description: "The person's name." })
  name!: string

  @Field(() => String, { description: "The person's own address." })
  email!: string

  @Field(() => MemberRole, { description: 'What they may do there.' })
  role!: Role
}

@ArgsType()
class AcceptArgs extends VerbArgs {
  @Field(() => String, { description: 'The token of the mailed link.' })
  token!: string

  @Field(() => String, { description: 'The password to sign in with: 10 to 128 characters.' })
  password!: string
}

@ArgsType()
class ChangeRoleArgs extends IdArgs {
  @Field(() => MemberRole, { description: 'What they may do from now on.' })
  role!: Role
}

@ArgsType()
class InviteStaffArgs extends VerbArgs {
  @Field(() => String, { description: "The person's name." })
  name!: string

  @Field(() => String, { description: 'The address to sign in with.' })
  email!: string

  @Field(() => [StaffRole], { description: 'What they do: at least one.' })
  roles!: Duty[]

  @Field(() => [String], { description: 'What they are able to do.' })
  skills!: string[]
}

@ArgsType()
class ChangeStaffArgs extends IdArgs {
  @Field(() => [StaffRole], { description: 'What they do from now on: at least one.' })
  roles!: Duty[]

  @Field(() => [String], { description: 'What they are able to do.' })
  skills!: string[]
}

@Resolver()
export class PeopleResolver {
  @Rights('member', 'ADMIN')
  @Mutation(() => Member, {
    nullable: true,
    description: 'Invites a person to be a member of an organisation.',
  })
  inviteMember(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => InviteMemberArgs) args: InviteMemberArgs,
  ) {
    return answer(ctx, info, args, inviteMember)
  }

  @Rights('anyone')
  @Mutation(() => Member, {
    nullable: true,
    description: 'Accepts an invitation by its mailed link, once. Null where it was to the team.',
  })
  async acceptInvitation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AcceptArgs) args: AcceptArgs,
  ) {
    const id = await answerValue(ctx, info, args, acceptInvitation)
    return readOne({ ...ctx, viewer: invited('', id) }, info, id)
  }

  @Rights('member', 'ADMIN')
  @Mutation(() => Member, { nullable: true, description: 'Makes a member an owner, or an owner a member.' })
  changeRole(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangeRoleArgs) args: ChangeRoleArgs,
  ) {
    return answer(ctx, info, args, changeRole)
  }

  @Rights('member', 'ADMIN')
  @Mutation(() => Member, { nullable: true, description: "Takes away a member's access." })
  disableMember(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, disableMember)
  }

  @Rights('member', 'ADMIN')
  @Mutation(() => Member, { nullable: true, description: 'Gives a member their access back.' })
  enableMember(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, enableMember)
  }

  @Rights('ADMIN')
  @Mutation(() => User, { nullable: true, description: 'Invites a person to the team.' })
  inviteStaff(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => InviteStaffArgs) args: InviteStaffArgs,
  ) {
    return answer(ctx, info, args, inviteStaff)
  }

  @Rights('ADMIN')
  @Mutation(() => User, {
    nullable: true,
    description: 'Gives a team member other roles and skills; nobody changes their own.',
  })
  changeStaff(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangeStaffArgs) args: ChangeStaffArgs,
  ) {
    return answer(ctx, info, args, changeStaff)
  }

  @Rights('ADMIN')
  @Mutation(() => User, {
    nullable: true,
    description: "Takes away a team member's access; their tasks are released.",
  })
  disableStaff(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, disableStaff)
  }

  @Rights('ADMIN')
  @Mutation(() => User, { nullable: true, description: 'Gives a team member their access back.' })
  enableStaff(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, enableStaff)
  }

  @Rights('ADMIN')
  @Mutation(() => User, {
    nullable: true,
    description:
      'Takes away the second factor of somebody who has lost it: their sessions end, and they set up a new one. Never your own.',
  })
  resetSecondFactor(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, resetSecondFactor)
  }

  @Rights('ADMIN')
  @Mutation(() => Erasure, {
    description:
      'Takes everything that names a person out of the rows: a contact or a user, and whoever has the same e-mail. The log, the ledger and every order stay. It cannot be undone; try it with `dryRun` first.',
  })
  async erasePerson(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return shownErasure(await answerValue(ctx, info, args, erasePerson))
  }
}
