import { useEffect, useEffectEvent } from 'react'
import { moment, timeLeft } from '../format/format.js'
import { lookAtClock, useTradeNow } from '../wire/trade-clock.js'
import { countdownWords as words } from '../words/countdown.js'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

interface CountdownProps {
  /** The deadline. */
  at: string
  /** What ends then, as `to accept`. */
  what?: string
  /** Called once when the deadline passes before the reader's eyes. */
  onOver?: () => void
}

/** How much time is left until a deadline, by the trade's clock; the deadline itself stands in its title. */
export function Countdown({ at, what, onOver }: CountdownProps) {
  const due = Date.parse(at)
  const left = due - useTradeNow(1000)
  const over = left <= 0
  const tell = useEffectEvent(() => onOver?.())
  useEffect(() => {
    if (!over) return
    lookAtClock()
    tell()
  }, [over])
  const text = over ? words.over : words.left(timeLeft(left), what)
  return (
    <time className="countdown" data-pressing={pressing(left)} dateTime={at} title={moment(at)}>
      {text}
    </time>
  )
}

function pressing(left: number): 'over' | 'now' | 'soon' | undefined {
  if (left <= 0) return 'over'
  if (left < HOUR_MS + MINUTE_MS) return 'now'
  return left < 12 * HOUR_MS ? 'soon' : undefined
}
