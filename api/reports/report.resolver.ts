import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { Order } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, PageArgs, ReasonArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Column, Page } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { draftReport } from './draft-report.js'
import { asContent, ReportSort, ReportWhere, SaveReportArgs, SetReportCadenceArgs } from './report-inputs.js'
import { reportMachine } from './report.machine.js'
import { Report, ReportCadence, ReportConnection } from './report.type.js'
import { saveReport } from './save-report.js'
import { sendReport } from './send-report.js'
import { setReportCadence } from './set-report-cadence.js'
import { skipReport } from './skip-report.js'

const WHICH = { description: 'Which one.' }
const verb = (name: keyof typeof reportMachine.verbs) => ({
  nullable: true,
  description: reportMachine.verbs[name].doc,
})

@Resolver()
export class ReportResolver {
  @Rights('signed-in')
  @Query(() => ReportConnection, { description: 'The reports that the viewer may see.' })
  reports(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => ReportWhere, { nullable: true, description: 'Only these.' }) _where?: ReportWhere,
    @Arg('sort', () => [ReportSort], {
      nullable: true,
      description: 'In this order; the newest first by default.',
    })
    _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('signed-in')
  @Query(() => Report, {
    nullable: true,
    description: 'One report, or null where the viewer may see no such report.',
  })
  report(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID, WHICH) id: string) {
    return readOne(ctx, info, id)
  }

  @Rights('ADMIN', 'FULFILMENT')
  @Mutation(() => Report, verb('draftReport'))
  draftReport(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, draftReport)
  }

  @Rights('ADMIN', 'FULFILMENT')
  @Mutation(() => Report, verb('saveReport'))
  saveReport(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SaveReportArgs) args: SaveReportArgs,
  ) {
    return answer(ctx, info, args, (tx, { id, content }) =>
      saveReport(tx, { id, content: asContent(content) }),
    )
  }

  @Rights('ADMIN', 'FULFILMENT')
  @Mutation(() => Report, verb('sendReport'))
  sendReport(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, sendReport)
  }

  @Rights('ADMIN', 'FULFILMENT')
  @Mutation(() => Report, verb('skipReport'))
  skipReport(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, skipReport)
  }

  @Rights('staff')
  @Mutation(() => Order, {
    nullable: true,
    description:
      'Chooses how often an order is reported on, or that it is not; what happened since the last report is in the next.',
  })
  setReportCadence(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SetReportCadenceArgs) args: SetReportCadenceArgs,
  ) {
    return answer(ctx, info, args, setReportCadence)
  }
}

@Resolver(() => Order)
export class OrderReports {
  @Page((order, report) => sql`${report}.order_id = ${order}.id`)
  @FieldResolver(() => ReportConnection, {
    description: 'Its reports, the newest first: those that were sent; for staff, all.',
  })
  reports(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => ReportWhere, { nullable: true, description: 'Only these.' }) _where?: ReportWhere,
    @Arg('sort', () => [ReportSort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ): never {
    throw new Error('planned')
  }

  @Column((t) => sql`(select p.cadence from report_plans p where p.order_id = ${t}.id)`)
  @FieldResolver(() => ReportCadence, {
    nullable: true,
    description: 'How often it is reported on; nothing where no part of it is done by people.',
  })
  reportCadence(): never {
    throw new Error('planned')
  }

  @Column(
    (t) =>
      sql`(select r.due_at from reports r where r.order_id = ${t}.id and r.status = 'DUE' and ${t}.status = 'OPEN')`,
  )
  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the next report is drafted; it is sent within a working day. While the work runs.',
  })
  nextReportAt(): never {
    throw new Error('planned')
  }
}
