import { useEffect, useState, type ReactNode } from 'react'
import { CounterpartFreeSlotsDocument } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { SlotPicker } from '../../ui/SlotPicker.js'
import { Refused } from '../../wire/refused.js'
import { useTradeNow } from '../../wire/trade-clock.js'
import { useRead } from '../../wire/use-read.js'
import { useWords } from './language.js'
import type { RequestProps } from './request.js'
import { stretch } from './times.js'
import { Trouble, Waiting } from './Trouble.js'

const DAY_MS = 86_400_000
const DAYS_SHOWN = 14
/** The trade's clock may be a little ahead of what was last heard of it. */
const MINUTE_MS = 60_000

interface ChooseTimeProps extends Pick<RequestProps, 'request' | 'zone'> {
  title: string
  /** What is said where nothing is free. */
  none: string
  /** The button that takes the chosen time. */
  send: string
  pending: boolean
  error: Error | undefined
  onSend: (startsAt: string) => void
  /** What else is asked for with the time. */
  extra?: ReactNode
  /** What else may be done. */
  children?: ReactNode
}

/** Free times, two weeks at a time, one of which is taken. */
export function ChooseTime({ request, zone, title, none, send, pending, error, ...rest }: ChooseTimeProps) {
  const words = useWords()
  const { locale } = words
  const [chosen, setChosen] = useState<string | null>(null)
  const { slots, loading, failed, reload, turn, setTurn } = useSlots(request.id)
  const taken = error instanceof Refused && error.code === 'SLOT_TAKEN' ? error : undefined
  useEffect(() => {
    if (!taken) return
    setChosen(null)
    void reload()
  }, [taken, reload])
  return (
    <Card title={title} action={<Turns turn={turn} onTurn={setTurn} />}>
      <Trouble error={failed} onRetry={() => void reload()} />
      {loading && <Waiting />}
      {slots?.length === 0 && <p className="muted">{none}</p>}
      {slots && (
        <SlotPicker legend={words.choose.legend} {...{ slots, chosen, locale, zone }} onPick={setChosen} />
      )}
      {rest.extra}
      <p role="status" className={chosen ? undefined : 'unseen'}>
        {chosen && words.choose.chosen(stretch(chosen, request.minutes, locale, zone))}
      </p>
      <Trouble error={error} />
      <div className="row row-top">
        <Button
          busy={pending}
          refusal={chosen ? null : words.choose.first}
          onClick={() => chosen && rest.onSend(chosen)}
        >
          {send}
        </Button>
        {rest.children}
      </div>
    </Card>
  )
}

/** The free times of the how-manieth two weeks from now. */
function useSlots(id: string) {
  const now = useTradeNow(MINUTE_MS)
  const [first] = useState(() => Math.floor(now / MINUTE_MS) * MINUTE_MS)
  const [turn, setTurn] = useState(0)
  const at = (days: number): string => new Date(first + days * DAY_MS).toISOString()
  const { data, error, loading, reload } = useRead(CounterpartFreeSlotsDocument, {
    id,
    from: at(turn * DAYS_SHOWN),
    until: at((turn + 1) * DAYS_SHOWN),
  })
  return { slots: data?.freeSlots, failed: data ? undefined : error, loading, reload, turn, setTurn }
}

function Turns({ turn, onTurn }: { turn: number; onTurn: (turn: number) => void }) {
  const { choose: words } = useWords()
  return (
    <div className="row">
      {turn > 0 && (
        <Button kind="plain" onClick={() => onTurn(turn - 1)}>
          {words.earlier}
        </Button>
      )}
      <Button kind="plain" onClick={() => onTurn(turn + 1)}>
        {words.later}
      </Button>
    </div>
  )
}
