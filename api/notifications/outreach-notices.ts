import type { AppointmentEventData } from '../outreach/appointment.events.js'
import { notice, type Notice } from './notice.js'
import { placedBy, placedByAndAttendee, team, whoTried } from './notice-whom.js'

const buyer = [notice('NEWS', placedBy)]
const everybody = [notice('NEWS', placedByAndAttendee), notice('NEWS', whoTried)]
/** The buyer hears of it, and whoever of the team looks after it has to go on. */
const toGoOn = [notice('NEWS', placedBy), notice('TO_DO', whoTried)]

/** What of appointments is told inside Waybill. What the team does is no news to who did it. */
export const outreachNotices = {
  'appointment.outreach-overdue': [notice('TO_DO', team('SUPPORT', 'ADMIN'))],
  'appointment.outreach-started': buyer,
  'appointment.progress': buyer,
  'appointment.confirmed': everybody,
  'appointment.declined': toGoOn,
  'appointment.unconfirmed-told': buyer,
  'appointment.unreachable': toGoOn,
  'appointment.counterpart-changed': toGoOn,
  'appointment.rescheduled': everybody,
  'appointment.reschedule-proposed': toGoOn,
  'appointment.no-show': buyer,
  'appointment.retried': buyer,
  'appointment.cancelled': everybody,
  'appointment.reminder': [notice('NEWS', placedByAndAttendee)],
  'appointment.undecided': [notice('TO_DO', whoTried)],
} satisfies Partial<Record<keyof AppointmentEventData, readonly Notice[]>>
