import type { House } from '../platform/context.js'
import { telling } from '../platform/events.js'

/** Binds what lower rooms need from above: each port once, in one place. */
export function bindPorts(_house: House): void {
  telling.bind(async () => undefined)
}
