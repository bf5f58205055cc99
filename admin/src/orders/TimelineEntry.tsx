import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { ActivityFragment } from '../gen/documents.js'
import { sentence } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { kindOf } from './activity-kinds.js'

const colours = { messages: 'primary.main', work: 'text.disabled', money: 'success.main' }

/** One entry: who, what, when, and for whose eyes. */
export function TimelineEntry({ entry }: { entry: ActivityFragment }) {
  const translate = useTranslate()
  const kind = kindOf(entry.__typename)
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.5,
        pb: 1.75,
        ml: 0.75,
        borderLeft: 1,
        borderColor: 'divider',
        '&:last-of-type': { pb: 0 },
      }}
    >
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          left: -5,
          top: 6,
          width: 9,
          height: 9,
          borderRadius: '50%',
          bgcolor: colours[kind],
        }}
      />
      <Typography
        variant="body2"
        component="div"
        sx={{ color: 'text.secondary', display: 'flex', gap: 1, flexWrap: 'wrap' }}
      >
        <Box component="strong" sx={{ color: 'text.primary' }}>
          {entry.actor.name}
        </Box>
        <When at={entry.occurredAt} />
        {entry.visibility === 'STAFF' ? (
          <Chip size="small" variant="outlined" label={translate('orders.staffOnly')} sx={{ height: 18 }} />
        ) : null}
      </Typography>
      <Body entry={entry} />
    </Box>
  )
}

function Body({ entry }: { entry: ActivityFragment }) {
  const translate = useTranslate()
  if (entry.__typename === 'MessageEntry') {
    return (
      <Box
        sx={{
          mt: 0.5,
          px: 1.5,
          py: 1,
          borderRadius: 1,
          bgcolor: 'background.default',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {entry.body}
      </Box>
    )
  }
  const note = 'note' in entry ? entry.note : undefined
  return (
    <Box>
      {translate(`orders.changes.${entry.__typename}.${entry.change}`, { _: sentence(entry.change) })}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {' '}
        {subject(entry)}
      </Box>
      {note ? <Box sx={{ color: 'text.secondary', whiteSpace: 'pre-wrap' }}>“{note}”</Box> : null}
    </Box>
  )
}

function subject(entry: ActivityFragment): string | undefined {
  const subjects: Partial<Record<string, string | null | undefined>> = {
    OnboardingEntry: 'document' in entry ? entry.document?.serviceName : undefined,
    TaskEntry: 'task' in entry ? entry.task?.title : undefined,
    ProvisioningEntry: 'line' in entry ? entry.line?.service.name : undefined,
    PaymentEntry: 'amount' in entry ? entry.amount?.formatted : undefined,
  }
  return subjects[entry.__typename] ?? undefined
}
