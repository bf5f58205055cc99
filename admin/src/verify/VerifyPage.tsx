import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { OnboardingUpdatedDocument, type OnboardingPageFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { PageHead } from '../shared/PageHead.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { AnswersPanel } from './AnswersPanel.js'
import { FilesPanel } from './FilesPanel.js'
import { withNote, type IssueDraft } from './issue-draft.js'
import { contentOf } from './shown-content.js'
import { RevisionsPanel } from './RevisionsPanel.js'
import { useClaimRenewal } from './use-claim-renewal.js'
import { VerifyBar } from './VerifyBar.js'

/** A document to verify: answers on the one side, files on the other, the decision above. */
export function VerifyPage() {
  return <RecordPage<OnboardingPageFragment>>{(doc) => <DocumentShown key={doc.id} doc={doc} />}</RecordPage>
}

function DocumentShown({ doc }: { doc: OnboardingPageFragment }) {
  const translate = useTranslate()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState<IssueDraft>({})
  const [fileId, setFileId] = useState<string>()
  useLive(OnboardingUpdatedDocument, { id: doc.id }, () => {
    void queryClient.invalidateQueries({ queryKey: ['onboardingDocuments'] })
  })
  useClaimRenewal(doc)
  useEffect(() => setDraft({}), [doc.newestRevision?.id, doc.status])

  const marking = doc.availableActions.some(
    (offer) => offer.name === 'requestOnboardingChanges' && offer.allowed,
  )
  const mark = (place: string, note: string | undefined) =>
    setDraft((before) => withNote(before, place, note))
  const marks = { draft, marking, mark }
  const content = contentOf(doc)
  return (
    <>
      <PageHead
        title={translate('verify.pageTitle', { service: doc.serviceName, name: doc.beneficiaryName })}
        kicker={`${translate('verify.order')} ${doc.orderNumber}`}
        state={<StateChip value={doc.status} />}
      />
      <VerifyBar doc={doc} content={content} marks={marks} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'minmax(0,1fr) minmax(0,1fr)' },
        }}
      >
        <Box>
          <AnswersPanel form={doc.form} content={content} marks={marks} onFile={setFileId} />
          <RevisionsPanel doc={doc} />
        </Box>
        <FilesPanel content={content} marks={marks} fileId={fileId} onFile={setFileId} />
      </Box>
    </>
  )
}
