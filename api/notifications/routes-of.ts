import type { Route } from './route.js'
import { routes } from './routes.js'
import type { ToldEvent } from './told-event.js'

/** By which mails an event is told; none of one that nobody is mailed of. */
export function routesOf({ type }: Pick<ToldEvent, 'type'>): readonly Route[] {
  const table: Readonly<Record<string, readonly Route[]>> = routes
  return table[type] ?? []
}
