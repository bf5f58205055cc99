import Alert from '@mui/material/Alert'
import { useTranslate } from 'react-admin'
import type { CampaignPageFragment } from '../gen/documents.js'

/** Said where the completion mail came back: nothing is released by itself until the buyer has heard of it. */
export function ReleaseHeld({ campaign }: { campaign: CampaignPageFragment }) {
  const translate = useTranslate()
  const resends = campaign.availableActions.some(
    ({ name, allowed }) => name === 'resendCompletionMail' && allowed,
  )
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {translate('campaigns.releaseHeld')} {resends ? translate('campaigns.releaseHeldDo') : null}
    </Alert>
  )
}
