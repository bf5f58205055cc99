import type { Visibility } from '../../gen/operations.js'
import { Choice } from '../../ui/Field.js'
import { orderPageWords as words } from '../../words/order.js'
import type { Talk } from './talk.js'

interface ReadersProps {
  order: Talk
  buys: boolean
  visibility: Visibility
  onPick: (visibility: Visibility) => void
}

/** Who reads what is written: a choice where there is one, else said. */
export function Readers({ order, buys, visibility, onPick }: ReadersProps) {
  const other = order.channel ?? order.beneficiary
  if (!buys) return <p className="muted small">{words.toPartiesOnly(order.buyer?.name ?? null)}</p>
  if (!other || (!order.channel && order.beneficiary?.id === order.buyer?.id)) return null
  const choices = [
    { to: 'BUYER' as const, label: words.toBuyer, note: words.toBuyerNote(other.name) },
    {
      to: 'PARTIES' as const,
      label: order.channel ? words.toChannel(other.name) : words.toParties(other.name),
    },
  ]
  return (
    <fieldset className="field">
      <legend>{words.visibility}</legend>
      <div className="choices">
        {(order.channel ? choices.toReversed() : choices).map(({ to, label, note }) => (
          <Choice
            key={to}
            name="visibility"
            kind="radio"
            {...{ label, note }}
            checked={visibility === to}
            onPick={() => onPick(to)}
          />
        ))}
      </div>
    </fieldset>
  )
}
