import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver } from 'type-graphql'
import { Order } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { Many, One } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
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

  @One(
    (order, mail) =>
      sql`${mail}.id = (select last.id from mails last where last.order_id = ${order}.id and last.recipient_id = ${order}.placed_by_contact_id order by last.queued_at desc, last.id desc limit 1)`,
  )
  @FieldResolver(() => Mail, { nullable: true, description: 'The last mail about it to who placed it.' })
  lastMail(): never {
    throw new Error('planned')
  }
}
