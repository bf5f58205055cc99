import { catalogueWords as words } from '../../words/buying.js'
import { datesOf } from '../campaign/dates.js'
import type { Service } from './service-parts.js'

/** A channel's package in short: whose it is, when it runs, and what it needs. */
export function PackageText({ service }: { service: Service }) {
  const { package: version, channelName } = service
  if (!version) return null
  const dates = datesOf(version)
  const labels = version.requiredCreatives.filter(({ required }) => required).map(({ label }) => label)
  return (
    <div className="small">
      <p>
        {[channelName && words.soldBy(channelName), dates && words.runs(dates)].filter(Boolean).join(' · ')}
      </p>
      <p className="muted">{labels.length > 0 ? words.creatives(labels) : words.noCreatives}</p>
    </div>
  )
}
