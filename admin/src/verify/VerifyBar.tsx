import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useGetIdentity, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import type { OnboardingPageFragment } from '../gen/documents.js'
import { When } from '../shared/When.js'
import { useVerb, useVerbLabel } from '../verbs/use-verb.js'
import { VerbButtons, WhyTooltip } from '../verbs/VerbButtons.js'
import { ApproveDialog } from './ApproveDialog.js'
import { toIssues, wholePlace } from './issue-draft.js'
import { IssueNotes } from './IssueNotes.js'
import { MarkIssue, type Marks } from './MarkIssue.js'
import type { Content } from './shown-content.js'
import { useQueueKeys, useVerifyQueue } from './use-verify-queue.js'

const drawnHere = ['approveOnboarding', 'requestOnboardingChanges', 'saveOnboardingDraft', 'submitOnboarding']

interface BarProps {
  doc: OnboardingPageFragment
  content: Content
  marks: Marks
}

/** Claim, send back or approve, and the way through the queue. */
export function VerifyBar({ doc, content, marks }: BarProps) {
  const translate = useTranslate()
  const { identity } = useGetIdentity()
  const mine = doc.status === 'IN_REVIEW' && doc.reviewer?.id === identity?.id
  return (
    <Paper
      variant="outlined"
      sx={{ position: 'sticky', top: { xs: 52, sm: 50 }, zIndex: 5, p: 1, px: 2, mb: 2 }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ flex: '1 1 200px', color: 'text.secondary' }}>
          {whose(doc, translate)}
          {doc.reviewer && doc.claimedUntil ? (
            <>
              {' '}
              · {translate('verify.until')} <When at={doc.claimedUntil} />
            </>
          ) : null}
        </Typography>
        <MarkIssue
          marks={marks}
          place={wholePlace}
          what={translate('verify.whole')}
          label="verify.markWhole"
        />
        <VerbButtons record={doc} except={mine ? [...drawnHere, 'claimOnboarding'] : drawnHere} />
        <Decision doc={doc} content={content} marks={marks} />
        <QueueWalk id={doc.id} />
      </Box>
      <IssueNotes issues={content.issues.filter((issue) => !issue.fieldKey && !issue.fileId)} />
    </Paper>
  )
}

function Decision({ doc, content, marks }: BarProps) {
  const label = useVerbLabel()
  const translate = useTranslate()
  const [approving, setApproving] = useState(false)
  const { run, pending } = useVerb('requestOnboardingChanges')
  const issues = toIssues(marks.draft, (id) => content.files.find(({ file }) => file.id === id)?.key)
  const revisionId = doc.newestRevision?.id ?? ''
  const offers = Object.fromEntries(doc.availableActions.map((offer) => [offer.name, offer]))
  const { requestOnboardingChanges: back, approveOnboarding: approve } = offers
  return (
    <>
      {back ? (
        <WhyTooltip
          offer={
            back.allowed && !issues.length
              ? { ...back, allowed: false, message: translate('verify.markFirst') }
              : back
          }
        >
          <Button
            variant="outlined"
            color="warning"
            aria-disabled={!back.allowed || !issues.length || undefined}
            disabled={pending}
            sx={back.allowed && issues.length ? undefined : { opacity: 0.62 }}
            onClick={() =>
              back.allowed && issues.length && void run({ id: doc.id, revisionId, issues }, doc.version)
            }
          >
            {label('requestOnboardingChanges')}
            {issues.length ? ` (${issues.length})` : ''}
          </Button>
        </WhyTooltip>
      ) : null}
      {approve ? (
        <WhyTooltip offer={approve}>
          <Button
            variant="contained"
            aria-disabled={!approve.allowed || undefined}
            sx={approve.allowed ? undefined : { opacity: 0.62 }}
            onClick={() => approve.allowed && setApproving(true)}
          >
            {label('approveOnboarding')}…
          </Button>
        </WhyTooltip>
      ) : null}
      {approving ? <ApproveDialog doc={doc} onClose={() => setApproving(false)} /> : null}
    </>
  )
}

function QueueWalk({ id }: { id: string }) {
  const translate = useTranslate()
  const { next, previous, position, length } = useVerifyQueue(id)
  useQueueKeys(next, previous)
  return (
    <Box
      component="nav"
      aria-label={translate('verify.queue')}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <Button
        disabled={!previous}
        component={Link}
        to={`/onboardingDocuments/${previous}/show`}
        aria-keyshortcuts="k"
      >
        {translate('verify.previous')}
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {position
          ? translate('verify.position', { position, length })
          : translate('verify.inQueue', { smart_count: length })}
      </Typography>
      <Button
        disabled={!next}
        component={Link}
        to={`/onboardingDocuments/${next}/show`}
        aria-keyshortcuts="j n"
      >
        {translate('verify.next')}
      </Button>
    </Box>
  )
}

function whose(doc: OnboardingPageFragment, translate: ReturnType<typeof useTranslate>): string {
  if (doc.reviewer) return translate('verify.with', { name: doc.reviewer.name })
  const { suggestedReviewer } = doc
  return suggestedReviewer
    ? translate('verify.suggested', { name: suggestedReviewer.name })
    : translate('verify.unclaimed')
}
