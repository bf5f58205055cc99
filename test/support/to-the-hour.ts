import { HOUR, type World } from './world.js'

/** What time it is in the trade. */
export async function tradeTime(world: World): Promise<Date> {
  const { clock } = await (await world.as('admin@demo.test')).ask('{ clock { now } }')
  return new Date(clock.now as string)
}

/** Moves the clock to the next moment at which it is this hour by UTC. */
export async function moveToHour(world: World, hour: number): Promise<void> {
  const at = await tradeTime(world)
  const next = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), hour)
  await world.move(next > at.getTime() ? next - at.getTime() : next + 24 * HOUR - at.getTime())
}

/** The day on which a moment falls in a zone, as YYYY-MM-DD. */
export function dayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at)
}
