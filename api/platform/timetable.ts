import type { House } from './context.js'
import { port } from './port.js'

/** Something beside the deadlines whose times stand in rows of its own, in the trade's time. */
export interface Timetable {
  /** A statement that gives the earliest of these times as `at`, or null. */
  readonly next: string
  /** Sets going what is due now; whether there was anything. */
  readonly act: (house: House) => Promise<boolean>
}

/** Every timetable; bound by the app. */
export const timetables = port<readonly Timetable[]>('timetables')

/** Sets going whatever is due on any timetable; whether there was anything. One that fails keeps no other from it. */
export async function actOnTimetables(house: House): Promise<boolean> {
  let some = false
  for (const { act } of timetables.bound) {
    const acted = await act(house).catch((error: unknown) => {
      house.log.error({ err: error }, 'a timetable could not be looked at')
      return false
    })
    some ||= acted
  }
  return some
}
