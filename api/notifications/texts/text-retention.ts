import type { House } from '../../platform/context.js'

const BODIES_KEPT = '90 days'
const AT_ONCE = 1000

/** Erases what texts older than 90 days said, ours and those that came in; that there were such stays. Returns how many. */
export async function eraseOldTextBodies(house: House): Promise<number> {
  const ours = await eraseAll(
    house,
    `update texts set body = null, sealed_token = null where id in (select id from texts where body is not null and try_at is null
      and queued_at < app_now() - interval '${BODIES_KEPT}' order by queued_at limit ${AT_ONCE})`,
  )
  const theirs = await eraseAll(
    house,
    `update text_replies set body = null where id in (select id from text_replies where body is not null
      and received_at < app_now() - interval '${BODIES_KEPT}' order by received_at limit ${AT_ONCE})`,
  )
  return ours + theirs
}

async function eraseAll({ database }: House, statement: string): Promise<number> {
  for (let erased = 0; ;) {
    const { rowCount } = await database.pool.query(statement)
    erased += rowCount ?? 0
    if ((rowCount ?? 0) < AT_ONCE) return erased
  }
}
