import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { apiKeyWords as words } from '../../words/api-keys.js'

/** A key's fresh secret; null where it got lost on the way. */
export interface Secret {
  id: string
  name: string
  secret: string | null
}

/** Shows a fresh secret this once, to be copied. It lives in this component alone and in no store of the browser. */
export function SecretNotice({ secret: { name, secret }, onDone }: { secret: Secret; onDone: () => void }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => field.current?.select(), [])
  if (secret === null) return <Notice tone="warn" title={words.lost} />
  const copy = async (): Promise<void> => {
    field.current?.select()
    await navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      // Without the clipboard's permission it stays selected, to be copied by hand.
      () => {},
    )
  }
  return (
    <Notice tone="warn" title={words.secretTitle}>
      <p>{words.secretLead}</p>
      <div className="field">
        <label htmlFor={id}>{words.secretOf(name)}</label>
        <input ref={field} id={id} className="input mono" readOnly value={secret} autoComplete="off" />
      </div>
      <p className="small muted">
        {words.header} <span className="mono">authorization: Bearer …</span>
      </p>
      <div className="row">
        <Button kind="quiet" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {words.done}
        </Button>
        <span className="small" role="status">
          {copied && words.copied}
        </span>
      </div>
    </Notice>
  )
}
