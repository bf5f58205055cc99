import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { common } from '../words/common.js'
import { Button } from './Button.js'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A modal question. The browser keeps the focus inside, closes it on Escape and gives the focus back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Closed before it leaves the page, so that the browser gives the focus back to where it came from.
  useLayoutEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={onClose}>
      <div className="stack">
        <div className="card-head">
          <h2 id={id}>{title}</h2>
          <Button kind="plain" onClick={onClose}>
            {common.dialogClose}
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
