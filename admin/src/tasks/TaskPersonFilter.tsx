import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useGetIdentity, useListContext, useTranslate } from 'react-admin'
import { usePeople } from './use-people.js'

/** Whose tasks: mine, somebody's, or only those overdue. */
export function TaskPersonFilter() {
  const translate = useTranslate()
  const people = usePeople()
  const { identity } = useGetIdentity()
  const { filterValues, setFilters } = useListContext()
  const put = (key: string, value: unknown) => {
    const { [key]: _, ...others } = filterValues
    setFilters(value ? { ...others, [key]: value } : others)
  }
  const mine = filterValues.assigneeId === identity?.id
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      <Chip
        size="small"
        clickable
        label={translate('tasks.mine')}
        aria-pressed={mine}
        color={mine ? 'primary' : 'default'}
        variant={mine ? 'filled' : 'outlined'}
        onClick={() => put('assigneeId', mine ? undefined : identity?.id)}
      />
      <Chip
        size="small"
        clickable
        label={translate('shared.overdue')}
        aria-pressed={Boolean(filterValues.overdue)}
        color={filterValues.overdue ? 'error' : 'default'}
        variant={filterValues.overdue ? 'filled' : 'outlined'}
        onClick={() => put('overdue', !filterValues.overdue)}
      />
      {people.length ? (
        <TextField
          select
          label={translate('tasks.person')}
          value={people.some((one) => one.id === filterValues.assigneeId) ? filterValues.assigneeId : ''}
          onChange={(event) => put('assigneeId', event.target.value)}
          sx={{ minWidth: 180, m: 0 }}
        >
          <MenuItem value="">{translate('tasks.everyone')}</MenuItem>
          {people.map((one) => (
            <MenuItem key={one.id} value={one.id}>
              {one.name}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
    </Box>
  )
}
