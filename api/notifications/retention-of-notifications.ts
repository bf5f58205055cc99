import type { House } from '../platform/context.js'

/** What people were told inside Waybill is kept so long, in the trade's time; the feed keeps what happened. */
const KEPT = '90 days'
const AT_ONCE = 1000

/** Removes notifications older than 90 days. Returns how many. */
export async function removeOldNotifications(house: House): Promise<number> {
  for (let removed = 0; ;) {
    const { rowCount } = await house.database.pool.query(
      `delete from notifications where id in (select id from notifications where at < app_now() - interval '${KEPT}' order by at limit ${AT_ONCE})`,
    )
    removed += rowCount ?? 0
    if ((rowCount ?? 0) < AT_ONCE) return removed
  }
}
