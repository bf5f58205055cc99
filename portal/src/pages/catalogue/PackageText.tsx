import { Link } from '../../router/router.js'
import { catalogueWords as words } from '../../words/buying.js'
import { datesOf } from '../campaign/dates.js'
import type { Service } from './service-parts.js'

/** What there is to know of a channel's package before buying it: when it runs, what it needs, and its terms. */
export function PackageText({ service }: { service: Service }) {
  const { package: version, channelName } = service
  if (!version) return null
  const dates = datesOf(version)
  const labels = version.requiredCreatives.map(({ label, required }) =>
    required ? label : words.optionalCreative(label),
  )
  return (
    <div className="stack-tight small">
      <p>
        {[channelName && words.soldBy(channelName), dates && words.runs(dates)].filter(Boolean).join(' · ')}
      </p>
      <p className="muted">{labels.length > 0 ? words.creatives(labels) : words.noCreatives}</p>
      {version.terms && (
        <details>
          <summary>{words.terms}</summary>
          <p className="pre">{service.description}</p>
          <p className="pre">{version.terms}</p>
          <p>
            <Link to="/terms#campaigns">{words.ourTerms}</Link>
          </p>
        </details>
      )}
    </div>
  )
}
