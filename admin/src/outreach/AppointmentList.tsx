import Box from '@mui/material/Box'
import { DataTable, useTranslate } from 'react-admin'
import type { AppointmentRowFragment } from '../gen/documents.js'
import { Countdown } from '../shared/Countdown.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { SearchField } from '../shared/SearchField.js'
import { StateChip } from '../shared/StateChip.js'
import { statesOf } from '../shared/state-order.js'
import { TableList } from '../shared/TableList.js'
import { useNow } from '../shared/use-now.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { awaitedOf } from './awaited-of.js'
import { LocalTime } from './LocalTime.js'
import { ToDecideFilter } from './ToDecideFilter.js'
import { TO_REACH } from './use-call-sheet.js'

const Col = DataTable.Col<AppointmentRowFragment>

/** The call sheet: whom to reach, the one with the least time left first; and every other appointment. */
export function AppointmentList() {
  const translate = useTranslate()
  return (
    <TableList
      title="outreach.title"
      sort={{ field: 'dueAt', order: 'ASC' }}
      defaults={{ status: TO_REACH }}
      filters={
        <>
          <SearchField label="outreach.search" />
          <FilterChips source="status" label="outreach.state" choices={statesOf('AppointmentStatus')} />
          <ToDecideFilter />
        </>
      }
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<Quiet>{translate('outreach.empty')}</Quiet>}
      >
        <Col source="dueAt" label="outreach.timeLeft" render={(one) => <TimeLeft appointment={one} />} />
        <Col disableSort label="outreach.counterpart" render={(one) => <Whom appointment={one} />} />
        <Col
          disableSort
          label="outreach.theirTime"
          sx={wide}
          render={({ counterpart }) => (counterpart ? <LocalTime of={counterpart} /> : null)}
        />
        <Col disableSort label="outreach.what" sx={wide} render={(one) => <What appointment={one} />} />
        <Col
          disableSort
          label="outreach.attempts"
          sx={wide}
          render={({ attemptsMade, attemptsAllowed }) =>
            translate('outreach.madeOf', { made: attemptsMade ?? 0, allowed: attemptsAllowed ?? 0 })
          }
        />
        <Col
          source="startsAt"
          label="outreach.startsAt"
          sx={wide}
          render={({ startsAt }) => <When at={startsAt} short />}
        />
        <Col
          disableSort
          label="outreach.state"
          sx={wide}
          render={({ status }) => <StateChip value={status} />}
        />
      </DataTable>
    </TableList>
  )
}

function TimeLeft({ appointment }: { appointment: AppointmentRowFragment }) {
  const translate = useTranslate()
  const what = awaitedOf(appointment, useNow(60_000))
  if (!what) return <>–</>
  return (
    <>
      <Countdown at={appointment.dueAt} />
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{translate(`outreach.to.${what}`)}</Box>
    </>
  )
}

/** Whom it is about; on a telephone what the other columns say, too. */
function Whom({ appointment }: { appointment: AppointmentRowFragment }) {
  const { counterpart, status, orderNumber } = appointment
  return (
    <>
      <strong>{counterpart?.name}</strong>
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
        {counterpart?.phone ?? counterpart?.email}
      </Box>
      <Box sx={{ display: { md: 'none' }, mt: 0.5, fontSize: '0.82rem' }}>
        {counterpart ? <LocalTime of={counterpart} /> : null}
        <Box sx={{ mt: 0.5, display: 'flex', gap: 1, alignItems: 'center' }}>
          <StateChip value={status} />
          {orderNumber}
        </Box>
      </Box>
    </>
  )
}

function What({ appointment }: { appointment: AppointmentRowFragment }) {
  const translate = useTranslate()
  const { serviceName, orderNumber, attendeeName } = appointment
  return (
    <>
      {serviceName}
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
        {orderNumber} · {translate('outreach.for', { name: attendeeName })}
      </Box>
    </>
  )
}
