import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { ActivityFragment } from '../gen/documents.js'
import { sentence } from '../shared/StateChip.js'
import { EntryDetail } from './EntryDetail.js'
import { MessageBody } from './MessageBody.js'
import { subjectId, type Subjects } from './subjects.js'

/** What an entry says: a message, or what happened, to what, and why. */
export function EntryBody({ entry, subjects }: { entry: ActivityFragment; subjects: Subjects }) {
  const translate = useTranslate()
  if (entry.__typename === 'MessageEntry') return <MessageBody message={entry} />
  const subject = subjects[subjectId(entry) ?? '']
  const note = ('reason' in entry && entry.reason) || ('failure' in entry && entry.failure) || undefined
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
      <EntryDetail entry={entry} />
    </Box>
  )
}
