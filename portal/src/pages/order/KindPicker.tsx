import { useId } from 'react'
import type { MessageKind } from '../../gen/operations.js'
import { talkWords as words } from '../../words/talk.js'

const KINDS = Object.keys(words.kinds) as MessageKind[]

/** What somebody is about to write: something to tell, a question, or a request for the status. */
export function KindPicker({ kind, onPick }: { kind: MessageKind; onPick: (kind: MessageKind) => void }) {
  const name = useId()
  return (
    <fieldset className="kinds">
      <legend className="unseen">{words.kind}</legend>
      {KINDS.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={kind === one} onChange={() => onPick(one)} />
          <span>{words.kinds[one].label}</span>
        </label>
      ))}
      <p className="muted small">{words.kinds[kind].note}</p>
    </fieldset>
  )
}
