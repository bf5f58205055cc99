import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { FileShownFragment } from '../gen/documents.js'
import { FileState } from '../shared/FileState.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { useScanned } from '../shared/use-scanned.js'
import { filePlace } from './issue-draft.js'
import { IssueNotes } from './IssueNotes.js'
import { MarkIssue, type Marks } from './MarkIssue.js'
import type { Content } from './shown-content.js'

/** The files, one shown in place at a time. */
export function FilesPanel(props: {
  content: Content
  marks: Marks
  fileId: string | undefined
  onFile: (id: string) => void
}) {
  const translate = useTranslate()
  const { marks, onFile } = props
  const { files, issues } = props.content
  const shown = (files.find(({ file }) => file.id === props.fileId) ?? files[0])?.file
  return (
    <Box sx={{ position: { md: 'sticky' }, top: { md: 64 } }}>
      <Panel title={translate('verify.files')}>
        {shown ? (
          <>
            <Tabs
              value={shown.id}
              onChange={(_, id) => onFile(id)}
              variant="scrollable"
              scrollButtons={false}
              aria-label={translate('verify.files')}
              sx={{ mt: -1, mb: 1, minHeight: 38 }}
            >
              {files.map(({ file }) => (
                <Tab
                  key={file.id}
                  value={file.id}
                  label={
                    <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: 170 }}>
                      {file.name}
                    </Box>
                  }
                  sx={{ minHeight: 38, py: 0.5, px: 1, whiteSpace: 'nowrap' }}
                />
              ))}
            </Tabs>
            <FileShown file={shown} />
            <Box sx={{ mt: 1 }}>
              <MarkIssue marks={marks} place={filePlace(shown.id)} what={shown.name} />
              <IssueNotes issues={issues.filter((issue) => issue.fileId === shown.id)} />
            </Box>
          </>
        ) : (
          <Quiet>{translate('verify.noFiles')}</Quiet>
        )}
      </Panel>
    </Box>
  )
}

function FileShown({ file: known }: { file: FileShownFragment }) {
  const file = useScanned(known)
  const translate = useTranslate()
  if (file.status === 'SCANNING' || file.status === 'QUARANTINED') return <FileState file={file} />
  const size = translate('verify.size', { kb: Math.max(1, Math.round(file.size / 1024)), type: file.type })
  return (
    <>
      {file.viewUrl ? (
        <InPlace key={file.id} file={file} signedUrl={file.viewUrl} />
      ) : (
        <Quiet>{translate('verify.notShown')}</Quiet>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {size}
        {file.scan ? ` · ${translate(`verify.scan.${file.scan}`)}` : null}
        {file.downloadUrl ? (
          <>
            {' · '}
            <Link href={file.downloadUrl} rel="noreferrer" underline="always">
              {translate('verify.download')}
            </Link>
          </>
        ) : null}
      </Typography>
    </>
  )
}

/**
 * Images as images; PDF and text in a frame. The type was found by content, not by the name. Every reading signs the
 * address anew: the first one is kept, so that what somebody is reading does not jump back to its start.
 */
function InPlace({ file, signedUrl }: { file: FileShownFragment; signedUrl: string }) {
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
        sx={{ ...frame, maxHeight: '72vh', objectFit: 'contain' }}
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
      sx={{ ...frame, height: '72vh' }}
    />
  )
}
