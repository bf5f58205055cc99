import type { ReactNode } from 'react'
import { Dialog } from './Dialog.js'
import { DialogEnd } from './DialogEnd.js'

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
      <DialogEnd
        error={error}
        send={yes}
        back={no}
        stern={stern}
        busy={pending}
        onSend={onYes}
        onBack={onClose}
      />
    </Dialog>
  )
}
