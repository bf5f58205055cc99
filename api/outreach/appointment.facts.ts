import { fundsFrozen } from '../funds/freeze-cause.js'
import { fact, type FactsOf } from '../lib/facts.js'
import type { Guard } from '../lib/machine.js'
import { isStaff } from '../lib/viewer.js'

/** So many attempts are made in one round of outreach, and then it is given up. */
export const ATTEMPTS_ALLOWED = 5
/** From so many on that led nowhere the buyer is told that it is not confirmed, without anybody's doing. */
export const ATTEMPTS_BEFORE_NOTICE = 3

/** A moment as the deadline has it: while its order is held it stands still, and moves on with the clock. */
const clock = (kind: string, column: string) =>
  `coalesce((select case when d.held_from is null then d.due_at else d.due_at + (app_now() - d.held_from) end from deadlines d where d.subject_id = t.id and d.kind = '${kind}' limit 1), t.${column})`

/** So long before the start, unless the time was agreed after that. */
const before = (hours: number) =>
  `(case when t.starts_at - interval '${hours} hours' > t.agreed_at then t.starts_at - interval '${hours} hours' end)`

const ofFunds = (expression: string) => `(select ${expression} from held_funds f where f.id = t.order_id)`

/** What an appointment's rules look at. */
export const appointmentFacts = {
  id: fact.text('t.id'),
  status: fact.text('t.status'),
  orderId: fact.text('t.order_id'),
  lineId: fact.text('t.line_id'),
  buyerId: fact.text('t.buyer_id'),
  counterpartId: fact.text('t.counterpart_id'),
  hasPhone: fact.bool(
    '(exists (select from counterparts p where p.id = t.counterpart_id and p.phone is not null))',
  ),
  attendeeId: fact.text('t.attendee_contact_id'),
  minutes: fact.int('t.minutes'),
  round: fact.int('t.round'),
  attemptsMade: fact.int('t.attempts_made'),
  unconfirmedRound: fact.int('t.unconfirmed_round'),
  progressAt: fact.maybeTime('t.progress_at'),
  noticeAt: fact.maybeTime('t.notice_at'),
  outreachDueAt: fact.time(clock('outreach-due', 'outreach_due_at')),
  giveUpAt: fact.maybeTime(clock('give-up', 'give_up_at')),
  startsAt: fact.maybeTime('t.starts_at'),
  reminderAt: fact.maybeTime(before(24)),
  lastReminderAt: fact.maybeTime(before(2)),
  confirmedAt: fact.maybeTime('t.confirmed_at'),
  undecidedAt: fact.maybeTime(clock('undecided', 'undecided_at')),
  closesAt: fact.maybeTime(`(case when t.ended_at is null then ${clock('close', 'closes_at')} end)`),
  closed: fact.bool(`(t.status = 'NO_SHOW' and t.ended_at is not null)`),
  held: fact.text(`coalesce(${ofFunds('f.held::text')}, '0')`),
  currency: fact.text(ofFunds('f.currency')),
  frozen: fact.bool(fundsFrozen('t.order_id')),
}

export type AppointmentFacts = FactsOf<typeof appointmentFacts>

type Rule = Guard<AppointmentFacts>

export const withoutPhone: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'No telephone number of theirs is known, so they are sent no texts.',
  refuses: ({ status, hasPhone }) => (hasPhone ? undefined : { current: status }),
}

export const notStarted: Rule = {
  code: 'NOT_STARTED_YET',
  doc: 'It has not begun yet: whether anybody came is said afterwards.',
  refuses: ({ startsAt }, { now }) =>
    startsAt && now < startsAt ? { startsAt: startsAt.toISOString() } : undefined,
}

export const begun: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'It has begun: our team can still move it.',
  refuses: ({ status, startsAt }, { now, viewer }) =>
    startsAt && now >= startsAt && !isStaff(viewer) ? { current: status } : undefined,
}

export const stillTimeToReach: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'There is still time to reach them, and not every attempt was made.',
  refuses: ({ status, giveUpAt, attemptsMade }, { now }) =>
    attemptsMade < ATTEMPTS_ALLOWED && giveUpAt && now < giveUpAt
      ? { current: status, dueAt: giveUpAt.toISOString() }
      : undefined,
}

export const stillTimeToRetry: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'It may still be tried again.',
  refuses: ({ status, closesAt }, { now }) =>
    closesAt && now < closesAt ? { current: status, dueAt: closesAt.toISOString() } : undefined,
}

export const alreadyClosed: Rule = {
  code: 'INVALID_TRANSITION',
  doc: 'It is closed.',
  refuses: ({ status, closed }) => (closed ? { current: status } : undefined),
}

/** Whether a time had been agreed, so that what goes back is for an admin to say; not where nobody could be reached since. */
export function isFirm({ confirmedAt, status }: Pick<AppointmentFacts, 'confirmedAt' | 'status'>): boolean {
  return confirmedAt !== null && status !== 'UNREACHABLE'
}

export const agreedBefore: Rule = {
  code: 'WORK_HAS_BEGUN',
  doc: 'A time had been agreed: an admin can cancel it and says what goes back.',
  refuses: (appointment, { viewer }) =>
    isFirm(appointment) && !isStaff(viewer, 'ADMIN')
      ? { since: appointment.confirmedAt!.toISOString() }
      : undefined,
}

export const moneyFrozen: Rule = {
  code: 'FUNDS_FROZEN',
  doc: 'The money is frozen: nothing moves until what it is frozen for is settled.',
  refuses: ({ frozen, held }) => (frozen && BigInt(held) > 0n ? {} : undefined),
}
