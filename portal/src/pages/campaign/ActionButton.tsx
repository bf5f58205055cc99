import type { ReactNode } from 'react'
import type { ActionPartsFragment } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { whyOff, type Whys } from './campaign-parts.js'

interface ActionButtonProps {
  /** What the API says of the verb; nothing is drawn where it is not the viewer's. */
  action: ActionPartsFragment | undefined
  /** What is said in place of the usual words where it is off for a reason. */
  whys?: Whys
  kind?: 'primary' | 'quiet' | 'plain' | 'stern'
  busy?: boolean
  label?: string
  onClick: () => void
  children: ReactNode
}

/** The button of one verb, drawn from `availableActions`: off with its reason where it can't be taken now. */
export function ActionButton({ action, whys, kind, busy, label, onClick, children }: ActionButtonProps) {
  if (!action) return null
  return (
    <Button kind={kind} busy={busy} aria-label={label} refusal={whyOff(action, whys)} onClick={onClick}>
      {children}
    </Button>
  )
}
