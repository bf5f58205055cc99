import type { ReactNode } from 'react'
import { Button } from './Button.js'
import { Dialog } from './Dialog.js'
import { Failure } from './Failure.js'

interface SureDialogProps {
  title: string
  text: ReactNode
  yes: string
  no: string
  stern?: boolean
  pending: boolean
  error: Error | undefined
  onYes: () => void
  onClose: () => void
}

/** Asks once more before something that can't be taken back. */
export function SureDialog({ title, text, yes, no, stern, pending, error, onYes, onClose }: SureDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <Failure error={error} />
      <div className="row">
        <Button kind={stern ? 'stern' : 'primary'} busy={pending} onClick={onYes}>
          {yes}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {no}
        </Button>
      </div>
    </Dialog>
  )
}
