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
  Resolver,
  Root,
  Subscription,
} from 'type-graphql'
import type { Visibility } from '../messages/message-words.js'
import { Order } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { VerbArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { Sequence } from '../platform/graphql/scalars.js'
import { Column } from '../platform/reading/declare.js'
import { Bind, type Scope, type Sql } from '../platform/reading/scope.js'
import { VisibilityEnum } from './activity.type.js'
import { feedPresence } from './feed-presence.js'
import { markRead } from './mark-read.js'
import { noteTyping } from './note-typing.js'
import { FeedPresence } from './presence.type.js'

/** Counting stops here: "99 and more" is as good as more. */
const MOST_UNREAD = 100

@ArgsType()
class MarkReadArgs extends VerbArgs {
  @Field(() => ID, { description: 'The order whose feed was read.' })
  orderId!: string

  @Field(() => Sequence, { description: 'The number of the last entry that was read.' })
  upTo!: bigint
}

const me = new Bind((run) => run.viewer.id)
const isStaff = new Bind((run) => run.viewer.kind === 'staff')
const mine = new Bind((run) => run.viewer.organisations)
const forPeople: Scope = (_t, viewer) => viewer.kind === 'staff' || viewer.kind === 'member'
const myMark = (t: Sql) =>
  sql`coalesce((select k.up_to from read_marks k where k.order_id = ${t}.id and k.user_id = ${me}), 0)`
const readable = (t: Sql) =>
  sql`(${isStaff}::boolean or m.visibility = 'PARTIES' or (m.visibility = 'BUYER' and ${t}.buyer_id = any(${mine}::text[])))`

/** How far the viewer has read an order's feed, who else is there, and what passes by. */
@Resolver(() => Order)
export class FeedMarksResolver {
  @Column(
    (t) =>
      sql`(select count(*)::int from (select from messages m where m.order_id = ${t}.id and m.sequence > ${myMark(t)} and m.author_id <> ${me} and ${readable(t)} limit ${sql.lit(MOST_UNREAD)}) n)`,
    { only: forPeople },
  )
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many messages of others on its feed the viewer has not read, counted to 100.',
  })
  unread(): never {
    throw new Error('planned')
  }

  @Column((t) => sql`(${myMark(t)})::text`, { only: forPeople })
  @FieldResolver(() => Sequence, {
    nullable: true,
    description: 'The number of the last entry of its feed that the viewer has read; 0 for none.',
  })
  readUpTo(): never {
    throw new Error('planned')
  }

  @Rights('signed-in')
  @Mutation(() => Order, {
    nullable: true,
    description: "Notes how far the caller has read an order's feed; others see it as read.",
  })
  markRead(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => MarkReadArgs) args: MarkReadArgs,
  ) {
    return answer(ctx, info, args, markRead)
  }

  @Rights('signed-in')
  @Mutation(() => Boolean, {
    description:
      "Says that the caller types on an order's feed: whoever could read it sees that for some seconds. Say it again while they type; more than once a second is swallowed. Nothing is kept. Answers whether it was passed on.",
  })
  noteTyping(
    @Ctx() ctx: Context,
    @Arg('orderId', () => ID, { description: 'The order.' }) orderId: string,
    @Arg('visibility', () => VisibilityEnum, {
      nullable: true,
      description: 'For whom it is written; by default the buyer and our team, or all parties.',
    })
    visibility?: Visibility,
  ) {
    return noteTyping(ctx, { orderId, visibility })
  }

  @Rights('signed-in')
  @Subscription(() => FeedPresence, {
    description:
      "Who looks at an order's feed, who types and how far they have read: now, and whenever it changes. Whoever follows it counts as looking: stop while the page is not seen.",
    subscribe: ({ args, context }) => feedPresence(context as Context, String(args['orderId'])),
  })
  feedPresence(
    @Root() presence: FeedPresence,
    @Arg('orderId', () => ID, { description: 'The order.' }) _orderId: string,
  ): FeedPresence {
    return presence
  }
}
