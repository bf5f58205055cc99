/** What texts about an appointment say. Names are as people wrote them, in one line and not too long for a text. */
export interface TextFacts {
  readonly appointmentId: string
  readonly orderId: string
  readonly counterpartId: string
  /** The counterpart's name. */
  readonly name: string
  /** In E.164; null where they are reached by mail alone. */
  readonly phone: string | null
  readonly locale: string
  readonly timeZone: string
  /** The organisation that the attendee comes from: who asks for the appointment, as the counterpart hears of it. */
  readonly asks: string
  readonly service: string
  readonly attendee: string
  readonly minutes: number
  readonly place: string | null
  readonly startsAt: Date | null
  readonly proposedStartsAt: Date | null
  /** The words of the attempt that a text is, where support wrote its own. */
  readonly words: string | null
  /** Of a reminder: whether it begins within hours. */
  readonly isSoon?: boolean
}

/** What the words say that support may begin a text with. */
export type DraftFacts = Pick<TextFacts, 'name' | 'asks' | 'service' | 'minutes' | 'locale'>
