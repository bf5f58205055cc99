import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, PageArgs, VerbArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { readPage } from '../platform/reading/read.js'
import { addSavedReply, changeSavedReply, removeSavedReply } from './saved-replies.js'
import { SavedReply, SavedReplyConnection, SavedReplySort } from './saved-reply.type.js'

@ArgsType()
class AddSavedReplyArgs extends VerbArgs {
  @Field(() => String, { description: 'What it is found by: 1 to 100 characters.' })
  title!: string

  @Field(() => String, { description: 'What it says: 1 to 10000 characters.' })
  body!: string
}

@ArgsType()
class ChangeSavedReplyArgs extends IdArgs {
  @Field(() => String, { nullable: true, description: 'What it is found by from now on.' })
  title?: string

  @Field(() => String, { nullable: true, description: 'What it says from now on.' })
  body?: string
}

@Resolver()
export class SavedReplyResolver {
  @Rights('staff')
  @Query(() => SavedReplyConnection, { description: 'The answers that our team has saved, by title.' })
  savedReplies(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('sort', () => [SavedReplySort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => SavedReply, { nullable: true, description: 'Saves a reply, to be used again.' })
  addSavedReply(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AddSavedReplyArgs) args: AddSavedReplyArgs,
  ) {
    return answer(ctx, info, args, addSavedReply)
  }

  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => SavedReply, {
    nullable: true,
    description: 'Changes a saved reply; what is left out stays.',
  })
  changeSavedReply(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangeSavedReplyArgs) args: ChangeSavedReplyArgs,
  ) {
    return answer(ctx, info, args, changeSavedReply)
  }

  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => SavedReply, {
    nullable: true,
    description: 'Removes a saved reply; the answer is null. Messages that were written with it stay.',
  })
  removeSavedReply(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, removeSavedReply)
  }
}
