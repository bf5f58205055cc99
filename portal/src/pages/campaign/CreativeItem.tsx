import { useId } from 'react'
import { moment } from '../../format/format.js'
import { Chip } from '../../ui/Card.js'
import { namesOfTypes } from '../../ui/file-types.js'
import type { Side } from '../../words/campaigns.js'
import { creativeStates, creativeWords as words } from '../../words/creatives.js'
import { FileRow } from '../onboarding/FileRow.js'
import type { Campaign, Creative } from './campaign-parts.js'
import { CreativeUpload } from './CreativeUpload.js'
import { DecideCreative } from './DecideCreative.js'

export interface CreativeItemProps {
  campaign: Campaign
  creative: Creative
  side: Side
  /** Whether versions may still be sent and decided on. */
  gathering: boolean
  onChange: () => void
}

/** One required asset: what it must be like, its newest version with what was said of it, and the versions before. */
export function CreativeItem({ campaign, creative, side, gathering, onChange }: CreativeItemProps) {
  const id = useId()
  const { label, instructions, required, types, newest, versions } = creative
  const earlier = versions
    .filter((version) => version.id !== newest?.id)
    .toSorted((a, b) => b.number - a.number)
  const accepted = namesOfTypes(types)
  const by = campaign.buyerName
  return (
    <div className="stack-tight" role="group" aria-labelledby={id}>
      <div className="row row-apart">
        <h3 id={id}>
          {label} <span className="field-extra">{required ? words.required : words.optional}</span>
        </h3>
        {newest && (
          <Chip tone={creativeStates[newest.status].tone}>{creativeStates[newest.status].label}</Chip>
        )}
      </div>
      <p id={`${id}-help`} className="muted small">
        {[instructions, accepted && words.accepted(accepted)].filter(Boolean).join(' ')}
      </p>
      {newest ? (
        <VersionText version={newest} {...{ label, by }} />
      ) : (
        <p className="muted">{side === 'BUYER' ? words.missing : words.missingChannel}</p>
      )}
      {gathering && newest && side === 'CHANNEL' && (
        <DecideCreative version={newest} label={label} onChange={onChange} />
      )}
      {gathering && side === 'BUYER' && (
        <CreativeUpload {...{ campaign, creative, onChange }} labelledBy={id} describedBy={`${id}-help`} />
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <div className="stack-tight">
            {earlier.map((version) => (
              <VersionText key={version.id} version={version} {...{ label, by }} old />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

interface VersionTextProps {
  version: Creative['versions'][number]
  label: string
  /** Who sent it where its sender is not the reader's to see. */
  by: string
  old?: boolean
}

function VersionText({ version, label, by, old = false }: VersionTextProps) {
  const { number, uploadedBy, uploadedAt, file, status, reason } = version
  const picture = !old && file?.viewUrl && file.type.startsWith('image/') ? file.viewUrl : null
  return (
    <div className="stack-tight">
      <p className="small muted row">
        <span>{words.version(number, uploadedBy?.name ?? by, moment(uploadedAt))}</span>
        {old && (
          <Chip tone="plain">{status === 'REJECTED' ? creativeStates.REJECTED.label : words.replaced}</Chip>
        )}
      </p>
      {picture && <img className="creative-picture" src={picture} alt={words.preview(label)} />}
      {file && <FileRow file={file} />}
      {status === 'REJECTED' && (
        <div className="issue">
          <span className="issue-title">{words.rejected}</span>
          <span className="pre">{reason}</span>
        </div>
      )}
    </div>
  )
}
