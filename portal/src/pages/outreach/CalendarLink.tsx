import { useState } from 'react'
import { AppointmentCalendarDocument } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Failure } from '../../ui/Failure.js'
import { ask } from '../../wire/ask.js'
import { saveFile } from '../../wire/save-file.js'
import { appointmentWords as words } from '../../words/appointments.js'
import type { Appointment } from './appointment-parts.js'

/** A confirmed appointment as a file for the reader's calendar; the same entry as the one that was mailed. */
export function CalendarLink({ appointment: { id } }: { appointment: Appointment }) {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error>()
  const save = async (): Promise<void> => {
    setPending(true)
    setError(undefined)
    try {
      const { appointmentCalendar: file } = await ask(AppointmentCalendarDocument, { id, locale: null })
      if (file) saveFile(file.name, file.content, 'text/calendar')
    } catch (caught) {
      setError(caught as Error)
    } finally {
      setPending(false)
    }
  }
  return (
    <div className="stack-tight">
      <Button kind="quiet" busy={pending} onClick={() => void save()}>
        {words.calendar}
      </Button>
      <Failure error={error} />
    </div>
  )
}
