import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUncheckedOutlined'
import Box from '@mui/material/Box'
import { useTranslate } from 'react-admin'
import type { CampaignAgreedFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Day } from './Day.js'

const items = ['materials', 'connected', 'estimateGiven', 'available'] as const

/** What the channel said of itself when it marked the campaign complete. It is recorded, and was never a hurdle. */
export function ChecklistPanel({ campaign }: { campaign: CampaignAgreedFragment }) {
  const translate = useTranslate()
  const { checklist, estimatedOn } = campaign
  if (!checklist) return null
  return (
    <Panel title={translate('campaigns.checklist')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
        {items.map((item) => (
          <Box component="li" key={item} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            {checklist[item] ? (
              <CheckCircle fontSize="small" sx={{ color: 'success.main' }} aria-hidden />
            ) : (
              <RadioButtonUnchecked fontSize="small" sx={{ color: 'text.secondary' }} aria-hidden />
            )}
            <span>
              {translate(`campaigns.check.${item}`)}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' '}
                – {translate(checklist[item] ? 'campaigns.ticked' : 'campaigns.notTicked')}
              </Box>
            </span>
          </Box>
        ))}
      </Box>
      <Box sx={{ mt: 1.5 }}>
        {translate('campaigns.estimatedOn')}:{' '}
        {estimatedOn ? <Day of={estimatedOn} /> : translate('campaigns.noEstimate')}
      </Box>
    </Panel>
  )
}
