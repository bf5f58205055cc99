import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useTranslate } from 'react-admin'
import { FileInPlace } from '../shared/FileInPlace.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
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
            <FileInPlace file={shown} />
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
