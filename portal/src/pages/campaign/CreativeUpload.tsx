import { useState } from 'react'
import { UploadCreativeDocument, type FilePartsFragment } from '../../gen/operations.js'
import { Failure } from '../../ui/Failure.js'
import { FileDrop } from '../../ui/FileDrop.js'
import { whenScanned } from '../../wire/when-scanned.js'
import { useVerb } from '../../wire/use-verb.js'
import { creativeWords as words } from '../../words/creatives.js'
import { PendingRow } from '../onboarding/FileRow.js'
import { useUploads } from '../onboarding/use-uploads.js'
import type { Campaign, Creative } from './campaign-parts.js'

interface CreativeUploadProps {
  campaign: Campaign
  creative: Creative
  labelledBy: string
  describedBy: string
  onChange: () => void
}

/** Sends a file for a creative: it arrives, is found clean, and becomes the next version. */
export function CreativeUpload({
  campaign,
  creative,
  labelledBy,
  describedBy,
  onChange,
}: CreativeUploadProps) {
  const { run, error } = useVerb(UploadCreativeDocument)
  const [handing, setHanding] = useState<string>()
  const arrived = async (_key: string, file: FilePartsFragment): Promise<void> => {
    setHanding(file.status === 'SCANNING' ? words.scanning : words.handing)
    await whenScanned(file)
    await run({ id: campaign.id, creative: creative.key, fileId: file.id })
    onChange()
    setHanding(undefined)
  }
  const uploads = useUploads((key, file) => void arrived(key, file))
  const busy = handing !== undefined || uploads.pending.some(({ error: lost }) => !lost)
  return (
    <>
      {uploads.pending.map((one) => (
        <PendingRow key={one.id} pending={one} uploads={uploads} />
      ))}
      {handing && (
        <p className="muted small" role="status">
          {handing}
        </p>
      )}
      <Failure error={error} />
      {!busy && (
        <FileDrop
          title={creative.newest ? words.dropAnother : words.drop}
          accept={creative.types}
          room={1}
          {...{ labelledBy, describedBy }}
          onFiles={(files) => uploads.start(creative.key, files)}
        />
      )}
    </>
  )
}
