import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { ActivityFragment } from '../gen/documents.js'
import { When } from '../shared/When.js'
import { kindOf } from './activity-kinds.js'
import { EntryBody } from './EntryBody.js'
import type { Subjects } from './subjects.js'

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
        overflowWrap: 'anywhere',
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
      <EntryBody entry={entry} subjects={subjects} />
    </Box>
  )
}
