import { useId, useState } from 'react'
import type { PreferencePartsFragment } from '../../gen/operations.js'
import { Chip } from '../../ui/Card.js'
import { preferenceWords as words } from '../../words/preferences.js'

type Kind = PreferencePartsFragment['kind']

interface ChoicesProps {
  choices: readonly PreferencePartsFragment[]
  busy: boolean
  onChoose: (kind: Kind, on: boolean) => Promise<void>
}

/** Every kind of mail with its switch; those that always come are shown as such. A change counts at once. */
export function Choices({ choices, busy, onChoose }: ChoicesProps) {
  const [told, setTold] = useState('')
  const choose = async (kind: Kind, on: boolean): Promise<void> => {
    setTold('')
    await onChoose(kind, on)
    setTold(words.saved(words.kinds[kind], on))
  }
  return (
    <section className="card">
      <ul className="mail-kinds">
        {choices.map((choice) => (
          <ChoiceRow key={choice.kind} choice={choice} busy={busy} onChoose={choose} />
        ))}
      </ul>
      <p className="unseen" role="status">
        {told}
      </p>
    </section>
  )
}

type RowProps = Pick<ChoicesProps, 'busy' | 'onChoose'> & { choice: PreferencePartsFragment }

function ChoiceRow({ choice, busy, onChoose }: RowProps) {
  const { kind, about, isOn, canBeSwitched } = choice
  const id = useId()
  return (
    <li>
      <div>
        <label htmlFor={canBeSwitched ? id : undefined}>{words.kinds[kind]}</label>
        <p className="muted small" id={`${id}-about`}>
          {about}
        </p>
      </div>
      {canBeSwitched ? (
        <input
          type="checkbox"
          role="switch"
          className="switch"
          id={id}
          aria-describedby={`${id}-about`}
          checked={isOn}
          aria-checked={isOn}
          aria-disabled={busy}
          onChange={() => busy || void onChoose(kind, !isOn)}
        />
      ) : (
        <Chip tone="plain">{words.always}</Chip>
      )}
    </li>
  )
}
