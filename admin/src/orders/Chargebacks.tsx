import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { PaymentCardFragment } from '../gen/documents.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'

/** What the buyer's bank wants back of an order's payment, and settling it. */
export function Chargebacks({ chargebacks }: Pick<PaymentCardFragment, 'chargebacks'>) {
  const translate = useTranslate()
  if (!chargebacks.length) return null
  return (
    <Box sx={{ px: 2, pt: 2 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {translate('orders.chargebacks')}
      </Typography>
      {chargebacks.map((one) => (
        <Box key={one.id} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
          <StateChip value={one.status} />
          <strong>{one.amount.formatted}</strong>
          <When at={one.openedAt} />
          {one.status === 'OPEN' && one.bankSays ? translate(`payouts.bankSays.${one.bankSays}`) : null}
          <VerbButtons record={one} compact />
        </Box>
      ))}
    </Box>
  )
}
