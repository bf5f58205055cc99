import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { AppointmentPageFragment, CounterpartShownFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { LocalTime } from './LocalTime.js'
import { Outcomes } from './Outcomes.js'

/** Whom to call, and how late it is there; what they should be told; and what came of the call, by one click. */
export function CounterpartPanel({ appointment }: { appointment: AppointmentPageFragment }) {
  const translate = useTranslate()
  const { counterpart, wishes, attemptsMade, attemptsAllowed } = appointment
  if (!counterpart) return null
  return (
    <Panel
      title={translate('outreach.call')}
      aside={
        <Typography variant="body2">
          {translate('outreach.attemptsOf', { made: attemptsMade ?? 0, allowed: attemptsAllowed ?? 0 })}
        </Typography>
      }
    >
      <Reach counterpart={counterpart} />
      <Box sx={{ mt: 1 }}>
        <LocalTime of={counterpart} large />
      </Box>
      {wishes ? (
        <Box sx={{ mt: 1.5, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('outreach.wishes')}
          </Typography>
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{wishes}</Box>
        </Box>
      ) : null}
      <Outcomes appointment={appointment} />
    </Panel>
  )
}

function Reach({ counterpart }: { counterpart: CounterpartShownFragment }) {
  const translate = useTranslate()
  const { phone, email, locale, optedOut } = counterpart
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'baseline' }}>
      {phone ? (
        <Link href={`tel:${phone}`} sx={{ fontSize: '1.5rem', fontWeight: 650 }}>
          {phone}
        </Link>
      ) : (
        <span>{translate('outreach.noPhone')}</span>
      )}
      {email ? (
        <Link href={`mailto:${email}`} underline="always" sx={{ overflowWrap: 'anywhere' }}>
          {email}
        </Link>
      ) : (
        <span>{translate('outreach.noEmail')}</span>
      )}
      {locale ? <Box sx={{ color: 'text.secondary' }}>{translate('outreach.speaks', { locale })}</Box> : null}
      {optedOut ? (
        <Box sx={{ color: 'warning.main', fontWeight: 600 }}>{translate('outreach.optedOut')}</Box>
      ) : null}
    </Box>
  )
}
