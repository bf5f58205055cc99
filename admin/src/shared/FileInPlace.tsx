import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { FileShownFragment } from '../gen/documents.js'
import { FileState } from './FileState.js'
import { Quiet } from './Quiet.js'
import { typeName } from './type-name.js'
import { useScanned } from './use-scanned.js'

/** A file where it is talked about, with what it is and a way to take it home; what is still scanned, or must not be opened, says so. */
export function FileInPlace({ file: known, height = '72vh' }: { file: FileShownFragment; height?: string }) {
  const file = useScanned(known)
  const translate = useTranslate()
  if (file.status === 'SCANNING' || file.status === 'QUARANTINED') return <FileState file={file} />
  const size = translate('shared.file.size', {
    kb: Math.max(1, Math.round(file.size / 1024)),
    type: typeName(file.type),
  })
  return (
    <>
      {file.viewUrl ? (
        <Shown key={file.id} file={file} signedUrl={file.viewUrl} height={height} />
      ) : (
        <Quiet>{translate('shared.file.notShown')}</Quiet>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {size}
        {file.scan ? ` · ${translate(`shared.file.scan.${file.scan}`)}` : null}
        {file.downloadUrl ? (
          <>
            {' · '}
            <Link href={file.downloadUrl} rel="noreferrer" underline="always">
              {translate('shared.file.download')}
            </Link>
          </>
        ) : null}
      </Typography>
    </>
  )
}

/**
 * Images as images; PDF and text in a frame. The type was found by content, not by the name. Every reading signs the
 * address anew: the first one is kept, so that what somebody is reading does not jump back to its start. The frame
 * calls itself light: then a browser at night paints the dark ground under its white letters, which it leaves out where
 * page and frame are both dark.
 */
function Shown(props: { file: FileShownFragment; signedUrl: string; height: string }) {
  const { file, signedUrl, height } = props
  const [url] = useState(signedUrl)
  const frame = {
    width: '100%',
    border: 1,
    borderColor: 'divider',
    borderRadius: 1,
    display: 'block',
    bgcolor: '#fff',
  }
  if (file.type.startsWith('image/')) {
    return (
      <Box
        component="img"
        src={url}
        alt={file.name}
        sx={{ ...frame, maxHeight: height, objectFit: 'contain' }}
      />
    )
  }
  const text = file.type.startsWith('text/')
  return (
    <Box
      component="iframe"
      src={text ? url : `${url}#navpanes=0&view=FitH`}
      title={file.name}
      sandbox={text ? '' : undefined}
      sx={{ ...frame, height, colorScheme: 'light' }}
    />
  )
}
