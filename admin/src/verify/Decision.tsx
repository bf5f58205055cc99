import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { OfferButton, type Offer } from '../verbs/OfferButton.js'
import { useVerb, useVerbLabel } from '../verbs/use-verb.js'
import { ApproveDialog } from './ApproveDialog.js'
import type { BarProps } from './bar-props.js'
import { toIssues } from './issue-draft.js'

const decidable = new Set(['SUBMITTED', 'IN_REVIEW'])

/** Send back with the issues marked, or approve; each says what is missing for it. */
export function Decision({ doc, content, marks }: BarProps) {
  const label = useVerbLabel()
  const translate = useTranslate()
  const [approving, setApproving] = useState(false)
  const { run, pending } = useVerb('requestOnboardingChanges')
  const issues = toIssues(marks.draft, (id) => content.files.find(({ file }) => file.id === id)?.key)
  const revisionId = doc.newestRevision?.id ?? ''
  const offer = (name: string): Offer | undefined => {
    const offered = doc.availableActions.find((one) => one.name === name)
    if (!offered || !decidable.has(doc.status)) return undefined
    return doc.status === 'SUBMITTED' ? { ...offered, message: translate('verify.claimFirst') } : offered
  }
  const back = offer('requestOnboardingChanges')
  const approve = offer('approveOnboarding')
  const unmarked = back?.allowed && !issues.length
  return (
    <>
      {back ? (
        <OfferButton
          offer={unmarked ? { ...back, allowed: false, message: translate('verify.markFirst') } : back}
          color="warning"
          disabled={pending}
          onClick={() => void run({ id: doc.id, revisionId, issues }, doc.version)}
        >
          {label('requestOnboardingChanges')}
          {issues.length ? ` (${issues.length})` : ''}
        </OfferButton>
      ) : null}
      {approve ? (
        <OfferButton offer={approve} variant="contained" onClick={() => setApproving(true)}>
          {label('approveOnboarding')}…
        </OfferButton>
      ) : null}
      {approving ? <ApproveDialog doc={doc} onClose={() => setApproving(false)} /> : null}
    </>
  )
}
