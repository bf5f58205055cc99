import type { Sql } from '../platform/reading/scope.js'
import type { notificationReasons } from './notification.entity.js'
import type { ToldEvent } from './told-event.js'

/** Whom something is told, as SQL that gives the ids of users. */
export type Whom = (event: ToldEvent) => Sql

/** One reason for which an event is told inside Waybill: to whom. */
export interface Notice {
  readonly why: keyof typeof notificationReasons
  readonly whom: Whom
}

/** Declares one. */
export function notice(why: Notice['why'], whom: Whom): Notice {
  return { why, whom }
}
