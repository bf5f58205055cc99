import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { Order } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { IdArgs, PageArgs } from '../platform/graphql/args.js'
import { answer } from '../platform/graphql/answer.js'
import { Rights } from '../platform/graphql/rights.js'
import { Many, Newest } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { resendMail } from './resend-mail.js'
import { Mail, MailConnection, MailSort, MailWhere } from './mail.type.js'

@Resolver()
export class MailResolver {
  @Rights('staff')
  @Query(() => MailConnection, { description: 'The outbox: every mail that went out or waits.' })
  mails(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => MailWhere, { nullable: true, description: 'Only these.' }) _where?: MailWhere,
    @Arg('sort', () => [MailSort], { nullable: true, description: 'In this order.' }) _sort?: MailSort[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('staff')
  @Query(() => Mail, { nullable: true, description: 'One mail, or null where there is none to be seen.' })
  mail(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
  ) {
    return readOne(ctx, info, id)
  }

  @Rights('ADMIN', 'SUPPORT', 'FINANCE')
  @Mutation(() => Mail, {
    nullable: true,
    description: 'Sends a mail anew that came back or was given up, to the address its recipient has now.',
  })
  resendMail(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, resendMail)
  }
}

@Resolver(() => Order)
export class OrderMails {
  @Many({ to: 'order_id', orderBy: 'queued_at', only: (_t, viewer) => viewer.staff() })
  @FieldResolver(() => [Mail], {
    nullable: true,
    description: 'The mails about it, the oldest first. For staff.',
  })
  mails(): never {
    throw new Error('planned')
  }

  @Newest({ to: 'order_id', by: 'queued_at' })
  @FieldResolver(() => Mail, {
    nullable: true,
    description:
      'The last mail about it that the viewer may know of: for members, to their own people; for staff, to anybody.',
  })
  lastMail(): never {
    throw new Error('planned')
  }
}
