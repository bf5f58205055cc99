import type { Fact } from '../lib/facts.js'
import type { OpenHours } from '../lib/open-hours.js'
import { port } from '../platform/port.js'

/** When our team answers, as SQL: the hours as JSON, null where all count. Messages keep them. Bound by the app. */
export const teamHours = port<string>('team hours')

/** When our team answers, as a fact; what is bound is asked for when a statement is made. */
export const answerHours: Fact<OpenHours | null> = {
  get sql() {
    return teamHours.bound
  },
  read: (json) => json as OpenHours | null,
}
