import { useId } from 'react'

/** A time that is free. */
export interface Slot {
  startsAt: string
}

interface SlotPickerProps {
  /** What is chosen, read with each time. */
  legend: string
  slots: readonly Slot[]
  /** The start that is chosen. */
  chosen: string | null
  /** The language in which days and times are written, as `en-GB`. */
  locale: string
  /** The IANA zone in which they are written; the reader's own by default. */
  zone?: string | undefined
  onPick: (startsAt: string) => void
}

/** Free times by day, as a calendar's page: one of them is chosen by a tap, or by the arrow keys. */
export function SlotPicker({ legend, slots, chosen, locale, zone, onPick }: SlotPickerProps) {
  const name = useId()
  const hours = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone })
  return (
    <fieldset className="slots">
      <legend className="unseen">{legend}</legend>
      {byDay(slots, locale, zone).map(([day, times]) => (
        <div key={day} className="slots-day" role="group" aria-label={day}>
          <p className="slots-date" aria-hidden="true">
            {day}
          </p>
          <div className="slots-times">
            {times.map(({ startsAt }) => (
              <label key={startsAt} className="slot">
                <input
                  type="radio"
                  name={name}
                  checked={chosen === startsAt}
                  onChange={() => onPick(startsAt)}
                />
                <time dateTime={startsAt}>{hours.format(new Date(startsAt))}</time>
              </label>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

/** The slots under the day on which they begin in that zone, as `Tue 24 Nov`. */
function byDay(slots: readonly Slot[], locale: string, zone: string | undefined): [string, Slot[]][] {
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  })
  const days = new Map<string, Slot[]>()
  for (const slot of slots) {
    const day = date.format(new Date(slot.startsAt))
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return [...days]
}
