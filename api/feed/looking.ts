import type { Ctx } from '../platform/context.js'
import { sql } from '../platform/database.js'
import { feedNews } from '../messages/feed-topic.js'

/** How long somebody is taken to be looking after they were last heard of: three beats of theirs. */
const PRESENT_FOR = '45 seconds'

interface Look {
  readonly orderId: string
  readonly userId: string
}

/** Somebody looks at an order's feed, or still does; others hear of who came. In real time. */
export async function comeTo(ctx: Ctx, { orderId, userId }: Look): Promise<void> {
  const until = sql`now() + ${PRESENT_FOR}::interval`
  const { rows } = await sql<{
    came: boolean
  }>`with before as (select present_until > now() as there from read_marks where order_id = ${orderId} and user_id = ${userId}),
      marked as (insert into read_marks (order_id, user_id, present_until) values (${orderId}, ${userId}, ${until})
        on conflict (order_id, user_id) do update set present_until = excluded.present_until)
    select not coalesce((select there from before), false) as came`.execute(kysely(ctx))
  if (rows[0]!.came) ctx.house.live.pass(feedNews(orderId, { what: 'here', userId }))
}

/** Somebody looks no longer; others hear of it. */
export async function leave(ctx: Ctx, { orderId, userId }: Look): Promise<void> {
  await sql`update read_marks set present_until = now() where order_id = ${orderId} and user_id = ${userId} and present_until > now()`.execute(
    kysely(ctx),
  )
  ctx.house.live.pass(feedNews(orderId, { what: 'left', userId }))
}

function kysely(ctx: Ctx) {
  return ctx.house.database.orm.em.fork({ clear: true }).getKysely()
}
