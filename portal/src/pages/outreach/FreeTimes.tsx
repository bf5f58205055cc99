import { useState } from 'react'
import { FreeSlotsDocument } from '../../gen/operations.js'
import { LOCALE, ownZone } from '../../format/format.js'
import { Button } from '../../ui/Button.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { SlotPicker } from '../../ui/SlotPicker.js'
import { useTradeNow } from '../../wire/trade-clock.js'
import { useRead } from '../../wire/use-read.js'
import { moveWords as words } from '../../words/appointments.js'

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS

interface FreeTimesProps {
  appointmentId: string
  chosen: string | null
  onPick: (startsAt: string) => void
}

/** The times at which both sides could meet, a week at a time from now on. */
export function FreeTimes({ appointmentId, chosen, onPick }: FreeTimesProps) {
  const now = useTradeNow(HOUR_MS)
  // Rounded, so that the same days are asked for again while they are looked at.
  const from = Math.floor(now / HOUR_MS) * HOUR_MS
  const [week, setWeek] = useState(0)
  const at = (weeks: number): string => new Date(from + weeks * WEEK_MS).toISOString()
  const { data, error, loading, reload } = useRead(FreeSlotsDocument, {
    id: appointmentId,
    from: at(week),
    until: at(week + 1),
  })
  const slots = data?.freeSlots ?? []
  return (
    <div className="stack-tight">
      <div className="row row-apart">
        <span className="muted small">{words.zone(ownZone().replaceAll('_', ' '))}</span>
        <span className="row">
          {week > 0 && (
            <Button kind="plain" onClick={() => setWeek(week - 1)}>
              {words.earlier}
            </Button>
          )}
          <Button kind="plain" onClick={() => setWeek(week + 1)}>
            {words.later}
          </Button>
        </span>
      </div>
      <Failure error={error} onRetry={() => void reload()} />
      {loading && <Bones />}
      {data && slots.length === 0 && <p className="muted">{words.none}</p>}
      <SlotPicker legend={words.legend} locale={LOCALE} {...{ slots, chosen, onPick }} />
    </div>
  )
}
