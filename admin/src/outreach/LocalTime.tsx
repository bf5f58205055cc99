import Bedtime from '@mui/icons-material/BedtimeOutlined'
import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocaleState, useTranslate } from 'react-admin'
import type { CounterpartShownFragment } from '../gen/documents.js'
import { useNow } from '../shared/use-now.js'

/** What time it is where somebody is, running; and whether it is quiet there, so that nobody is called out of bed. */
export function LocalTime({ of, large }: { of: CounterpartShownFragment; large?: boolean }) {
  const translate = useTranslate()
  const [locale] = useLocaleState()
  const now = useNow(10_000)
  const { timeZone, quiet } = of
  const time = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone,
  }).format(now)
  useReadAtTheHour(now)
  return (
    <Box component="span" title={timeZone}>
      <Box
        component="span"
        sx={{ fontVariantNumeric: 'tabular-nums', ...(large ? { fontSize: '1.5rem', fontWeight: 650 } : {}) }}
      >
        {time}
      </Box>
      {large ? (
        <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
          {timeZone}
        </Box>
      ) : null}
      {quiet ? (
        <Box component="span" sx={{ color: 'warning.main', fontWeight: 600, whiteSpace: 'nowrap', ml: 1 }}>
          <Bedtime aria-hidden sx={{ fontSize: '1em', verticalAlign: '-0.12em', mr: 0.5 }} />
          {translate('outreach.quiet')}
        </Box>
      ) : null}
    </Box>
  )
}

/** Quiet hours begin and end at full hours somewhere: then what the API says of them is read again. */
function useReadAtTheHour(now: number) {
  const queryClient = useQueryClient()
  const hour = Math.floor(now / 3_600_000)
  const read = useRef(hour)
  useEffect(() => {
    if (read.current === hour) return
    read.current = hour
    void queryClient.invalidateQueries({ queryKey: ['appointments'] })
  }, [hour, queryClient])
}
