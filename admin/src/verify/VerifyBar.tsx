import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useGetIdentity, useTranslate } from 'react-admin'
import type { OnboardingPageFragment } from '../gen/documents.js'
import { QueueWalk } from '../shared/QueueWalk.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { wholePlace } from './issue-draft.js'
import type { BarProps } from './bar-props.js'
import { Decision } from './Decision.js'
import { IssueNotes } from './IssueNotes.js'
import { MarkIssue } from './MarkIssue.js'
import { useVerifyQueue } from './use-verify-queue.js'

const drawnHere = ['approveOnboarding', 'requestOnboardingChanges', 'saveOnboardingDraft', 'submitOnboarding']

/** Claim, send back or approve, and the way through the queue. */
export function VerifyBar({ doc, content, marks }: BarProps) {
  const translate = useTranslate()
  const { identity } = useGetIdentity()
  const queue = useVerifyQueue()
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
        <QueueWalk
          ids={queue}
          id={doc.id}
          label={translate('verify.queue')}
          to={(id) => `/onboardingDocuments/${id}/show`}
        />
      </Box>
      <IssueNotes issues={content.issues.filter((issue) => !issue.fieldKey && !issue.fileId)} />
    </Paper>
  )
}

function whose(doc: OnboardingPageFragment, translate: ReturnType<typeof useTranslate>): string {
  if (doc.reviewer) return translate('verify.with', { name: doc.reviewer.name })
  const { suggestedReviewer } = doc
  return suggestedReviewer
    ? translate('verify.suggested', { name: suggestedReviewer.name })
    : translate('verify.unclaimed')
}
