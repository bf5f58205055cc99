import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { AppointmentPageFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { When } from '../shared/When.js'
import { momentOf, wallTime } from '../shared/zoned.js'
import { AgreeForm } from './AgreeForm.js'
import { offerOf } from './offer-of.js'
import { SlotCalendar } from './SlotCalendar.js'

/** A time to agree on: one that suits both sides, one that was named already, or whichever was said on the telephone. */
export function SlotsPanel({ appointment }: { appointment: AppointmentPageFragment }) {
  const translate = useTranslate()
  const [startsAt, setStartsAt] = useState<string>()
  const moves = offerOf(appointment, 'rescheduleAppointment')
  const offer = offerOf(appointment, 'confirmAppointment') ?? moves
  if (!offer) return null
  const { id, attendeeTimeZone: zone, attendeeName } = appointment
  return (
    <Panel title={translate(moves ? 'outreach.move' : 'outreach.agree')}>
      <Named appointment={appointment} chosen={startsAt} onChoose={setStartsAt} />
      <SlotCalendar appointmentId={id} zone={zone} chosen={startsAt} onChoose={setStartsAt} />
      <TextField
        type="datetime-local"
        label={translate('outreach.anotherTime')}
        helperText={translate('outreach.anotherIn', { name: attendeeName, zone })}
        value={startsAt ? typedOf(startsAt, zone) : ''}
        onChange={(event) => setStartsAt(momentTyped(event.target.value, zone))}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ mt: 2, minWidth: 240 }}
      />
      {startsAt ? (
        <AgreeForm
          key={offer.name}
          appointment={appointment}
          offer={offer}
          startsAt={startsAt}
          onDone={() => setStartsAt(undefined)}
        />
      ) : null}
    </Panel>
  )
}

/** What the counterpart said would suit them, and the time that was proposed to them. */
function Named(props: {
  appointment: AppointmentPageFragment
  chosen: string | undefined
  onChoose: (startsAt: string) => void
}) {
  const { appointment, chosen, onChoose } = props
  const translate = useTranslate()
  const { otherTimes, proposedStartsAt } = appointment
  const groups = [
    { label: 'outreach.proposed', times: proposedStartsAt ? [proposedStartsAt] : [] },
    { label: 'outreach.otherTimes', times: otherTimes },
  ].filter(({ times }) => times.length)
  return groups.map(({ label, times }) => (
    <Box key={label} role="group" aria-label={translate(label)} sx={{ mb: 1 }}>
      <Box sx={{ color: 'text.secondary', fontSize: '0.86rem' }}>{translate(label)}</Box>
      {times.map((time) => (
        <Button key={time} aria-pressed={time === chosen} onClick={() => onChoose(time)}>
          <When at={time} />
        </Button>
      ))}
    </Box>
  ))
}

function typedOf(startsAt: string, zone: string): string {
  const { day, time } = wallTime(Date.parse(startsAt), zone)
  return `${day}T${time}`
}

function momentTyped(text: string, zone: string): string | undefined {
  const [day, time] = text.split('T')
  return day && time ? new Date(momentOf({ day, time: time.slice(0, 5) }, zone)).toISOString() : undefined
}
