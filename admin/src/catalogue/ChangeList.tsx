import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Quiet } from '../shared/Quiet.js'
import { sentence } from '../shared/StateChip.js'
import type { Change } from './changes.js'

/** What changed between two versions, one entry for each question or step. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const translate = useTranslate()
  if (!changes.length) return <Quiet>{translate('catalogue.noChanges')}</Quiet>
  return (
    <Box component="ul" sx={{ m: 0, mb: 1.5, p: 0, display: 'grid', gap: 1 }}>
      {changes.map((change, index) => (
        <Box component="li" key={index} sx={{ listStyle: 'none', minWidth: 0 }}>
          <Chip
            size="small"
            variant="outlined"
            label={translate(`catalogue.change.${change.kind}`)}
            sx={{ mr: 1 }}
          />
          <Box component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {change.name}
          </Box>
          {change.details.map((detail) => (
            <Typography
              key={detail.attribute}
              variant="body2"
              sx={{ color: 'text.secondary', mt: 0.25, overflowWrap: 'anywhere' }}
            >
              {translate(`catalogue.attributes.${detail.attribute}`)}:{' '}
              <Box component="del">{worded(detail.before, translate)}</Box> →{' '}
              <Box component="ins" sx={{ textDecoration: 'none', color: 'text.primary' }}>
                {worded(detail.after, translate)}
              </Box>
            </Typography>
          ))}
        </Box>
      ))}
    </Box>
  )
}

/** A value of a question or step, as people read it. */
function worded(value: unknown, translate: (key: string, options?: object) => string): string {
  if (typeof value === 'boolean') return translate(value ? 'catalogue.yes' : 'catalogue.no')
  if (Array.isArray(value)) return value.length ? value.join(', ') : translate('catalogue.nothing')
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '') return translate('catalogue.nothing')
  return translate(`editor.kinds.${value}`, { _: /^[A-Z_]+$/.test(value) ? sentence(value) : value })
}
