import type { OpenHours } from '../lib/open-hours.js'
import type { GivenUpWhy } from '../outreach/given-up.js'
import type { Config } from '../platform/config.js'

/**
 * What mails about an appointment say. The counterpart reads nothing of what it costs, of what the buyer noted, or of how
 * often we tried.
 */
export interface AppointmentFacts {
  readonly orderId: string
  readonly number: string
  readonly appointmentId: string
  readonly service: string
  readonly placedById: string
  /** Who placed the order; null where that was erased. */
  readonly placedBy: string | null
  readonly buyer: string
  readonly beneficiary: string
  readonly attendeeId: string
  readonly attendee: string
  /** The organisation that the attendee comes from: who asks for the appointment, as the counterpart hears of it. */
  readonly asks: string
  readonly counterpartId: string
  readonly counterpart: string
  readonly counterpartEmail: string | null
  readonly counterpartPhone: string | null
  readonly counterpartZone: string
  /** When our team answers; null where at all hours. */
  readonly answerHours: OpenHours | null
  /** Whether they want no texts from us. */
  readonly optedOut: boolean
  /** Contacts who can open the order's page. */
  readonly readers: readonly string[]
  readonly status: string
  readonly minutes: number
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  readonly place: string | null
  /** A new time that was proposed and that the counterpart must agree to. */
  readonly proposedStartsAt: Date | null
  /** The newest last. */
  readonly attempts: readonly AttemptFacts[]
  readonly attemptsMade: number
  readonly attemptsAllowed: number
  readonly giveUpAt: Date | null
  /** The version of its calendar entry; 0 where none was ever sent. */
  readonly sequence: number
  /** When what the mail tells of happened. */
  readonly at: Date
  /** The words that were given with it; null where there are none, or they were erased. */
  readonly reason: string | null
  /** Who did it: the buyer's side, the counterpart by their link, our team, or the program itself. */
  readonly by: 'BUYER' | 'COUNTERPART' | 'US' | 'SYSTEM'
  /** By what a calendar knows our entries, and from whom they are. */
  readonly calendarOf: Pick<Config, 'publicUrl' | 'mailFrom'>
}

/** One call, text or mail to the counterpart, as the buyer may read of it. */
export interface AttemptFacts {
  readonly kind: 'CALL' | 'TEXT' | 'MAIL'
  readonly outcome: string
  /** What became of a text or a mail; null of a call. */
  readonly delivery: string | null
  readonly at: Date
}

/** What the mails about the beginning say. */
export interface StartedFacts extends AppointmentFacts {
  /** For the first time, with another person or address, or once more after they did not come. */
  readonly why: 'BEGUN' | 'OTHER_PERSON' | 'AGAIN'
}

/** What is asked of the counterpart. */
export interface RequestFacts extends AppointmentFacts {
  readonly ask: 'TIME' | 'NEW_TIME' | 'FRESH_LINK'
  /** Words of our team in place of the mail's own; null where there are none. */
  readonly said: string | null
  /** The time that held until now, where another is proposed. */
  readonly from: Date | null
}

/** What the mail about a missing confirmation says. */
export interface UnconfirmedFacts extends AppointmentFacts {
  /** Whether a text to the counterpart was really sent. */
  readonly textSent: boolean
  /** Whether the counterpart has said no; then `reason` is theirs. */
  readonly declined: boolean
  /** Times that would suit the counterpart. */
  readonly otherTimes: readonly Date[]
}

/** Outreach that was given up: the buyer chooses. */
export interface GivenUpFacts extends AppointmentFacts {
  readonly givenUp: GivenUpWhy
}

/** An appointment that was moved, or is to be. */
export interface ChangedFacts extends AppointmentFacts {
  readonly from: Date | null
  /** Whether the new time is only proposed. */
  readonly isProposal: boolean
}

/** An appointment that was called off. */
export interface AppointmentCancelledFacts extends AppointmentFacts {
  /** When it would have been; null where no time was agreed on. */
  readonly wasAt: Date | null
  /** Whether any money goes back. */
  readonly refunded: boolean
}

/** An appointment that is near. */
export interface AppointmentReminderFacts extends AppointmentFacts {
  readonly hours: number
}

/** An appointment to which somebody did not come. */
export interface MissedFacts extends AppointmentFacts {
  /** Until when it can be tried again. */
  readonly closesAt: Date
}

/** Outreach that nobody has begun in time. */
export interface OverdueFacts extends AppointmentFacts {
  readonly paidAt: Date
  readonly dueAt: Date
}
