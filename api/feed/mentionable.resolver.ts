import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import type { Visibility } from '../messages/message-words.js'
import { mayRead } from '../messages/may-read.js'
import type { Ctx as Context } from '../platform/context.js'
import { sql } from '../platform/database.js'
import { Rights } from '../platform/graphql/rights.js'
import { inPlain } from '../platform/reading/plain.js'
import { VisibilityEnum } from './activity.type.js'
import { Mention } from './message-entry.type.js'
import { seenBy } from './sees-order.js'

const MOST = sql.lit(20)

@Resolver()
export class MentionableResolver {
  @Rights('staff')
  @Query(() => [Mention], {
    description:
      "Whom one can call upon by name in a message on an order's feed: who may read it, and whose name has a word that begins so. At most 20.",
  })
  mentionable(
    @Ctx() ctx: Context,
    @Arg('orderId', () => ID, { description: 'The order.' }) orderId: string,
    @Arg('visibility', () => VisibilityEnum, { description: 'For whom the message is written.' })
    visibility: Visibility,
    @Arg('search', () => String, { nullable: true, description: 'How a word of the name begins.' })
    search?: string,
  ): Promise<Mention[]> {
    const [u, o] = [sql.raw('u'), sql.raw('t')]
    const begins = `% ${(search ?? '').trim().replaceAll(/[\\%_]/g, '\\$&')}%`
    return inPlain<Mention>(
      ctx,
      sql<Mention>`select u.id, u.name, (select g.name from members m join organisations g on g.id = m.organisation_id
            where cardinality(u.staff_roles) = 0 and m.user_id = u.id and m.status = 'ACTIVE' and m.organisation_id in (t.buyer_id, t.beneficiary_id, t.channel_id) order by m.id limit 1) as organisation
        from orders t, users u where t.id = ${orderId} and ${seenBy(ctx.viewer)} and u.id <> ${ctx.viewer.id}
          and (cardinality(u.staff_roles) > 0 or exists (select from members m where m.user_id = u.id and m.organisation_id in (t.buyer_id, t.beneficiary_id, t.channel_id)))
          and (' ' || u.name) ilike ${begins} and ${mayRead(u, o, sql`${visibility}::text`)}
        order by cardinality(u.staff_roles) = 0, u.name, u.id limit ${MOST}`,
    )
  }
}
