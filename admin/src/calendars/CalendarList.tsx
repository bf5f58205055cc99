import Box from '@mui/material/Box'
import type { Theme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { DataTable, usePermissions, useTranslate } from 'react-admin'
import type { CalendarRowFragment } from '../gen/documents.js'
import { AskButton } from '../people/AskButton.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { TableList } from '../shared/TableList.js'
import { wide } from '../shared/wide.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { WEEK } from './week-days.js'

const Col = DataTable.Col<CalendarRowFragment>

/** When our team answers: calendars that are written down, one of which may be in use; else all hours count. */
export function CalendarList() {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  return (
    <TableList
      title="calendars.title"
      sort={{ field: 'name', order: 'ASC' }}
      actions={permissions.includes('ADMIN') ? <AskButton name="addCalendar" main /> : undefined}
      filters={<Typography sx={{ maxWidth: 720 }}>{translate('calendars.meaning')}</Typography>}
    >
      <DataTable bulkActionButtons={false} empty={<Quiet>{translate('calendars.empty')}</Quiet>}>
        <Col
          disableSort
          source="name"
          label="calendars.name"
          render={(one) => (
            <>
              <strong>{one.name}</strong>
              <Hours calendar={one} under="name" />
            </>
          )}
        />
        <Col
          disableSort
          source="status"
          label="calendars.state"
          render={(one) => <StateChip value={one.status} words="calendars.states" />}
        />
        <Col disableSort label="calendars.hours" sx={wide} render={(one) => <Hours calendar={one} />} />
        <Col
          disableSort
          source="holidays"
          label="calendars.holidays"
          sx={wide}
          render={(one) => one.holidays.join(', ')}
        />
        <Col disableSort label="calendars.actions" render={(one) => <VerbButtons record={one} compact />} />
      </DataTable>
    </TableList>
  )
}

/** Its hours in a column of their own; under its name where there is no room for that. */
function Hours({ calendar, under }: { calendar: CalendarRowFragment; under?: 'name' }) {
  const translate = useTranslate()
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'))
  if (isNarrow !== (under === 'name')) return null
  const days = WEEK.map((day) => ({
    day,
    hours: calendar.intervals
      .filter(({ weekday }) => weekday === day)
      .map(({ from, until }) => `${from}–${until}`)
      .join(', '),
  })).filter(({ hours }) => hours)
  return (
    <>
      {days.map(({ day, hours }) => (
        <Box key={day} sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: under ? 'normal' : 'nowrap' }}>
          <Box component="span" sx={{ display: 'inline-block', minWidth: 36, color: 'text.secondary' }}>
            {translate(`calendars.short.${day}`)}
          </Box>
          {hours}
        </Box>
      ))}
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{calendar.timeZone}</Box>
    </>
  )
}
