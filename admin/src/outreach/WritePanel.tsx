import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { AppointmentPageFragment, CounterpartShownFragment } from '../gen/documents.js'
import type { AttemptKind } from '../gen/schema.js'
import { Panel } from '../shared/Panel.js'
import { OfferButton } from '../verbs/OfferButton.js'
import { useVerb } from '../verbs/use-verb.js'
import { offerOf } from './offer-of.js'

/** As long as the words of a text may be. */
const LONGEST = 480

type Writing = Exclude<AttemptKind, 'CALL'>

/** A text or a mail to the counterpart: begun from a template, changed at will; the link to their page goes with it. */
export function WritePanel({ appointment }: { appointment: AppointmentPageFragment }) {
  const translate = useTranslate()
  const [text, setText] = useState('')
  const { run, pending, problems } = useVerb('recordAttempt')
  const { id, version, counterpart, textDrafts } = appointment
  const offer = offerOf(appointment, 'recordAttempt')
  if (!offer || !counterpart) return null
  const send = async (kind: Writing) => {
    if (await run({ id, kind, text: text.trim() || undefined }, version)) setText('')
  }
  const closing = textDrafts?.[0]?.closing ?? ''
  return (
    <Panel title={translate('outreach.write')}>
      <Box
        role="group"
        aria-label={translate('outreach.templates')}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}
      >
        {textDrafts?.map(({ name, body }) => (
          <Button key={name} aria-pressed={text === body} onClick={() => setText(body)}>
            {translate(`outreach.drafts.${name}`)}
          </Button>
        ))}
      </Box>
      <TextField
        label={translate('outreach.words')}
        fullWidth
        multiline
        minRows={3}
        value={text}
        error={Boolean(problems.text)}
        helperText={problems.text ?? translate('outreach.goesWith', { closing })}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: LONGEST } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'center' }}>
        {(['TEXT', 'MAIL'] as const).map((kind) => {
          const why = hindrance(kind, counterpart)
          const shown = why ? { ...offer, allowed: false, message: translate(why) } : offer
          return (
            <OfferButton
              key={kind}
              offer={{ ...shown, deadline: null }}
              disabled={pending}
              onClick={() => void send(kind)}
            >
              {translate(`outreach.send.${kind}`)}
            </OfferButton>
          )
        })}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('outreach.length', { used: text.length, of: LONGEST })}
          {counterpart.quiet ? ` · ${translate('outreach.inTheMorning')}` : null}
        </Typography>
      </Box>
    </Panel>
  )
}

/** Why somebody can't be written to in that way, if so. */
function hindrance(kind: Writing, { phone, email, optedOut }: CounterpartShownFragment): string | undefined {
  if (kind === 'MAIL') return email ? undefined : 'outreach.noEmail'
  if (!phone) return 'outreach.noPhone'
  return optedOut ? 'outreach.optedOut' : undefined
}
