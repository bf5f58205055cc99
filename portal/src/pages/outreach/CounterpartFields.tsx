import { clockIn } from '../../format/format.js'
import { SelectField, TextField } from '../../ui/Field.js'
import { useTradeNow } from '../../wire/trade-clock.js'
import { counterpartWords as words } from '../../words/appointments.js'
import type { CounterpartDraft, CounterpartProblems } from './counterpart-draft.js'
import { ZoneField } from './ZoneField.js'

const MINUTE_MS = 60_000
const LANGUAGES = Object.entries(words.languages).map(([id, name]) => ({ id, name }))

interface CounterpartFieldsProps {
  draft: CounterpartDraft
  problems: CounterpartProblems
  onChange: (draft: CounterpartDraft) => void
}

/** Who an appointment is with: name, mail, telephone, and where they live, so that nobody is called in the night. */
export function CounterpartFields({ draft, problems, onChange }: CounterpartFieldsProps) {
  const now = useTradeNow(MINUTE_MS)
  const put = (change: Partial<CounterpartDraft>): void => onChange({ ...draft, ...change })
  return (
    <div className="stack-tight">
      <TextField
        label={words.name}
        autoComplete="off"
        problem={problems.name}
        value={draft.name}
        onValue={(name) => put({ name })}
      />
      <TextField
        label={words.email}
        type="email"
        autoComplete="off"
        problem={problems.email}
        value={draft.email}
        onValue={(email) => put({ email })}
      />
      <TextField
        label={words.phone}
        type="tel"
        autoComplete="off"
        help={words.phoneHelp}
        problem={problems.phone}
        value={draft.phone}
        onValue={(phone) => put({ phone })}
      />
      <ZoneField
        label={words.zone}
        help={words.zoneNow(clockIn(new Date(now), draft.timeZone))}
        problem={problems.timeZone}
        value={draft.timeZone}
        onValue={(timeZone) => put({ timeZone })}
      />
      <SelectField
        label={words.language}
        problem={problems.locale}
        value={draft.locale}
        options={LANGUAGES}
        onValue={(locale) => put({ locale })}
      />
    </div>
  )
}
