import type { OrderStage } from '../../gen/operations.js'
import { Field } from '../../ui/Field.js'
import { orderWords as words, stageGroups, stageWords } from '../../words/orders.js'

/** What is not paid yet is between its buyer and us. */
export const UNPAID: OrderStage[] = ['AWAITING_PAYMENT']

interface StageFilterProps {
  /** Whether the reader buys: others are not told of what is not paid yet. */
  buys: boolean
  /** The stage whose orders are shown; null shows all. */
  stage: OrderStage | null
  onPick: (stage: OrderStage | null) => void
}

/** Orders of one stage, or all of them; each kind of order has its stages under its name. */
export function StageFilter({ buys, stage, onPick }: StageFilterProps) {
  const pick = (value: string): void => onPick(value === '' ? null : (value as OrderStage))
  return (
    <Field label={words.stage}>
      {(tie) => (
        <select {...tie} className="input" value={stage ?? ''} onChange={(event) => pick(event.target.value)}>
          <option value="">{words.all}</option>
          {stageGroups.map(({ label, stages }) => (
            <optgroup key={label} label={label}>
              {stages
                .filter((name) => buys || !UNPAID.includes(name))
                .map((name) => (
                  <option key={name} value={name}>
                    {stageWords[name].label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
