import { Card } from '../../ui/Card.js'
import { SelectField, TextField } from '../../ui/Field.js'
import { TextArea } from '../../ui/TextArea.js'
import { packageFormWords as words } from '../../words/packages.js'
import type { PackageDraft } from './package-draft.js'

/** What a part of the form writes: the draft, and what was refused of it, by the path of a field. */
export interface FieldsProps {
  draft: PackageDraft
  set: (change: Partial<PackageDraft>) => void
  problemAt: (path: string) => string | undefined
}

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN', 'JPY']

/** What it is called, says and costs. */
export function AboutFields({ draft, set, problemAt }: FieldsProps) {
  const currencies = [...new Set([...CURRENCIES, draft.currency])].map((id) => ({ id, name: id }))
  return (
    <Card title={words.about}>
      <TextField
        label={words.name}
        value={draft.name}
        maxLength={120}
        problem={problemAt('name')}
        onValue={(name) => set({ name })}
      />
      <TextField
        label={words.summary}
        help={words.summaryHelp}
        value={draft.summary}
        maxLength={200}
        problem={problemAt('summary')}
        onValue={(summary) => set({ summary })}
      />
      <TextArea
        label={words.description}
        value={draft.description}
        problem={problemAt('description')}
        onValue={(description) => set({ description })}
      />
      <div className="pair">
        <TextField
          label={words.price}
          value={draft.amount}
          inputMode="decimal"
          autoComplete="off"
          problem={problemAt('price.amount')}
          onValue={(amount) => set({ amount })}
        />
        <SelectField
          label={words.currency}
          value={draft.currency}
          options={currencies}
          problem={problemAt('price.currency')}
          onValue={(currency) => set({ currency })}
        />
      </div>
      <p className="field-help">{words.priceHelp}</p>
    </Card>
  )
}

/** From when to when it runs. */
export function DatesFields({ draft, set, problemAt }: FieldsProps) {
  return (
    <Card title={words.when}>
      <div className="pair">
        <TextField
          label={words.startsOn}
          type="date"
          value={draft.startsOn}
          problem={problemAt('startsOn')}
          onValue={(startsOn) => set({ startsOn })}
        />
        <TextField
          label={words.endsOn}
          type="date"
          value={draft.endsOn}
          problem={problemAt('endsOn')}
          onValue={(endsOn) => set({ endsOn })}
        />
      </div>
    </Card>
  )
}

/** The channel's own terms for it. */
export function TermsField({ draft, set, problemAt }: FieldsProps) {
  return (
    <Card title={words.terms}>
      <TextArea
        label={words.termsLabel}
        help={words.termsHelp}
        rows={7}
        value={draft.terms}
        problem={problemAt('terms')}
        onValue={(terms) => set({ terms })}
      />
    </Card>
  )
}
