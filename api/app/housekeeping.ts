import { removeAbandonedFiles } from '../files/abandoned-files.js'
import { removeOldNotifications } from '../notifications/retention-of-notifications.js'
import { eraseOldMailBodies } from '../notifications/retention.js'
import { eraseOldTextBodies } from '../notifications/texts/text-retention.js'
import type { House } from '../platform/context.js'

const EVERY_MS = 3_600_000
const KEYS_KEPT = '30 days'

/**
 * Once an hour, what nobody needs any more goes: files that belong to nothing, what old mails and texts said, old notifications, idempotency keys past
 * their time.
 */
export function startHousekeeping(house: House): { stop(): Promise<void> } {
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = tidy(house).catch((error: unknown) => house.log.error({ err: error }, 'housekeeping failed'))
  }, EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

async function tidy(house: House): Promise<void> {
  await removeAbandonedFiles(house)
  await eraseOldMailBodies(house)
  await eraseOldTextBodies(house)
  await removeOldNotifications(house)
  await house.database.pool.query(
    `delete from idempotency_keys where created_at < now() - interval '${KEYS_KEPT}'`,
  )
}
