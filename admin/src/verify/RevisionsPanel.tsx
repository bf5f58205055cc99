import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { OnboardingPageFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { When } from '../shared/When.js'
import { IssueNotes } from './IssueNotes.js'
import { changesBetween } from './revision-changes.js'

/** Every submission, newest first: who, when, what changed, and what was found wrong with it. */
export function RevisionsPanel({ doc }: { doc: OnboardingPageFragment }) {
  const translate = useTranslate()
  const revisions = [...doc.revisions].sort((a, b) => a.number - b.number)
  return (
    <Panel title={translate('verify.revisions')}>
      {revisions.length ? null : <Quiet>{translate('verify.noRevisions')}</Quiet>}
      {revisions
        .map((revision, index) => (
          <Box key={revision.id} sx={{ mb: 2, '&:last-of-type': { mb: 0 } }}>
            <Typography variant="h3">
              {translate('verify.revision', { number: revision.number })}
              <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
                {' '}
                · {revision.submittedBy.name} · <When at={revision.submittedAt} />
              </Box>
            </Typography>
            {index ? <Changes doc={doc} changes={changesBetween(revisions[index - 1], revision)} /> : null}
            <Box sx={{ display: 'grid', gap: 0.5, mt: 0.5 }}>
              <IssueNotes issues={revision.issues} placeOf={({ fieldKey }) => labelOf(doc, fieldKey)} />
            </Box>
          </Box>
        ))
        .toReversed()}
    </Panel>
  )
}

function Changes({
  doc,
  changes,
}: {
  doc: OnboardingPageFragment
  changes: ReturnType<typeof changesBetween>
}) {
  const translate = useTranslate()
  if (!changes.length) return <Quiet>{translate('verify.unchanged')}</Quiet>
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {changes.map(({ key, before, after }) => (
        <Box component="li" key={key} sx={{ overflowWrap: 'anywhere' }}>
          {labelOf(doc, key) ?? key}:{' '}
          {before ? (
            <Box component="del" sx={{ color: 'text.secondary' }}>
              {before}
            </Box>
          ) : null}{' '}
          {after ? <ins>{after}</ins> : translate('verify.removed')}
        </Box>
      ))}
    </Box>
  )
}

function labelOf(doc: OnboardingPageFragment, key: string | null): string | undefined {
  return doc.form?.fields.find((field) => field.key === key)?.label
}
