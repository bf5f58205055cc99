import { calendarDay } from '../../format/format.js'
import { Fact } from '../../ui/Card.js'
import { namesOfTypes } from '../../ui/file-types.js'
import { packageViewWords as words, packageWords } from '../../words/packages.js'

/** What a buyer reads of a package, also while it is being written. */
export interface ShownPackage {
  name: string
  channelName: string | null
  summary: string
  description: string
  /** As people write it. */
  price: string
  startsOn: string
  endsOn: string
  terms: string
  requiredCreatives: readonly {
    key: string
    label: string
    instructions: string
    required: boolean
    types: readonly string[]
  }[]
}

/** A package as buyers see it before they buy: what they get, when, what they send, and the channel's terms. */
export function PackageView({ shown }: { shown: ShownPackage }) {
  const { startsOn, endsOn, requiredCreatives } = shown
  return (
    <div className="stack-tight package-view">
      <div>
        <h3>{shown.name}</h3>
        {shown.channelName && <p className="muted small">{words.by(shown.channelName)}</p>}
      </div>
      <p>{shown.summary}</p>
      <p className="pre">{shown.description}</p>
      <p className="total">
        <span>{shown.price}</span>
      </p>
      <dl className="facts">
        {startsOn && endsOn && (
          <Fact term={words.runs}>{packageWords.dates(calendarDay(startsOn), calendarDay(endsOn))}</Fact>
        )}
        <Fact term={words.needs}>
          {requiredCreatives.length === 0 ? words.nothing : <Needed creatives={requiredCreatives} />}
        </Fact>
      </dl>
      {shown.terms && (
        <details>
          <summary>{words.terms}</summary>
          <p className="pre small">{shown.terms}</p>
        </details>
      )}
    </div>
  )
}

function Needed({ creatives }: { creatives: ShownPackage['requiredCreatives'] }) {
  return (
    <ul className="needed">
      {creatives.map(({ key, label, instructions, required, types }) => (
        <li key={key}>
          {label}{' '}
          <span className="field-extra">
            {required ? words.required : words.optional}, {namesOfTypes(types) || words.anyFile}
          </span>
          {instructions && <span className="muted small">{instructions}</span>}
        </li>
      ))}
    </ul>
  )
}
