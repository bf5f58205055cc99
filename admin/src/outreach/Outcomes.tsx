import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { AppointmentPageFragment } from '../gen/documents.js'
import type { AttemptOutcome } from '../gen/schema.js'
import { OfferButton } from '../verbs/OfferButton.js'
import { useVerb } from '../verbs/use-verb.js'
import { offerOf } from './offer-of.js'

/** What may come of a call, the most frequent first. */
const OUTCOMES: AttemptOutcome[] = ['NO_ANSWER', 'VOICEMAIL', 'BUSY', 'TALKED', 'CALL_BACK', 'WRONG_NUMBER']

/** One click for what came of a call; a note, where there is more to say, is taken with it. */
export function Outcomes({ appointment }: { appointment: AppointmentPageFragment }) {
  const translate = useTranslate()
  const [note, setNote] = useState('')
  const { run, pending, problems } = useVerb('recordAttempt')
  const { id, version, counterpart } = appointment
  const offer = offerOf(appointment, 'recordAttempt')
  if (!offer || !counterpart?.phone) return null
  const log = async (outcome: AttemptOutcome) => {
    const made = await run({ id, kind: 'CALL', outcome, note: note.trim() || undefined }, version)
    if (made) setNote('')
  }
  return (
    <Box sx={{ mt: 2 }}>
      <TextField
        label={translate('outreach.note')}
        fullWidth
        multiline
        maxRows={4}
        value={note}
        error={Boolean(problems.note)}
        helperText={problems.note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Box
        role="group"
        aria-label={translate('outreach.outcome')}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}
      >
        {OUTCOMES.map((outcome) => (
          <OfferButton
            key={outcome}
            offer={{ ...offer, deadline: null }}
            disabled={pending}
            onClick={() => void log(outcome)}
          >
            {translate(`outreach.outcomes.${outcome}`)}
          </OfferButton>
        ))}
      </Box>
    </Box>
  )
}
