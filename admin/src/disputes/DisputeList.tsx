import Box from '@mui/material/Box'
import { DataTable, useTranslate } from 'react-admin'
import type { DisputeRowFragment } from '../gen/documents.js'
import { ChannelFilter } from '../campaigns/ChannelFilter.js'
import { Countdown } from '../shared/Countdown.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { sentence, StateChip } from '../shared/StateChip.js'
import { statesOf } from '../shared/state-order.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'

const Col = DataTable.Col<DisputeRowFragment>

/** Disputes that are not decided yet, the oldest first; the others on asking. */
export function DisputeList() {
  const translate = useTranslate()
  return (
    <TableList
      title="disputes.title"
      sort={{ field: 'openedAt', order: 'ASC' }}
      defaults={{ status: ['AWAITING_CHANNEL', 'UNDER_REVIEW', 'AWAITING_INFORMATION'] }}
      filters={
        <>
          <FilterChips
            source="status"
            label="disputes.state"
            choices={statesOf('DisputeStatus')}
            words="disputes.states"
          />
          <ChannelFilter />
        </>
      }
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<Quiet>{translate('disputes.empty')}</Quiet>}
      >
        <Col
          source="orderNumber"
          disableSort
          label="disputes.dispute"
          render={(one) => <Which dispute={one} />}
        />
        <Col source="buyerName" disableSort label="campaigns.buyer" sx={wide} />
        <Col source="channelName" disableSort label="campaigns.channel" sx={wide} />
        <Col
          source="status"
          disableSort
          label="disputes.state"
          render={(one) => <StateChip value={one.decision ?? one.status} words="disputes.states" />}
        />
        <Col
          source="openedAt"
          label="disputes.openedAt"
          sx={wide}
          render={(one) => <When at={one.openedAt} relative />}
        />
        <Col
          source="dueAt"
          disableSort
          label="disputes.timeLeft"
          render={(one) => <Countdown at={one.dueAt} />}
        />
      </DataTable>
    </TableList>
  )
}

function Which({ dispute }: { dispute: DisputeRowFragment }) {
  const translate = useTranslate()
  return (
    <>
      <strong>{dispute.orderNumber}</strong>
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
        {translate(`disputes.reasons.${dispute.reason}`, { _: sentence(dispute.reason) })}
      </Box>
    </>
  )
}
