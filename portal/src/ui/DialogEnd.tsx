import { Button } from './Button.js'
import { Failure } from './Failure.js'

interface DialogEndProps {
  /** What went wrong and is said nowhere else in the dialogue. */
  error: Error | undefined
  send: string
  back: string
  stern?: boolean | undefined
  busy: boolean
  /** Why it can't be sent now. */
  refusal?: string | null
  onSend: () => void
  onBack: () => void
}

/** How a dialogue ends: what went wrong, the way on, and the way back. */
export function DialogEnd({ error, send, back, stern, busy, refusal, onSend, onBack }: DialogEndProps) {
  return (
    <>
      <Failure error={error} />
      <div className="row">
        <Button kind={stern ? 'stern' : 'primary'} busy={busy} refusal={refusal ?? null} onClick={onSend}>
          {send}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {back}
        </Button>
      </div>
    </>
  )
}
