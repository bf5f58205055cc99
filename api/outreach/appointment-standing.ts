import type { AppointmentOfOrder } from '../orders/order-appointment.js'
import { givenUpWhy } from './given-up.js'

/** What an appointment says of its order, more exactly than the order's stage and state do. */
export const appointmentOfOrder: AppointmentOfOrder = {
  says: `(select case
      when a.status = 'PENDING' then 'APPOINTMENT_PENDING'
      when a.status in ('OUTREACH', 'FOLLOW_UP') and a.proposed_starts_at is not null then 'APPOINTMENT_MOVING'
      when a.status = 'FOLLOW_UP' and a.decline_reason_id is not null then 'APPOINTMENT_DECLINED'
      when a.status = 'UNREACHABLE' and ${givenUpWhy('a')} <> 'NOT_REACHED' then 'APPOINTMENT_NOT_AGREED'
      when a.status = 'CONFIRMED' and a.starts_at <= app_now() then 'APPOINTMENT_BEGUN'
      when a.status = 'NO_SHOW' then case when a.ended_at is null then 'APPOINTMENT_NO_SHOW' else 'APPOINTMENT_CLOSED' end
      when a.status in ('ATTENDED', 'CANCELLED') then 'APPOINTMENT_' || a.status end
    from appointments a where a.order_id = t.id)`,
  by: `(select case a.status when 'PENDING' then a.outreach_due_at when 'OUTREACH' then a.give_up_at when 'FOLLOW_UP' then a.give_up_at
      when 'CONFIRMED' then case when a.starts_at > app_now() then a.starts_at end when 'NO_SHOW' then case when a.ended_at is null then a.closes_at end end
    from appointments a where a.order_id = t.id)`,
  words: {
    APPOINTMENT_PENDING: {
      summary: 'The order is paid, and our team is about to get in touch to agree on a time.',
      next: 'We begin to call; you get a mail when we do.',
      actor: 'US',
    },
    APPOINTMENT_MOVING: {
      summary: 'The appointment is to be moved, and the other side is asked.',
      next: 'We tell you as soon as the new time is agreed.',
      actor: 'US',
    },
    APPOINTMENT_DECLINED: {
      summary: 'The other side declined for now.',
      next: 'We look for another time with them and keep you informed.',
      actor: 'US',
    },
    APPOINTMENT_NOT_AGREED: {
      summary: 'No time could be agreed with the other side.',
      next: 'Name somebody else to ask, or cancel: then all of the money goes back.',
      actor: 'BUYER',
      toBeneficiary: { next: 'The buyer chooses: somebody else to ask, or no appointment.' },
    },
    APPOINTMENT_BEGUN: {
      summary: 'The time of the appointment has come.',
      next: 'We note whether it took place.',
      actor: 'US',
    },
    APPOINTMENT_NO_SHOW: {
      summary: 'The appointment did not take place: somebody did not come.',
      next: 'Write to us if we shall try again; without a word the order is closed.',
      actor: 'BUYER',
      toBeneficiary: { next: 'It is tried again, or the order is closed.' },
    },
    APPOINTMENT_CLOSED: {
      summary: 'The appointment did not take place, and the order is closed.',
      next: null,
      actor: 'NOBODY',
    },
    APPOINTMENT_ATTENDED: { summary: 'The appointment took place.', next: null, actor: 'NOBODY' },
    APPOINTMENT_CANCELLED: { summary: 'The appointment was cancelled.', next: null, actor: 'NOBODY' },
  },
}
