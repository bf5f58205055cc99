import type { AttemptKind, AttemptOutcome } from '../gen/operations.js'
import { outcomeWords } from './appointments.js'

type Mark = 'good' | 'bad' | 'act'

/** What happens to an appointment, on the feed of its order. */
export const appointmentSentences: Record<string, [sentence: string, mark?: Mark]> = {
  'appointment.opened': ['Our team has the appointment and begins to reach out.'],
  'appointment.outreach-started': ['We have begun to reach out.'],
  'appointment.attempt-made': ['We tried to reach the other side.'],
  'appointment.progress': ['We wrote how the outreach goes.'],
  'appointment.confirmed': ['The appointment is confirmed', 'good'],
  'appointment.declined': ['The other side could not take it', 'act'],
  'appointment.unconfirmed': ['We could not confirm the appointment so far. We follow up.', 'act'],
  'appointment.unconfirmed-told': ['We wrote that it is not confirmed so far.'],
  'appointment.unreachable': ['No time was agreed with the other side. The choice is with the buyer.', 'bad'],
  'appointment.counterpart-changed': ['We try somebody else, or by other details. Outreach begins anew.'],
  'appointment.rescheduled': ['The appointment was moved', 'act'],
  'appointment.reschedule-proposed': ['Another time was proposed', 'act'],
  'appointment.attended': ['The appointment took place.', 'good'],
  'appointment.no-show': ['The appointment did not take place.', 'bad'],
  'appointment.retried': ['We try again to find a time.'],
  'appointment.cancelled': ['The appointment was cancelled', 'bad'],
  'appointment.reminder': ['We sent a reminder of the appointment.'],
  'appointment.closed': ['The appointment is closed.'],
  'appointment.texts-stopped': ['The other side wants no text messages any more. We call and mail.'],
  'appointment.texts-allowed': ['The other side takes text messages again.'],
}

const TRIES: Record<Exclude<AttemptKind, 'CALL'>, string> = {
  TEXT: 'A text message to the other side.',
  MAIL: 'A mail to the other side.',
}

/** How we tried to reach the other side. What became of a text or mail is told where the attempts stand: it changes. */
export function attemptSentence({ kind, outcome }: { kind: AttemptKind; outcome: AttemptOutcome }): string {
  return kind === 'CALL' ? `A call to the other side: ${outcomeWords[outcome]}.` : TRIES[kind]
}
