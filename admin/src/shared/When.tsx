import Box from '@mui/material/Box'
import { useLocaleState } from 'react-admin'
import { useNow } from './use-now.js'

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** A moment: absolute with its zone; in tables `short`, or how far away, with the whole on pointing. `late` marks one that has passed. */
export function When(props: { at?: string | null; relative?: boolean; short?: boolean; late?: boolean }) {
  const { at, relative, short, late } = props
  const [locale] = useLocaleState()
  const now = useNow(relative ? 30_000 : undefined)
  if (!at) return <>–</>
  const date = new Date(at)
  const absolute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date)
  const zone = Intl.DateTimeFormat(locale, { timeZoneName: 'short' })
    .formatToParts(date)
    .find((p) => p.type === 'timeZoneName')
  const whole = `${absolute} ${zone?.value ?? ''}`
  const look = late ? { color: 'error.main', fontWeight: 600 } : {}
  return (
    <Box
      component="time"
      dateTime={at}
      title={whole}
      sx={{ whiteSpace: relative || short ? 'nowrap' : undefined, ...look }}
    >
      {relative ? fromNow(date, now, locale) : short ? shortOf(date, locale) : whole}
    </Box>
  )
}

function shortOf(date: Date, locale: string): string {
  const parts = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false } as const
  return new Intl.DateTimeFormat(locale, parts).format(date)
}

function fromNow(date: Date, now: number, locale: string): string {
  const difference = date.getTime() - now
  const [unit, size] = units.find(([, ms]) => Math.abs(difference) >= ms) ?? ['minute', 60_000]
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(difference / size), unit)
}
