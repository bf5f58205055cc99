import Box from '@mui/material/Box'
import { useLocaleState, useTranslate } from 'react-admin'
import { timeLeft } from './time-left.js'
import { useNow } from './use-now.js'

const HOUR = 3_600_000
/** From here on it is close. */
const CLOSE = 12 * HOUR

/** The time left until a moment, running; the moment itself, with its zone, on pointing and for screen readers. */
export function Countdown({ at, large }: { at?: string | null; large?: boolean }) {
  const translate = useTranslate()
  const [locale] = useLocaleState()
  const left = at ? Date.parse(at) : undefined
  const now = useNow(5_000)
  if (!at || left === undefined) return <>–</>
  const { text, late, ms } = timeLeft(left, now)
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' }).format(left)
  const colour = late ? 'error.main' : ms < CLOSE ? 'warning.main' : 'text.primary'
  return (
    <Box
      component="time"
      dateTime={at}
      title={whole}
      sx={{
        color: colour,
        fontWeight: late || ms < CLOSE || large ? 650 : 500,
        fontSize: large ? '1.5rem' : undefined,
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
      }}
    >
      {translate(late ? 'shared.late' : 'shared.left', { time: text })}
    </Box>
  )
}
