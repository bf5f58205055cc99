import { isQuiet } from '../lib/quiet-hours.js'
import { workingDays } from '../lib/working-time.js'

const MINUTE_MS = 60_000
/** Slots begin on the half hours of the attendee's day. */
const STEP_MS = 30 * MINUTE_MS
/** Nobody is offered a time that is nearly there. */
const NOTICE_MS = 60 * MINUTE_MS

/** A stretch of time, from its start until before its end. */
export interface Span {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** For whom and when a time is looked for. */
export interface SlotSearch {
  readonly now: Date
  /** Slots begin from here on, */
  readonly from: Date
  /** and before this. */
  readonly until: Date
  /** How long the appointment takes, in minutes. */
  readonly minutes: number
  /** The attendee's IANA zone: they have time from Monday to Friday, 09 to 17 o'clock there. */
  readonly attendeeZone: string
  /** The counterpart's IANA zone: nobody is asked to come in their quiet hours. */
  readonly counterpartZone: string
  /** What the attendee has agreed to already, of whichever order. */
  readonly taken: readonly Span[]
}

/** The times at which both sides could meet, the earliest first. */
export function freeSlots(search: SlotSearch): Span[] {
  const { from, until, now, minutes, attendeeZone: zone } = search
  const earliest = Math.max(from.getTime(), now.getTime() + NOTICE_MS)
  const length = minutes * MINUTE_MS
  const slots: Span[] = []
  for (const [opens, closes] of workingDays(new Date(earliest), { zone, holidays: [] })) {
    if (opens >= until.getTime()) return slots
    for (let start = opens; start + length <= closes; start += STEP_MS) {
      const slot = { startsAt: new Date(start), endsAt: new Date(start + length) }
      if (start >= earliest && start < until.getTime() && suits(slot, search)) slots.push(slot)
    }
  }
  return slots
}

/** Whether both can come: nothing else of the attendee's then, and by day where the counterpart lives. */
function suits(slot: Span, { taken, counterpartZone }: SlotSearch): boolean {
  const lastMoment = new Date(slot.endsAt.getTime() - 1)
  return (
    !isQuiet(slot.startsAt, counterpartZone) &&
    !isQuiet(lastMoment, counterpartZone) &&
    !taken.some((other) => other.startsAt < slot.endsAt && slot.startsAt < other.endsAt)
  )
}
