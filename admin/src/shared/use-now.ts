import { useEffect, useState } from 'react'
import { useClockAhead } from './use-clock-ahead.js'

/** The trade's time in milliseconds, told anew every so often; where no time is given it stands still. */
export function useNow(everyMs: number | undefined): number {
  const ahead = useClockAhead() ?? 0
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!everyMs) return
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + ahead
}
