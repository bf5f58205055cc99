import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { FileShownFragment } from '../gen/documents.js'

/** What the virus scanner says of a file, where there is something to say; an ADMIN reads what was found. */
export function FileState({ file }: { file: FileShownFragment }) {
  const translate = useTranslate()
  if (file.status === 'SCANNING')
    return (
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
        {translate('shared.file.scanning')}
      </Typography>
    )
  if (file.status !== 'QUARANTINED') return null
  return (
    <Typography variant="body2" role="alert" sx={{ color: 'error.main' }}>
      {translate('shared.file.quarantined')}
      {file.finding ? ` ${translate('shared.file.finding', { finding: file.finding })}` : null}
    </Typography>
  )
}
