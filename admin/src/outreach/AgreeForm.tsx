import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useLocaleState, useTranslate } from 'react-admin'
import type { AppointmentPageFragment } from '../gen/documents.js'
import { OfferButton, type Offer } from '../verbs/OfferButton.js'
import { useVerb, useVerbLabel } from '../verbs/use-verb.js'

interface AgreeFormProps {
  appointment: AppointmentPageFragment
  offer: Offer
  startsAt: string
  onDone: () => void
}

/** The chosen time as both sides' clocks show it, where it is, and agreeing on it or moving to it. */
export function AgreeForm(props: AgreeFormProps) {
  const { appointment, offer } = props
  const translate = useTranslate()
  const [place, setPlace] = useState(appointment.place ?? '')
  const [agreed, setAgreed] = useState(false)
  const moves = offer.name === 'rescheduleAppointment'
  const { agree, pending, problems } = useAgree(props, { place, agreed })
  const label = useVerbLabel()
  return (
    <Box sx={{ mt: 1.5 }}>
      <BothClocks {...props} />
      {moves ? (
        <FormControlLabel
          label={translate('outreach.agreed')}
          control={<Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />}
        />
      ) : (
        <TextField
          label={translate('outreach.place')}
          fullWidth
          value={place}
          error={Boolean(problems.place)}
          helperText={problems.place}
          onChange={(event) => setPlace(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      )}
      {problems.startsAt ? (
        <Alert severity="error" sx={{ mt: 1 }}>
          {problems.startsAt}
        </Alert>
      ) : null}
      <Box sx={{ mt: 1 }}>
        <OfferButton offer={offer} variant="contained" disabled={pending} onClick={() => void agree()}>
          {moves && !agreed ? translate('outreach.propose') : label(offer.name)}
        </OfferButton>
      </Box>
    </Box>
  )
}

function useAgree({ appointment, offer, startsAt, onDone }: AgreeFormProps, said: Said) {
  const confirm = useVerb('confirmAppointment')
  const move = useVerb('rescheduleAppointment')
  const { id, version } = appointment
  const moves = offer.name === 'rescheduleAppointment'
  const agree = async () => {
    const done = moves
      ? await move.run({ id, startsAt, agreed: said.agreed }, version, { inForm: true })
      : await confirm.run({ id, startsAt, place: said.place.trim() || undefined }, version, { inForm: true })
    if (done) onDone()
  }
  const { pending, problems } = moves ? move : confirm
  return { agree, pending, problems }
}

interface Said {
  place: string
  agreed: boolean
}

function BothClocks({ appointment, startsAt }: AgreeFormProps) {
  const translate = useTranslate()
  const [locale] = useLocaleState()
  const { attendeeName, attendeeTimeZone, counterpart, minutes } = appointment
  const at = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
      Date.parse(startsAt),
    )
  const sides = [
    { name: attendeeName, zone: attendeeTimeZone },
    ...(counterpart ? [{ name: counterpart.name, zone: counterpart.timeZone }] : []),
  ]
  return (
    <Box role="status" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
      {sides.map(({ name, zone }) => (
        <Typography key={name} sx={{ fontWeight: 600 }}>
          {translate('outreach.timeFor', { time: at(zone), name })}
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {' '}
            {zone}
          </Box>
        </Typography>
      ))}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('outreach.minutes', { smart_count: minutes })}
      </Typography>
    </Box>
  )
}
