import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useLocaleState, useTranslate } from 'react-admin'
import { FreeSlotsDocument } from '../gen/documents.js'
import { Quiet } from '../shared/Quiet.js'
import { useAsk } from '../shared/use-ask.js'
import { useNow } from '../shared/use-now.js'
import { daysOf, mondayOf, spanOf, type DayOfSlots } from './week.js'

interface SlotCalendarProps {
  appointmentId: string
  /** In whose zone days and times are shown. */
  zone: string
  chosen: string | undefined
  onChoose: (startsAt: string) => void
}

/** A week of times at which both sides could meet, in the zone of whoever attends; one of them is chosen by a click. */
export function SlotCalendar({ appointmentId, zone, chosen, onChoose }: SlotCalendarProps) {
  const translate = useTranslate()
  const [locale] = useLocaleState()
  const [ahead, setAhead] = useState(0)
  const monday = mondayOf(useNow(60_000), zone, ahead)
  const { data } = useAsk(['appointments', 'slots'], FreeSlotsDocument, {
    appointmentId,
    ...spanOf(monday, zone),
  })
  const days = daysOf(monday, zone, data?.freeSlots ?? [])
  const first = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${monday}T00:00Z`),
  )
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <IconButton
          size="small"
          aria-label={translate('outreach.weekBefore')}
          disabled={ahead === 0}
          onClick={() => setAhead(ahead - 1)}
        >
          <ChevronLeft />
        </IconButton>
        <Typography variant="h3" role="status" sx={{ flex: 1 }}>
          {translate('outreach.weekOf', { day: first })}
        </Typography>
        <IconButton
          size="small"
          aria-label={translate('outreach.weekAfter')}
          onClick={() => setAhead(ahead + 1)}
        >
          <ChevronRight />
        </IconButton>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {translate('outreach.slotsIn', { zone })}
      </Typography>
      {data && !data.freeSlots.length ? (
        <Quiet>{translate('outreach.noSlots')}</Quiet>
      ) : (
        <Box sx={grid}>
          {days.map((day) => (
            <Day key={day.day} day={day} chosen={chosen} onChoose={onChoose} />
          ))}
        </Box>
      )}
    </>
  )
}

const grid = {
  display: 'grid',
  gap: 1,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: 'repeat(5, minmax(0,1fr))' },
}

function Day(props: { day: DayOfSlots } & Pick<SlotCalendarProps, 'chosen' | 'onChoose'>) {
  const { day, chosen, onChoose } = props
  const [locale] = useLocaleState()
  const name = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day.day}T00:00Z`))
  return (
    <Box role="group" aria-label={name} sx={{ minWidth: 0 }}>
      <Typography variant="body2" aria-hidden sx={{ fontWeight: 650, mb: 0.5 }}>
        {name}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {day.slots.length ? null : <Box sx={{ color: 'text.secondary' }}>–</Box>}
        {day.slots.map(({ startsAt, time }) => (
          <Box
            key={startsAt}
            component="button"
            type="button"
            aria-pressed={startsAt === chosen}
            onClick={() => onChoose(startsAt)}
            sx={slot}
          >
            <time dateTime={startsAt}>{time}</time>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

const slot = {
  font: 'inherit',
  fontVariantNumeric: 'tabular-nums',
  px: 0.75,
  minHeight: 26,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  color: 'text.primary',
  cursor: 'pointer',
  '&:hover': { borderColor: 'primary.main' },
  '&[aria-pressed="true"]': {
    bgcolor: 'primary.main',
    borderColor: 'primary.main',
    color: 'primary.contrastText',
    fontWeight: 650,
  },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
}
