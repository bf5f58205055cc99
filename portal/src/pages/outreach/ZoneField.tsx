import { ownZone } from '../../format/format.js'
import { Field } from '../../ui/Field.js'
import { counterpartWords as words } from '../../words/appointments.js'

const ALL = Intl.supportedValuesOf('timeZone')

interface ZoneFieldProps {
  label: string
  help: string
  problem: string | undefined
  value: string
  onValue: (zone: string) => void
}

/** One of the world's time zones; the reader's own stands first. */
export function ZoneField({ label, help, problem, value, onValue }: ZoneFieldProps) {
  const near = [...new Set([ownZone(), value])]
  return (
    <Field label={label} help={help} problem={problem}>
      {(tie) => (
        <select {...tie} className="input" value={value} onChange={(event) => onValue(event.target.value)}>
          <optgroup label={words.near}>
            {near.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </optgroup>
          <optgroup label={words.all}>
            {ALL.filter((zone) => !near.includes(zone)).map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  )
}
