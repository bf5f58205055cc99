import { useId, type ButtonHTMLAttributes } from 'react'

type Kind = 'primary' | 'quiet' | 'plain' | 'stern'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  kind?: Kind
  busy?: boolean
  /** Why it can't be used now: shown under it and read with it. Undefined or null where it can. */
  refusal?: string | null
  wide?: boolean
}

/** A button. One that can't be used stays reachable by keyboard and says why. */
export function Button({
  kind = 'primary',
  busy,
  refusal,
  wide,
  onClick,
  children,
  type,
  ...rest
}: ButtonProps) {
  const blocked = Boolean(refusal) || busy
  const id = useId()
  const why = refusal ? id : undefined
  const button = (
    <button
      {...rest}
      type={type ?? 'button'}
      className={classOf(kind, wide)}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      aria-describedby={why}
      onClick={(event) => (blocked ? event.preventDefault() : onClick?.(event))}
    >
      {children}
    </button>
  )
  if (!refusal) return button
  return (
    <div className="stack-tight">
      {button}
      <p id={why} className="why">
        {refusal}
      </p>
    </div>
  )
}

/** The class names of a button, for links that look like one. */
export function classOf(kind: Kind = 'primary', wide = false): string {
  return ['button', kind === 'primary' ? '' : `button-${kind}`, wide ? 'button-wide' : '']
    .filter(Boolean)
    .join(' ')
}
