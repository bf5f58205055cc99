import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useGetList, useTranslate } from 'react-admin'
import type { OrganisationRowFragment } from '../gen/documents.js'
import type { AnswerProps } from './answer-props.js'

/** The agency whose client a business is, or none. */
export function AgencyPicker({ label, value, problem, onChange }: AnswerProps) {
  const translate = useTranslate()
  const { data = [] } = useGetList<OrganisationRowFragment>('organisations', {
    filter: { kind: ['AGENCY'] },
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 100 },
  })
  return (
    <TextField
      select
      label={label}
      fullWidth
      error={Boolean(problem)}
      helperText={problem}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <MenuItem value="">{translate('shared.nobody')}</MenuItem>
      {data.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}
