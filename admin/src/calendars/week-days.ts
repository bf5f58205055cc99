import type { Weekday } from '../gen/schema.js'

/** The days of the week in their order; the schema sorts them by name. */
export const WEEK: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
]
