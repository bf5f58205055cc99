import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import { useLocaleState } from 'react-admin'

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** A moment: absolute with its zone, and (where asked) how far away. `late` marks one that has passed. */
export function When({ at, relative, late }: { at?: string | null; relative?: boolean; late?: boolean }) {
  const [locale] = useLocaleState()
  const now = useNow(relative ? 30_000 : undefined)
  if (!at) return <>–</>
  const date = new Date(at)
  const absolute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date)
  const zone = Intl.DateTimeFormat(locale, { timeZoneName: 'short' }).formatToParts(date).find((p) => p.type === 'timeZoneName')
  return (
    <Box component="time" dateTime={at} title={`${absolute} ${zone?.value ?? ''}`} sx={late ? { color: 'error.main', fontWeight: 600 } : undefined}>
      {relative ? fromNow(date, now, locale) : `${absolute} ${zone?.value ?? ''}`}
    </Box>
  )
}

function fromNow(date: Date, now: number, locale: string): string {
  const difference = date.getTime() - now
  const [unit, size] = units.find(([, ms]) => Math.abs(difference) >= ms) ?? ['minute', 60_000]
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(difference / size), unit)
}

function useNow(everyMs: number | undefined): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!everyMs) return
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
