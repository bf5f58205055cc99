import Box from '@mui/material/Box'
import { usePermissions, useTranslate } from 'react-admin'
import { VerbButtons, type Actionable } from '../verbs/VerbButtons.js'

/** What finance does about it; for the others, that it is finance's to do. */
export function ForFinance({ record }: { record: Actionable }) {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  const allowed = record.availableActions.some((offer) => offer.allowed)
  if (allowed || permissions.includes('FINANCE')) return <VerbButtons record={record} />
  return <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{translate('payouts.forFinance')}</Box>
}
