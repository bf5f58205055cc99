import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Choice, TextField } from '../../ui/Field.js'
import { TextArea } from '../../ui/TextArea.js'
import { fileKinds, packageFormWords as words } from '../../words/packages.js'
import { blankCreative, type CreativeDraft } from './package-draft.js'
import type { FieldsProps } from './PackageFields.js'

const MOST = 20

/** What the buyer is asked for, in its order. */
export function CreativesFields({ draft, set, problemAt }: FieldsProps) {
  const { creatives } = draft
  const put = (next: CreativeDraft[]): void => set({ creatives: next })
  const change = (at: number, part: Partial<CreativeDraft>): void =>
    put(creatives.map((one, i) => (i === at ? { ...one, ...part } : one)))
  const move = (at: number, to: number): void => {
    const next = creatives.filter((_one, i) => i !== at)
    put(next.toSpliced(to, 0, creatives[at]!))
  }
  return (
    <Card title={words.creatives}>
      <p className="muted">{words.creativesHelp}</p>
      {creatives.length === 0 && <p>{words.noCreatives}</p>}
      <ol className="lines">
        {creatives.map((creative, i) => (
          <li key={creative.id}>
            <CreativeFields
              creative={creative}
              number={i + 1}
              problemAt={(part) => problemAt(`requiredCreatives.${i}.${part}`)}
              onChange={(part) => change(i, part)}
            />
            <Moving
              called={creative.label.trim() || words.creative(i + 1)}
              onUp={i > 0 ? () => move(i, i - 1) : undefined}
              onDown={i < creatives.length - 1 ? () => move(i, i + 1) : undefined}
              onRemove={() => put(creatives.filter((_one, at) => at !== i))}
            />
          </li>
        ))}
      </ol>
      {creatives.length < MOST && (
        <div>
          <Button kind="quiet" onClick={() => put([...creatives, blankCreative()])}>
            {words.addCreative}
          </Button>
        </div>
      )}
    </Card>
  )
}

interface CreativeFieldsProps {
  creative: CreativeDraft
  number: number
  problemAt: (part: string) => string | undefined
  onChange: (part: Partial<CreativeDraft>) => void
}

function CreativeFields({ creative, number, problemAt, onChange }: CreativeFieldsProps) {
  return (
    <fieldset className="stack-tight creative-fields">
      <legend>{words.creative(number)}</legend>
      <TextField
        label={words.label}
        value={creative.label}
        maxLength={120}
        problem={problemAt('label') ?? problemAt('key')}
        onValue={(label) => onChange({ label })}
      />
      <TextArea
        label={words.instructions}
        help={words.instructionsHelp}
        rows={2}
        value={creative.instructions}
        problem={problemAt('instructions')}
        onValue={(instructions) => onChange({ instructions })}
      />
      <Choice
        name={`required-${creative.id}`}
        kind="checkbox"
        checked={creative.required}
        label={words.required}
        note={words.requiredNote}
        onPick={(required) => onChange({ required })}
      />
      <Types creative={creative} problem={problemAt('types')} onChange={onChange} />
    </fieldset>
  )
}

interface TypesProps {
  creative: CreativeDraft
  problem: string | undefined
  onChange: (part: Partial<CreativeDraft>) => void
}

function Types({ creative, problem, onChange }: TypesProps) {
  const has = (types: string[]): boolean => types.some((type) => creative.types.includes(type))
  const pick = (types: string[], checked: boolean): void => {
    const others = creative.types.filter((type) => !types.includes(type))
    onChange({ types: checked ? [...others, ...types] : others })
  }
  return (
    <fieldset className="field">
      <legend>{words.types}</legend>
      <p className="field-help">{words.typesHelp}</p>
      <div className="choices kinds">
        {fileKinds.map(({ types, label }) => (
          <Choice
            key={label}
            name={`types-${creative.id}`}
            kind="checkbox"
            checked={has(types)}
            label={label}
            onPick={(checked) => pick(types, checked)}
          />
        ))}
      </div>
      {problem && <p className="field-problem">{problem}</p>}
    </fieldset>
  )
}

interface MovingProps {
  called: string
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: () => void
}

function Moving({ called, onUp, onDown, onRemove }: MovingProps) {
  return (
    <div className="row moving">
      {onUp && (
        <Button kind="plain" aria-label={words.upOf(called)} onClick={onUp}>
          {words.up}
        </Button>
      )}
      {onDown && (
        <Button kind="plain" aria-label={words.downOf(called)} onClick={onDown}>
          {words.down}
        </Button>
      )}
      <Button kind="plain" aria-label={words.removeOf(called)} onClick={onRemove}>
        {words.remove}
      </Button>
    </div>
  )
}
