import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import { ListBase, useTranslate } from 'react-admin'
import { useParams } from 'react-router-dom'
import { CountedPagination } from '../shared/CountedPagination.js'
import { FilterChips } from '../shared/FilterChips.js'
import { PageHead } from '../shared/PageHead.js'
import { SearchField } from '../shared/SearchField.js'
import { SaveView } from '../views/SaveView.js'
import { ViewBar } from '../views/ViewBar.js'
import { InboxList } from './InboxList.js'
import { MineFilter } from './MineFilter.js'
import { Talk } from './Talk.js'

/** States in which somebody waits for us, the most urgent first. */
const STATES = ['BROKEN', 'AT_RISK', 'WAITING', 'HELD', 'ANSWERED']

/** The feeds of all orders in one place, by the clock: whom to answer first on one side, their talk on the other. */
export function InboxPage() {
  const translate = useTranslate()
  const { id } = useParams()
  return (
    <ListBase resource="inbox" perPage={50} sort={{ field: 'clock', order: 'ASC' }} storeKey="inbox">
      <PageHead title={translate('inbox.title')}>
        <SaveView />
      </PageHead>
      <Box sx={columns}>
        <Box sx={{ minWidth: 0, display: { xs: id ? 'none' : 'block', md: 'block' } }}>
          <Box sx={{ display: 'grid', gap: 1, mb: 1.5 }}>
            <ViewBar />
            <SearchField label="inbox.search" />
            <FilterChips source="state" label="inbox.state" choices={STATES} words="inbox.states" />
            <MineFilter />
          </Box>
          <Card>
            <InboxList chosen={id} />
          </Card>
          <CountedPagination />
        </Box>
        <Box sx={{ minWidth: 0, display: { xs: id ? 'block' : 'none', md: 'block' } }}>
          <Talk key={id} orderId={id} />
        </Box>
      </Box>
    </ListBase>
  )
}

const columns = {
  display: 'grid',
  columnGap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'minmax(300px,2fr) minmax(0,3fr)' },
}
