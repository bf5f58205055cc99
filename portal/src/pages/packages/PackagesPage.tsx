import { PackagesDocument } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { channelsOf, type Viewer } from '../../shell/viewer.js'
import { classOf } from '../../ui/Button.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { packageWords as words } from '../../words/packages.js'
import { PackageCard } from './PackageCard.js'

/** What a channel sells: on sale, in preparation and taken off. */
export function PackagesPage({ viewer }: { viewer: Viewer }) {
  const channels = channelsOf(viewer).map(({ id }) => id)
  const { data, error, loading, reload } = useRead(PackagesDocument, { channels })
  const packages = data?.services.nodes ?? []
  if (channels.length === 0) return <Missing />
  const add = (
    <Link to="/packages/new" className={classOf()}>
      {words.add}
    </Link>
  )
  return (
    <Page title={words.title} lead={words.lead} action={packages.length > 0 && add}>
      <Failure error={error} onRetry={() => void reload()} />
      {loading && <Bones />}
      {data && packages.length === 0 && (
        <div className="card empty">
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
          {add}
        </div>
      )}
      <ul className="shelf">
        {packages.map((one) => (
          <li key={one.id} className="card">
            <PackageCard shown={one} named={channels.length > 1} onChange={reload} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
