import { moment } from '../../format/format.js'
import { PackageToChangeDocument, type PackageToChangeQuery } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { channelsOf, type Viewer } from '../../shell/viewer.js'
import { Card } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { packageFormWords as words, packageWords } from '../../words/packages.js'
import { PackageEditor } from './PackageEditor.js'

/** A package that is added. */
export function NewPackagePage({ viewer }: { viewer: Viewer }) {
  const channels = channelsOf(viewer)
  if (channels.length === 0) return <Missing />
  return (
    <Page title={words.addTitle} action={<Back />}>
      <PackageEditor channels={channels} />
    </Page>
  )
}

/** A package that is changed. */
export function PackagePage({ id, viewer }: { id: string; viewer: Viewer }) {
  const { data, error, reload } = useRead(PackageToChangeDocument, { id })
  const channels = channelsOf(viewer)
  const found = data?.service
  if (data && !channels.some((channel) => channel.id === found?.channelId)) return <Missing />
  return (
    <Page
      title={found ? words.changeTitle(found.name) : packageWords.title}
      lead={words.lead}
      action={<Back />}
    >
      <Failure error={error} onRetry={() => void reload()} />
      {!data && !error && <Bones />}
      {found && (
        <PackageEditor key={found.version} channels={channels} from={found} onStale={() => void reload()} />
      )}
      {found && <Versions service={found} />}
    </Page>
  )
}

function Back() {
  return <Link to="/packages">{packageWords.back}</Link>
}

function Versions({ service }: { service: NonNullable<PackageToChangeQuery['service']> }) {
  const versions = service.packageVersions?.nodes ?? []
  return (
    <Card title={words.versions}>
      <ul className="lines">
        {versions.map(({ id, version, publishedAt, publishedBy }) => (
          <li key={id}>
            <div className="row row-apart">
              <strong>{words.version(version)}</strong>
              <span className="muted small">
                {words.versionLine(moment(publishedAt), publishedBy?.name ?? words.us)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
