import AttachFile from '@mui/icons-material/AttachFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useRef } from 'react'
import { useTranslate } from 'react-admin'
import type { AttachedFile } from './draft.js'
import type { AttachedFiles } from './use-attached.js'

/** What goes with a message: its files, each with its fate, and a way to add more. */
export function Attached({ files }: { files: AttachedFiles }) {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      {files.files.map((file) => (
        <Row key={file.key} file={file} onRemove={() => files.remove(file.key)} />
      ))}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          files.add(event.target.files ?? [])
          event.target.value = ''
        }}
      />
      <Button size="small" startIcon={<AttachFile />} onClick={() => input.current?.click()}>
        {translate('feed.attach')}
      </Button>
    </>
  )
}

function Row({ file, onRemove }: { file: AttachedFile; onRemove: () => void }) {
  const translate = useTranslate()
  const { name, problem } = file
  const pending = !file.file && !problem
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
      <Box sx={{ overflowWrap: 'anywhere' }}>{name}</Box>
      {pending ? <LinearProgress aria-label={name} sx={{ width: 80 }} /> : null}
      {problem ? (
        <Typography variant="body2" role="alert" sx={{ color: 'error.main' }}>
          {problem}
        </Typography>
      ) : null}
      {pending ? null : (
        <Button size="small" onClick={onRemove} aria-label={translate('verbs.files.removeOf', { name })}>
          {translate('verbs.files.remove')}
        </Button>
      )}
    </Box>
  )
}
