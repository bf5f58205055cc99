import { useId } from 'react'
import { FileDrop } from '../../ui/FileDrop.js'
import { fileWords, formWords } from '../../words/onboarding.js'
import { GatheredFiles } from '../onboarding/GatheredFiles.js'
import type { Gathered } from '../onboarding/use-gathered.js'

/** As many files as are handed in at once. */
export const MOST_EVIDENCE = 20

interface EvidenceFieldProps {
  label: string
  help: string
  evidence: Gathered
}

/** Files to hand in: chosen or dropped, each with its way and its fate. */
export function EvidenceField({ label, help, evidence }: EvidenceFieldProps) {
  const id = useId()
  const { files, uploads, room } = evidence
  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className="field-label">
        {label} <span className="field-extra">{formWords.optional}</span>
      </span>
      <p id={`${id}-help`} className="field-help">
        {help}
      </p>
      <GatheredFiles gathered={evidence} />
      {room > 0 ? (
        <FileDrop
          title={files.length > 0 ? fileWords.dropMore : fileWords.drop}
          accept={[]}
          room={room}
          labelledBy={`${id}-label`}
          describedBy={`${id}-help`}
          onFiles={(chosen) => uploads.start('evidence', chosen)}
        />
      ) : (
        <p className="field-help">{fileWords.full}</p>
      )}
    </div>
  )
}
