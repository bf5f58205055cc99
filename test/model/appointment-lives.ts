import { appointmentKind } from './appointment-kind.js'
import { appointmentSequences } from './appointment-sequences.js'
import { playLives, type Thousand } from './lives.js'

const mustHaveSeen = [
  'startOutreach',
  'recordAttempt',
  'recordAttempt: DEADLINE_PASSED',
  'markUnconfirmed',
  'declineAppointment',
  'changeCounterpart',
  'confirmAppointment',
  'confirmAppointment: SLOT_PAST',
  'rescheduleAppointment',
  'markAttended',
  'markAttended: NOT_STARTED_YET',
  'markNoShow',
  'retryAppointment',
  'cancelAppointment',
  'cancelAppointment: WORK_HAS_BEGUN',
  'cancelAppointment: AMOUNT_EXCEEDED',
  'holdOrder',
  'resumeOrder',
]

/** So many lives of appointments, from the outreach to the day. */
export function playAppointments(thousand: Thousand): void {
  playLives(thousand, {
    of: 'appointments',
    kind: appointmentKind,
    sequences: appointmentSequences,
    mustHaveSeen,
  })
}
