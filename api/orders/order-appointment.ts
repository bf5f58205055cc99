import { fact, type Fact } from '../lib/facts.js'
import { port } from '../platform/port.js'
import type { PlainWords } from './plain-words.js'

/** What an order asks its appointment, where it has one: SQL over the order's row `t`, and the words for what that gives. */
export interface AppointmentOfOrder {
  /** Which of the words fits now, as text; null where the order's stage says enough. */
  readonly says: string
  /** By when the next step is due, or null. */
  readonly by: string
  readonly words: Readonly<Record<string, PlainWords>>
}

/** Outreach stands above orders. Bound by the app. */
export const orderAppointment = port<AppointmentOfOrder>('order appointment')

/** What the appointment says of itself, as a fact; what is bound is asked for when a statement is made. */
export const appointmentSays: Fact<string | null> = {
  get sql() {
    return orderAppointment.bound.says
  },
  read: fact.maybeText('').read,
}

/** By when its next step is due, as a fact. */
export const appointmentBy: Fact<Date | null> = {
  get sql() {
    return orderAppointment.bound.by
  },
  read: fact.maybeTime('').read,
}
