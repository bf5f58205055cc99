import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root, Subscription } from 'type-graphql'
import { Order } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { changesOf } from '../platform/live/changes.js'
import { One } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { AppointmentSort, AppointmentWhere } from './appointment-inputs.js'
import { Appointment, AppointmentConnection } from './appointment.type.js'

const WHICH = { description: 'Which one.' }

@Resolver()
export class AppointmentResolver {
  @Rights('signed-in', 'link')
  @Query(() => Appointment, {
    nullable: true,
    description: 'One appointment, or null where the viewer may see no such appointment.',
  })
  appointment(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID, WHICH) id: string) {
    return readOne(ctx, info, id)
  }

  @Rights('signed-in')
  @Query(() => AppointmentConnection, {
    description: 'The appointments that the viewer may see, the one whose time is nearest first.',
  })
  appointments(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => AppointmentWhere, { nullable: true, description: 'Only these.' })
    _where?: AppointmentWhere,
    @Arg('search', () => String, {
      nullable: true,
      description:
        'Only those in whose order number, counterpart, service or buyer this stands: at most 100 characters.',
    })
    _search?: string,
    @Arg('sort', () => [AppointmentSort], { nullable: true, description: 'In this order.' })
    _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('signed-in', 'link')
  @Subscription(() => Appointment, {
    nullable: true,
    description:
      'An appointment now, and again after everything that happens on its order; null once the viewer may no longer see it.',
    subscribe: ({ args, context }) => changesOfAppointment(context as Context, String(args['id'])),
  })
  appointmentUpdated(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, WHICH) id: string,
    @Root() _change: unknown,
  ) {
    return readOne(ctx, info, id)
  }
}

/** What happens to an appointment happens on its order's stream. */
async function changesOfAppointment(ctx: Context, id: string) {
  const { rows } = await ctx.house.database.pool.query<{ order: string }>(
    'select order_id as "order" from appointments where id = $1',
    [id],
  )
  const order = rows[0]?.order
  return changesOf(ctx, (hint) => hint.streamId === order)
}

/** The appointment of an order. */
@Resolver(() => Order)
export class OrderAppointment {
  @One({ to: 'order_id' })
  @FieldResolver(() => Appointment, { nullable: true, description: 'Its appointment, once it is paid.' })
  appointment(): never {
    throw new Error('planned')
  }
}
