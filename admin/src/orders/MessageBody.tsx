import AttachFile from '@mui/icons-material/AttachFileOutlined'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useGetIdentity, useTranslate } from 'react-admin'
import type { ActivityFragment, FileShownFragment } from '../gen/documents.js'
import { FileState } from '../shared/FileState.js'
import { useScanned } from '../shared/use-scanned.js'

type MessageShown = Extract<ActivityFragment, { __typename: 'MessageEntry' }>

/** What somebody wrote: what for, whom it calls upon, its words, what is attached, and who of the others has read it. */
export function MessageBody({ message }: { message: MessageShown }) {
  const translate = useTranslate()
  const { identity } = useGetIdentity()
  const { body, kind, attachments, mentions } = message
  const readBy = message.readBy.filter(({ id }) => id !== identity?.id)
  return (
    <>
      {kind === 'MESSAGE' ? null : (
        <Chip size="small" color="warning" variant="outlined" label={translate(`orders.kinds.${kind}`)} />
      )}
      {mentions.length ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('orders.mentions', { names: namesOf(mentions) })}
        </Typography>
      ) : null}
      {body === '' ? null : <Box sx={bubble}>{body ?? translate('orders.erased')}</Box>}
      {attachments.map((file) => (
        <Attachment key={file.id} known={file} />
      ))}
      {readBy.length ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.76rem', mt: 0.25 }}>
          {translate('orders.readBy', { names: namesOf(readBy) })}
        </Typography>
      ) : null}
    </>
  )
}

function Attachment({ known }: { known: FileShownFragment }) {
  const file = useScanned(known)
  const url = file.viewUrl ?? file.downloadUrl
  return (
    <Box sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
      <AttachFile aria-hidden sx={{ fontSize: '1em', verticalAlign: '-0.12em', mr: 0.5 }} />
      {url ? (
        <Link href={url} target="_blank" rel="noreferrer" underline="always">
          {file.name}
        </Link>
      ) : (
        file.name
      )}
      <FileState file={file} />
    </Box>
  )
}

function namesOf(people: readonly { name: string }[]): string {
  return people.map(({ name }) => name).join(', ')
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
