import {
  bothSides,
  counterpart,
  formerCounterpart,
  placedByAndAttendee,
  whoAsked,
  whoeverHeardOfIt,
} from './appointment-who.js'
import { appointmentCancelled } from './emails/appointment-cancelled.js'
import { appointmentChanged } from './emails/appointment-changed.js'
import { appointmentConfirmed } from './emails/appointment-confirmed.js'
import { appointmentMissed } from './emails/appointment-missed.js'
import { appointmentReminder } from './emails/appointment-reminder.js'
import { appointmentRequest } from './emails/appointment-request.js'
import { appointmentUnconfirmed } from './emails/appointment-unconfirmed.js'
import { appointmentUnreachable } from './emails/appointment-unreachable.js'
import { outreachOverdue } from './emails/outreach-overdue.js'
import { outreachProgress } from './emails/outreach-progress.js'
import { outreachStarted } from './emails/outreach-started.js'
import { appointmentFacts } from './load-appointment.js'
import {
  cancelledAppointment,
  changedFacts,
  declinedFacts,
  freshLinkFacts,
  givenUpFacts,
  missedFacts,
  newTimeFacts,
  noLongerAsked,
  openFacts,
  overdueFacts,
  proposalFacts,
  reminderFacts,
  requestFacts,
  startedFacts,
  unconfirmedFacts,
} from './load-outreach.js'
import { appointmentToAnswer, appointmentToCome, ownAppointment } from './links.js'
import { type Route, route } from './route.js'
import { placedBy, supportAndAdmins } from './who.js'

const nobody: Route[] = []
const begun = route(outreachStarted, startedFacts, placedBy)

/** Who hears of what happens to appointments, and by which mail. Texts have routes of their own. */
export const outreachRoutes = {
  'appointment.opened': nobody, // the receipt tells it
  'appointment.outreach-overdue': [route(outreachOverdue, overdueFacts, supportAndAdmins)],
  'appointment.outreach-started': [begun],
  'appointment.attempt-made': [route(appointmentRequest, requestFacts, counterpart, appointmentToAnswer)],
  'appointment.attempt-fate': nobody,
  'appointment.progress': [route(outreachProgress, openFacts, placedBy)],
  'appointment.confirmed': [route(appointmentConfirmed, appointmentFacts, bothSides, appointmentToCome)],
  'appointment.declined': [route(appointmentUnconfirmed, declinedFacts, placedBy)],
  'appointment.unconfirmed': nobody, // told once the fate of its text is known
  'appointment.unconfirmed-told': [route(appointmentUnconfirmed, unconfirmedFacts, placedBy)],
  'appointment.unreachable': [route(appointmentUnreachable, givenUpFacts, placedBy)],
  'appointment.counterpart-changed': [begun, route(appointmentCancelled, noLongerAsked, formerCounterpart)],
  'appointment.rescheduled': [route(appointmentChanged, changedFacts, bothSides, appointmentToCome)],
  'appointment.reschedule-proposed': [
    route(appointmentChanged, proposalFacts, placedByAndAttendee),
    route(appointmentRequest, newTimeFacts, counterpart, appointmentToAnswer),
  ],
  'appointment.attended': nobody,
  'appointment.no-show': [route(appointmentMissed, missedFacts, placedBy)],
  'appointment.retried': [begun],
  'appointment.cancelled': [route(appointmentCancelled, cancelledAppointment, whoeverHeardOfIt)],
  'appointment.reminder': [route(appointmentReminder, reminderFacts, bothSides, appointmentToCome)],
  'appointment.undecided': nobody, // a task is raised
  'appointment.closed': nobody,
  'appointment.texts-stopped': nobody,
  'appointment.texts-allowed': nobody,
  'appointment.link-requested': [route(appointmentRequest, freshLinkFacts, whoAsked, ownAppointment)],
} satisfies Record<`appointment.${string}`, Route[]>
