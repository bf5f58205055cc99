import { system } from '../lib/viewer.js'
import type { House, Tx } from '../platform/context.js'
import { transaction } from '../platform/transaction.js'
import { gather } from './mail-digests.js'
import { isNoticed, notify } from './notify.js'
import { queueMail } from './queue-mail.js'
import type { Route } from './route.js'
import { routesOf } from './routes-of.js'
import { isToldByText, tellByText } from './texts/text-routes.js'
import { loadEvent, type ToldEvent } from './told-event.js'

/**
 * Tells whoever must hear of an event: runs its routes and writes the outbox, all or nothing. Telling again tells nobody
 * twice. Bound by the app to the platform's port `telling`.
 */
export async function tell(house: House, { eventId }: { eventId: string }): Promise<void> {
  await transaction(house, system('notifications'), async (tx) => {
    const event = await loadEvent(tx, eventId)
    if (!event) return
    await notify(tx, event)
    for (const route of routesOf(event)) {
      if (route.gathers) await gather(tx, event, { template: route.template, ...route.gathers })
      else await mail(tx, event, route)
    }
    await tellByText(tx, event)
  })
}

/** Tells what was gathered since an event, by one kind of mail. */
export async function tellGathered(
  tx: Tx,
  { eventId, template }: { eventId: string; template: string },
): Promise<void> {
  const event = await loadEvent(tx, eventId)
  const route = event && routesOf(event).find((found) => found.template === template)
  if (route) await mail(tx, event, route)
}

/** Whether anybody is told of this type of event: by mail, by text or inside Waybill. */
export function isTold(type: string): boolean {
  return routesOf({ type }).length > 0 || isToldByText(type) || isNoticed(type)
}

async function mail(tx: Tx, event: ToldEvent, route: Route): Promise<void> {
  for (const addressed of await route.mails(tx, event)) await queueMail(tx, addressed)
}
