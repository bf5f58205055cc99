import Chip from '@mui/material/Chip'
import { useGetIdentity, useListContext, useTranslate } from 'react-admin'

/** Only what the viewer has answered last. */
export function MineFilter() {
  const translate = useTranslate()
  const { identity } = useGetIdentity()
  const { filterValues, setFilters } = useListContext()
  const { assignedTo, ...others } = filterValues
  const mine = Boolean(assignedTo)
  return (
    <Chip
      size="small"
      clickable
      label={translate('inbox.mine')}
      aria-pressed={mine}
      color={mine ? 'primary' : 'default'}
      variant={mine ? 'filled' : 'outlined'}
      onClick={() => setFilters(mine ? others : { ...others, assignedTo: identity?.id })}
      sx={{ justifySelf: 'start' }}
    />
  )
}
