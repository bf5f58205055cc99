import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useGetIdentity, useListContext, useTranslate } from 'react-admin'
import { usePeople } from './use-people.js'

/** Whose tasks of a list: mine, somebody's, or only those overdue. */
export function TaskPersonFilter() {
  const { filterValues, setFilters } = useListContext()
  return <PersonFilter filter={filterValues} onChange={setFilters} />
}

/** Which tasks are shown, beside their state. */
export interface TaskFilter {
  readonly assigneeId?: string
  readonly overdue?: boolean
}

/** The same without a list around it. */
export function PersonFilter({
  filter,
  onChange,
}: {
  filter: TaskFilter
  onChange: (to: TaskFilter) => void
}) {
  const translate = useTranslate()
  const people = usePeople()
  const { identity } = useGetIdentity()
  const put = (key: keyof TaskFilter, value: unknown) => {
    const { [key]: _, ...others } = filter
    onChange(value ? { ...others, [key]: value } : others)
  }
  const mine = filter.assigneeId === identity?.id
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
        aria-pressed={Boolean(filter.overdue)}
        color={filter.overdue ? 'error' : 'default'}
        variant={filter.overdue ? 'filled' : 'outlined'}
        onClick={() => put('overdue', !filter.overdue)}
      />
      {people.length ? (
        <TextField
          select
          label={translate('tasks.person')}
          value={people.find((one) => one.id === filter.assigneeId)?.id ?? ''}
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
