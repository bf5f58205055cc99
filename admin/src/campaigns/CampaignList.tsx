import Box from '@mui/material/Box'
import { DataTable, useTranslate } from 'react-admin'
import type { CampaignRowFragment } from '../gen/documents.js'
import { Countdown } from '../shared/Countdown.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { statesOf } from '../shared/state-order.js'
import { TableList } from '../shared/TableList.js'
import { wide } from '../shared/wide.js'
import { awaited } from './awaited.js'
import { ChannelFilter } from './ChannelFilter.js'

const Col = DataTable.Col<CampaignRowFragment>

/** What still runs: shown until somebody asks for more. */
const RUNNING = ['AWAITING_ACCEPTANCE', 'ACCEPTED', 'READY', 'COMPLETION_CLAIMED', 'DISPUTED']

/** Campaigns, the one with the least time left first. */
export function CampaignList() {
  const translate = useTranslate()
  return (
    <TableList
      title="campaigns.title"
      sort={{ field: 'dueAt', order: 'ASC' }}
      defaults={{ status: RUNNING }}
      filters={
        <>
          <FilterChips source="status" label="campaigns.state" choices={statesOf('CampaignStatus')} />
          <ChannelFilter />
        </>
      }
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<Quiet>{translate('campaigns.empty')}</Quiet>}
      >
        <Col source="dueAt" label="campaigns.timeLeft" render={(one) => <TimeLeft campaign={one} />} />
        <Col
          source="packageName"
          disableSort
          label="campaigns.campaign"
          render={(one) => <Which campaign={one} />}
        />
        <Col source="channelName" disableSort label="campaigns.channel" sx={wide} />
        <Col source="buyerName" disableSort label="campaigns.buyer" sx={wide} />
        <Col
          source="status"
          disableSort
          label="campaigns.state"
          sx={wide}
          render={(one) => <State campaign={one} />}
        />
      </DataTable>
    </TableList>
  )
}

function TimeLeft({ campaign }: { campaign: CampaignRowFragment }) {
  const translate = useTranslate()
  const what = awaited(campaign)
  return (
    <>
      <Countdown at={campaign.dueAt} />
      {what ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{translate(`campaigns.to.${what}`)}</Box>
      ) : null}
    </>
  )
}

function Which({ campaign }: { campaign: CampaignRowFragment }) {
  return (
    <>
      <strong>{campaign.packageName}</strong>
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{campaign.orderNumber}</Box>
      <Box sx={{ display: { md: 'none' }, mt: 0.5 }}>
        <State campaign={campaign} />
      </Box>
    </>
  )
}

function State({ campaign }: { campaign: CampaignRowFragment }) {
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      <StateChip value={campaign.status} />
      {campaign.outcome ? <StateChip value={campaign.outcome} /> : null}
      {campaign.releaseHeld ? <StateChip value="RELEASE_HELD" /> : null}
    </Box>
  )
}
