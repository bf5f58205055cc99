import * as fc from 'fast-check'
import { appointmentKind } from './appointment-kind.js'
import type { Sequence } from './play.js'
import { after, forwards, rightful, some, type Step } from './steps.js'

/** What happens without anybody asking for it. */
const world = [
  'again',
  'again',
  'send',
  'inquire',
  'webhook',
  'decide',
  'mood',
  'act',
  'minutes',
  'hours',
  'to-deadline',
  'to-deadline',
  'days',
]
const anybody = fc.constantFrom<Step['who']>(
  'whose-it-is',
  'buyer',
  'recipient',
  'admin',
  'support',
  'counterpart',
  'worker',
  'channel',
)
const anything = fc.oneof(
  fc.constantFrom(...Object.keys(appointmentKind.verbs)),
  fc.constantFrom(...world),
  fc.constant('forward'),
)
/** What decides about money, and about when it is over. */
const money = [
  'payOrder',
  'send',
  'inquire',
  'webhook',
  'decide',
  'act',
  'to-deadline',
  'minutes',
  'cancelOrder',
]
/** A round of outreach, and how it may end. */
const outreach = [
  'recordAttempt',
  'recordAttempt',
  'recordAttempt',
  'markUnconfirmed',
  'declineAppointment',
  'changeCounterpart',
  'confirmAppointment',
  'holdOrder',
  'resumeOrder',
  'to-deadline',
  'act',
]
/** What becomes of a time that was agreed on. */
const meeting = [
  'rescheduleAppointment',
  'confirmAppointment',
  'to-deadline',
  'act',
  'markAttended',
  'markNoShow',
  'markNoShow',
  'retryAppointment',
  'cancelAppointment',
  'cancelOrder',
  'mood',
  'send',
]
const those = (whats: readonly string[], least: number, most: number) =>
  some(fc.constantFrom(...whats), { who: rightful, oneIn: 6 }, least, most)

/** A sequence: the storms of a payment, a round of outreach, a time that was agreed on, or whatever comes after some way. */
export const appointmentSequences: fc.Arbitrary<Sequence> = fc.record({
  variant: fc.boolean(),
  steps: fc.oneof(
    { weight: 1, arbitrary: some(fc.constantFrom(...money), { who: rightful, oneIn: 2 }, 3, 12) },
    { weight: 3, arbitrary: after(forwards(3, 5, 20), those(outreach, 4, 16)) },
    { weight: 3, arbitrary: after(forwards(4, 9, 20), those(meeting, 4, 14)) },
    { weight: 3, arbitrary: after(forwards(0, 14), some(anything, { who: anybody, oneIn: 5 }, 1, 10)) },
    { weight: 3, arbitrary: after(forwards(3, 16), some(anything, { who: rightful, oneIn: 5 }, 2, 14)) },
  ),
})
