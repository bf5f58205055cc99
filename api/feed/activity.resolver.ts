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
  InputType,
  Mutation,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql'
import type { MessageKind, Visibility } from '../messages/message-words.js'
import { postMessage } from '../messages/post-message.js'
import { Order } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { enumFilter, PageArgs, sortInput, TextFilter, VerbArgs } from '../platform/graphql/args.js'
import { answer } from '../platform/graphql/answer.js'
import { Rights } from '../platform/graphql/rights.js'
import { Sequence } from '../platform/graphql/scalars.js'
import { Page } from '../platform/reading/declare.js'
import { readOne } from '../platform/reading/read.js'
import { ActivityConnection, ActivityEntry, VisibilityEnum } from './activity.type.js'
import { entriesAfter } from './entries-after.js'
import { MessageEntry, MessageKindEnum } from './message-entry.type.js'

const VisibilityFilter = enumFilter(VisibilityEnum, 'Visibility')
const ActivitySort = sortInput('Activity', { sequence: 'By its number in the feed.' })

@InputType({ description: 'Which entries of a feed: every condition given holds.' })
class ActivityWhere {
  @Field(() => TextFilter, {
    nullable: true,
    description:
      'By the part of the trade: message, status, promise, order, appointment, payment, refund, onboarding, task, provisioning, report, campaign, creative, dispute.',
  })
  type?: TextFilter

  @Field(() => VisibilityFilter, { nullable: true, description: 'By who may read it.' })
  visibility?: object
}

@ArgsType()
class PostMessageArgs extends VerbArgs {
  @Field(() => ID, { description: 'The order on whose feed to write.' })
  orderId!: string

  @Field(() => String, {
    description:
      'What to write: 1 to 10000 characters; empty only where something is attached, or the status asked for.',
  })
  body!: string

  @Field(() => VisibilityEnum, { description: 'Who may read it.' })
  visibility!: Visibility

  @Field(() => MessageKindEnum, {
    defaultValue: 'MESSAGE',
    description:
      'What for. A request for the status is answered at once by a card of it, which is no answer of ours.',
  })
  kind!: MessageKind

  @Field(() => [ID], {
    nullable: true,
    description: "The caller's own uploads, at most ten: whoever may read the message may have them.",
  })
  attachments?: string[]

  @Field(() => [ID], {
    nullable: true,
    description:
      'Whom to call upon by name, at most ten users who may read it (see `mentionable`): by our team alone.',
  })
  mentions?: string[]
}

@Resolver(() => Order)
export class ActivityResolver {
  @Page((order, entry) => sql`${entry}.stream_id = ${order}.id`)
  @FieldResolver(() => ActivityConnection, { description: 'Its activity feed, the newest first.' })
  activity(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => ActivityWhere, { nullable: true, description: 'Only these.' }) _where?: ActivityWhere,
    @Arg('sort', () => [ActivitySort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ): never {
    throw new Error('read by the planner')
  }

  @Rights('signed-in')
  @Mutation(() => MessageEntry, { nullable: true, description: "Writes on an order's feed." })
  postMessage(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PostMessageArgs) args: PostMessageArgs,
  ) {
    return answer(ctx, info, args, postMessage)
  }

  @Rights('signed-in')
  @Subscription(() => ActivityEntry, {
    description:
      'The entries of a feed after a number, first those that are there, then each as it comes: none is missed, none comes twice.',
    subscribe: ({ args, context }) =>
      entriesAfter(context as Context, String(args['orderId']), (args['after'] as bigint | undefined) ?? 0n),
  })
  orderActivity(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Root() entry: { id: string },
    @Arg('orderId', () => ID, { description: 'The order.' }) _orderId: string,
    @Arg('after', () => Sequence, {
      nullable: true,
      description: 'The last number you have; all of it by default.',
    })
    _after?: bigint,
  ) {
    return readOne(ctx, info, entry.id)
  }
}
