import Chip from '@mui/material/Chip'
import { useListContext, useTranslate } from 'react-admin'

/** Only what somebody has to decide on: not reached, or over and nobody said whether it took place. */
export function ToDecideFilter() {
  const translate = useTranslate()
  const { filterValues, setFilters } = useListContext()
  const { toDecide, ...others } = filterValues
  const on = Boolean(toDecide)
  return (
    <Chip
      size="small"
      clickable
      label={translate('outreach.toDecide')}
      aria-pressed={on}
      color={on ? 'primary' : 'default'}
      variant={on ? 'filled' : 'outlined'}
      onClick={() => setFilters(on ? others : { toDecide: true })}
      sx={{ justifySelf: 'start' }}
    />
  )
}
