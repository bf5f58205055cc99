import { sql } from 'kysely'
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { OrderStage } from '../orders/order.type.js'
import { stages } from '../orders/stage.js'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { scopeOf } from '../platform/reading/declare.js'
import { inPlain } from '../platform/reading/plain.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'

const CAP = 1000
const RUNNING = Object.keys(stages).filter((stage) => stage !== 'CLOSED')

@ObjectType({ simpleResolvers: true, description: 'How many orders are at a stage.' })
export class StageCount {
  @Field(() => OrderStage, { description: 'The stage.' })
  stage!: string

  @Field(() => Int, { description: 'How many the viewer may see; counted to 1000.' })
  count!: number
}

@Resolver()
export class OrderStagesResolver {
  @Rights('ADMIN', 'SUPPORT', 'FINANCE')
  @Query(() => [StageCount], {
    description: 'How many running orders are at each stage, every stage that has not ended.',
  })
  ordersByStage(@Ctx() ctx: Context): Promise<StageCount[]> {
    return byStage(ctx)
  }
}

/** Each stage is counted by its index and never past the cap: the table's growth costs nothing. */
function byStage(ctx: Context): Promise<StageCount[]> {
  const seen = predicate(scopeOf('Order')(sql.raw('t'), viewerNow(ctx.viewer)))
  const counted = sql`select from orders t where t.stage = s.stage and ${seen} limit ${sql.lit(CAP)}`
  return inPlain<StageCount>(
    ctx,
    sql<StageCount>`select s.stage, (select count(*)::int from (${counted}) n) as count
      from unnest(${RUNNING}::text[]) with ordinality as s(stage, place) order by s.place`,
  )
}
