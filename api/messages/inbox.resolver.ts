import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { readPage } from '../platform/reading/read.js'
import { Bind, type Sql } from '../platform/reading/scope.js'
import { InboxConnection, InboxSort, InboxWhere } from './inbox.type.js'

/** The text that is searched for, anywhere in a name: `%` and `_` mean themselves. */
const pattern = new Bind(
  ({ args }) =>
    `%${String(args[0]?.['search'])
      .trim()
      .replace(/[\\%_]/g, '\\$&')}%`,
)

/** Orders whose number, or whose buyer's or beneficiary's name, has the text in it. */
const found = (
  entry: Sql,
) => sql`exists (select from orders s join organisations b on b.id = s.buyer_id join organisations w on w.id = s.beneficiary_id
  where s.id = ${entry}.id and (s.number ilike ${pattern}::text or b.name ilike ${pattern}::text or w.name ilike ${pattern}::text))`

@Resolver()
export class InboxResolver {
  @Rights('staff')
  @Query(() => InboxConnection, {
    description: 'The orders on whose feeds somebody wrote, by the clock: what breaks first comes first.',
  })
  inbox(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => InboxWhere, { nullable: true, description: 'Only these.' }) _where?: InboxWhere,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Only those with this in their number, or in their buyer’s or beneficiary’s name.',
    })
    search?: string | null,
    @Arg('sort', () => [InboxSort], {
      nullable: true,
      description: 'In this order; by the clock by default.',
    })
    _sort?: object[],
  ) {
    return readPage(ctx, info, search === undefined || search === null ? undefined : found)
  }
}
