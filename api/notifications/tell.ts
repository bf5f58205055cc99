import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { transaction } from '../platform/transaction.js'
import { queueMail } from './queue-mail.js'
import type { Route } from './route.js'
import { routes } from './routes.js'
import { loadEvent } from './told-event.js'

/**
 * Tells whoever must hear of an event: runs its routes and writes the outbox, all or nothing. Telling again tells nobody
 * twice. Bound by the app to the platform's port `telling`.
 */
export async function tell(house: House, { eventId }: { eventId: string }): Promise<void> {
  await transaction(house, system('notifications'), async (tx) => {
    const event = await loadEvent(tx, eventId)
    if (!event) return
    const table: Readonly<Record<string, readonly Route[]>> = routes
    for (const route of table[event.type] ?? []) {
      for (const addressed of await route.mails(tx, event)) await queueMail(tx, addressed)
    }
  })
}
