import { Choice } from '../../ui/Field.js'
import type { usualTokens } from '../../words/payment-tokens.js'

interface TokensProps {
  name: string
  choices: typeof usualTokens
  token: string
  onPick: (token: string) => void
}

/** The sandbox's means of payment, one of which is chosen. */
export function Tokens({ name, choices, token, onPick }: TokensProps) {
  return (
    <div className="choices">
      {choices.map((choice) => (
        <Choice
          key={choice.token}
          name={name}
          kind="radio"
          label={choice.label}
          note={choice.note}
          checked={token === choice.token}
          onPick={() => onPick(choice.token)}
        />
      ))}
    </div>
  )
}
