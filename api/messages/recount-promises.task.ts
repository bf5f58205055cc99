import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { lockStream } from '../platform/events.js'
import { job } from '../platform/jobs.js'
import { transaction } from '../platform/transaction.js'
import { livePromise } from './live-promise.js'

/** The hours of the promise have changed: every clock that runs is counted anew, each in its own order's turn. */
export const recountPromisesJob = job<Record<string, never>>({
  name: 'recount-promises',
  run: async (house) => {
    for (const orderId of await runningUnderOldHours(house))
      await transaction(house, system('promises'), async (tx) => {
        await lockStream(tx, orderId)
        await livePromise(tx, orderId)
      })
  },
})

async function runningUnderOldHours(house: House): Promise<string[]> {
  const { rows } = await house.database.pool.query<{ id: string }>(
    `select order_id as id from promises where answered_at is null and broken_at is null and counted_from is not null
      and hours_id < (select max(id) from answer_hours) order by due_at`,
  )
  return rows.map(({ id }) => id)
}
