import Button from '@mui/material/Button'
import { useState } from 'react'
import type { VerbName } from '../data/data-provider.js'
import { useVerbLabel } from '../verbs/use-verb.js'
import { VerbDialog } from '../verbs/VerbDialog.js'

/** A button for a verb that makes something new; its dialog asks what is not given. */
export function AskButton(props: { name: VerbName; given?: Record<string, unknown>; main?: boolean }) {
  const { name, given = {}, main } = props
  const label = useVerbLabel()(name)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant={main ? 'contained' : 'outlined'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? (
        <VerbDialog name={name} record={{ id: 'new' }} given={given} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
