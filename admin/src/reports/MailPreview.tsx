import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { ReportPreviewDocument } from '../gen/documents.js'
import type { ReportContentInput } from '../gen/schema.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { useAsk } from '../shared/use-ask.js'

const PAUSE_MS = 600

/** The mail of a report as its reader will get it, with what is being written in place of what is kept. */
export function MailPreview({ id, content }: { id: string; content?: ReportContentInput }) {
  const translate = useTranslate()
  const written = useSettled(content)
  const { data, error } = useAsk(['reports', 'preview'], ReportPreviewDocument, { id, content: written })
  const [last, setLast] = useState(data)
  useEffect(() => {
    if (data) setLast(data)
  }, [data])
  const mail = last?.reportPreview
  return (
    <Panel title={translate('reports.preview')} flush>
      {error ? (
        <Box sx={{ p: 2 }} role="alert">
          {translate('reports.previewFails')}
        </Box>
      ) : null}
      {mail ? (
        <>
          <Typography sx={{ px: 2, py: 1, overflowWrap: 'anywhere' }}>
            <strong>{mail.subject}</strong>
          </Typography>
          <Box
            component="iframe"
            title={translate('reports.previewOf')}
            sandbox=""
            srcDoc={mail.html}
            sx={{
              width: '100%',
              height: '75vh',
              border: 0,
              bgcolor: '#fff',
              display: 'block',
              borderRadius: '0 0 6px 6px',
            }}
          />
        </>
      ) : error ? null : (
        <Box sx={{ px: 2 }}>
          <Quiet>{translate('reports.previewWaits')}</Quiet>
        </Box>
      )}
    </Panel>
  )
}

/** A value once it has not changed for a moment: nobody's mail is written anew at every letter. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
