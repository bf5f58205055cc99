import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql'
import { Viewer } from '../accounts/viewer.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { PageArgs, VerbArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { Column } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { markNotificationsRead } from './mark-notifications-read.js'
import { notificationsAdded } from './notifications-added.js'
import {
  Notification,
  NotificationConnection,
  NotificationSort,
  NotificationWhere,
} from './notification.type.js'

/** Counting stops here. */
const MOST_UNREAD = 100

@ArgsType()
class MarkNotificationsReadArgs extends VerbArgs {
  @Field(() => [ID], { nullable: true, description: 'Which ones, at most 100; all of them by default.' })
  ids?: string[]
}

@Resolver(() => Viewer)
export class NotificationResolver {
  @Column(
    (t) =>
      sql`(select count(*)::int from (select from notifications n where n.user_id = ${t}.id and n.read_at is null limit ${sql.lit(MOST_UNREAD)}) unread)`,
  )
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many notifications they have not read, counted to 100; null for who is no person.',
  })
  unreadNotifications(): never {
    throw new Error('planned')
  }

  @Rights('signed-in')
  @Query(() => NotificationConnection, {
    description: 'What the viewer was told of inside Waybill, the newest first.',
  })
  notifications(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => NotificationWhere, { nullable: true, description: 'Only these.' })
    _where?: NotificationWhere,
    @Arg('sort', () => [NotificationSort], { nullable: true, description: 'In this order.' })
    _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('signed-in')
  @Mutation(() => Viewer, {
    nullable: true,
    description: "Notes that some of the caller's notifications were read, or all of them.",
  })
  markNotificationsRead(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => MarkNotificationsReadArgs) args: MarkNotificationsReadArgs,
  ) {
    return answer(ctx, info, args, markNotificationsRead)
  }

  @Rights('signed-in')
  @Subscription(() => Notification, {
    nullable: true,
    description:
      'What the viewer is told of from now on, each as it comes. What came before is in `notifications`: read that first, and again after a break.',
    subscribe: ({ context }) => notificationsAdded(context as Context),
  })
  notificationAdded(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Root() added: { id: string }) {
    return readOne(ctx, info, added.id)
  }
}
