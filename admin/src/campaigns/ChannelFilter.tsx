import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useGetList, useListContext, useTranslate } from 'react-admin'
import type { OrganisationRowFragment } from '../gen/documents.js'

/** Only what one channel runs. */
export function ChannelFilter() {
  const translate = useTranslate()
  const { filterValues, setFilters } = useListContext()
  const { data: channels = [] } = useGetList<OrganisationRowFragment>('organisations', {
    filter: { kind: ['CHANNEL'] },
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 100 },
  })
  const { channelId, ...others } = filterValues
  const choose = (id: string) => setFilters(id ? { ...others, channelId: id } : others)
  return (
    <TextField
      select
      label={translate('campaigns.channel')}
      value={channels.some(({ id }) => id === channelId) ? channelId : ''}
      onChange={(event) => choose(event.target.value)}
      sx={{ minWidth: 200, m: 0, justifySelf: 'start' }}
    >
      <MenuItem value="">{translate('campaigns.everyChannel')}</MenuItem>
      {channels.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}
