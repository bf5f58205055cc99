import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { upload } from '../data/upload.js'
import type { FileShownFragment } from '../gen/documents.js'
import { FileState } from '../shared/FileState.js'
import { useScanned } from '../shared/use-scanned.js'
import type { AnswerProps } from './answer-props.js'

interface Row {
  key: number
  name: string
  file?: FileShownFragment
  problem?: string
}

let nextKey = 1

/** Files to hand over: chosen here, sent at once, each with its fate; answered by their ids. */
export function FilesAnswer({ label, problem, onChange }: AnswerProps) {
  const translate = useTranslate()
  const [rows, setRows] = useState<Row[]>([])
  const id = useId()
  const ids = rows.flatMap(({ file }) => file?.id ?? []).join(' ')
  const answer = useEffectEvent((value: string[]) => onChange(value))
  useEffect(() => answer(ids ? ids.split(' ') : []), [ids])
  const send = async (chosen: File) => {
    const key = nextKey++
    const now = (row: Partial<Row>) =>
      setRows((all) => all.map((one) => (one.key === key ? { ...one, ...row } : one)))
    setRows((all) => [...all, { key, name: chosen.name }])
    try {
      const file = await upload(chosen)
      now(file.status === 'REFUSED' ? { problem: translate('verbs.files.refused') } : { file })
    } catch (error) {
      now({ problem: (error as Error).message })
    }
  }
  return (
    <Box role="group" aria-labelledby={id} sx={{ mt: 2 }}>
      <Typography id={id} variant="h3" sx={{ mb: 1 }}>
        {label}
      </Typography>
      {rows.map((row) => (
        <FileRow
          key={row.key}
          row={row}
          onRemove={() => setRows((all) => all.filter((one) => one.key !== row.key))}
        />
      ))}
      <ChooseFiles more={rows.length > 0} onChoose={(file) => void send(file)} />
      {problem ? <Typography sx={{ color: 'error.main', mt: 1 }}>{problem}</Typography> : null}
    </Box>
  )
}

/** The button opens the browser's own chooser: an input within a button would be two things to reach by keyboard. */
function ChooseFiles({ more, onChoose }: { more: boolean; onChoose: (file: File) => void }) {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          for (const file of event.target.files ?? []) onChoose(file)
          event.target.value = ''
        }}
      />
      <Button variant="outlined" size="small" onClick={() => input.current?.click()}>
        {translate(more ? 'verbs.files.more' : 'verbs.files.choose')}
      </Button>
    </>
  )
}

function FileRow({ row, onRemove }: { row: Row; onRemove: () => void }) {
  const translate = useTranslate()
  const { name, file, problem } = row
  return (
    <Box sx={{ mb: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1, overflowWrap: 'anywhere' }}>{name}</Box>
        {file || problem ? (
          <Button size="small" onClick={onRemove} aria-label={translate('verbs.files.removeOf', { name })}>
            {translate('verbs.files.remove')}
          </Button>
        ) : null}
      </Box>
      {file ? <Fate file={file} /> : null}
      {problem ? (
        <Typography variant="body2" role="alert" sx={{ color: 'error.main' }}>
          {problem}
        </Typography>
      ) : null}
      {!file && !problem ? <LinearProgress aria-label={name} /> : null}
    </Box>
  )
}

function Fate({ file }: { file: FileShownFragment }) {
  return <FileState file={useScanned(file)} />
}
