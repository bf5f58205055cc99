import { type ReactNode, useEffect, useRef, useState } from 'react'
import { CounterpartDeclineDocument } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { TextField } from '../../ui/Field.js'
import { TextArea } from '../../ui/TextArea.js'
import { useVerb } from '../../wire/use-verb.js'
import { useWords } from './language.js'
import { momentOf } from './moment-of.js'
import type { RequestProps } from './request.js'
import { placeOf } from './times.js'
import { Trouble } from './Trouble.js'

/** So many other times can be named. */
const MOST = 3

interface DeclineProps extends RequestProps {
  onDeclined: () => Promise<void>
  onBack: () => void
}

/** Saying why nothing suits, and which other times would. */
export function Decline({ request, zone, onChange, onDeclined, onBack }: DeclineProps) {
  const { decline: words } = useWords()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [times, setTimes] = useState<string[]>(Array<string>(MOST).fill(''))
  const { run, pending, error } = useVerb(CounterpartDeclineDocument)
  const send = async (): Promise<void> => {
    setTried(true)
    if (reason.trim() === '') return
    const otherTimes = times.flatMap((local) => momentOf(local, zone) ?? [])
    const { id, version: expectedVersion } = request
    const declined = await run({ id, reason: reason.trim(), otherTimes, expectedVersion })
    await (declined ? onDeclined() : onChange())
  }
  return (
    <Card title={words.title}>
      <Begun>
        <TextArea
          label={words.reason}
          help={words.reasonHelp}
          problem={tried && reason.trim() === '' ? words.reasonEmpty : undefined}
          value={reason}
          onValue={setReason}
        />
      </Begun>
      <fieldset className="field">
        <legend>{words.times}</legend>
        <p className="field-help">{words.timesHelp(placeOf(zone))}</p>
        <div className="stack-tight">
          {times.map((local, index) => (
            <TextField
              key={words.time(index + 1)}
              label={words.time(index + 1)}
              type="datetime-local"
              value={local}
              onValue={(next) => setTimes(times.map((one, at) => (at === index ? next : one)))}
            />
          ))}
        </div>
      </fieldset>
      <Trouble error={error} />
      <div className="row">
        <Button busy={pending} onClick={() => void send()}>
          {words.send}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </Card>
  )
}

/** The form stands where the free times were: it begins where the reader looks, and where their keys write. */
function Begun({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector('textarea')?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'center' })
  }, [])
  return <div ref={place}>{children}</div>
}
