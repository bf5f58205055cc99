import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { ActivityFragment } from '../gen/documents.js'
import { sentence } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { kindOf } from './activity-kinds.js'
import { subjectId, type Subjects } from './subjects.js'

const colours = { messages: 'primary.main', work: 'text.disabled', money: 'success.main' }

/** One entry: who, what, when, and for whose eyes. */
export function TimelineEntry({ entry, subjects }: { entry: ActivityFragment; subjects: Subjects }) {
  const translate = useTranslate()
  const kind = kindOf(entry)
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
      <Body entry={entry} subjects={subjects} />
    </Box>
  )
}

function Body({ entry, subjects }: { entry: ActivityFragment; subjects: Subjects }) {
  const translate = useTranslate()
  if (entry.__typename === 'MessageEntry') {
    return <Box sx={bubble}>{entry.body ?? translate('orders.erased')}</Box>
  }
  const subject = subjects[subjectId(entry) ?? '']
  const note = 'reason' in entry ? entry.reason : 'failure' in entry ? entry.failure : undefined
  return (
    <Box>
      {translate(`orders.what.${entry.what}`, {
        _: sentence(entry.what.replace(/^.*\./, '').replaceAll('-', ' ')),
      })}
      {subject ? ': ' : null}
      {subject?.to ? (
        <Link component={RouterLink} to={subject.to} underline="always">
          {subject.name}
        </Link>
      ) : (
        subject?.name
      )}
      {'amount' in entry && entry.amount ? ` ${entry.amount.formatted}` : null}
      {'refund' in entry && entry.refund
        ? ` · ${translate('orders.refunded', { amount: entry.refund.formatted })}`
        : null}
      {note ? <Box sx={{ color: 'text.secondary', whiteSpace: 'pre-wrap' }}>“{note}”</Box> : null}
    </Box>
  )
}

const bubble = {
  mt: 0.5,
  px: 1.5,
  py: 1,
  borderRadius: 1,
  bgcolor: 'background.default',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}
