import { useState } from 'react'
import { CounterpartCalendarDocument, CounterpartRescheduleDocument } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Card, Fact } from '../../ui/Card.js'
import { ask } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'
import { saveFile } from '../../wire/save-file.js'
import { useVerb } from '../../wire/use-verb.js'
import { ChooseTime } from './ChooseTime.js'
import { useWords } from './language.js'
import { mayDo, type RequestProps } from './request.js'
import { stretch } from './times.js'
import { Trouble } from './Trouble.js'

interface AgreedProps extends RequestProps {
  onDone: () => Promise<void>
}

/** An agreed time: when and where, for the calendar, and to be moved. */
export function Agreed({ request, zone, onChange, onDone }: AgreedProps) {
  const words = useWords()
  const [moving, setMoving] = useState(false)
  const { startsAt, minutes, place } = request
  const moved = async (): Promise<void> => {
    setMoving(false)
    await onDone()
  }
  return (
    <>
      <Card title={words.states['CONFIRMED']?.[0]}>
        <dl className="facts">
          <Fact term={words.when}>
            <strong className="when">{startsAt && stretch(startsAt, minutes, words.locale, zone)}</strong>
          </Fact>
          {place && <Fact term={words.place}>{place}</Fact>}
        </dl>
        <div className="row">
          <IntoCalendar id={request.id} />
          {!moving && mayDo(request, 'rescheduleAppointment') && (
            <Button kind="quiet" onClick={() => setMoving(true)}>
              {words.choose.openMove}
            </Button>
          )}
        </div>
        <p className="muted small">{words.cannotCome}</p>
      </Card>
      {moving && <Move {...{ request, zone, onChange }} onMoved={moved} onKeep={() => setMoving(false)} />}
    </>
  )
}

interface MoveProps extends RequestProps {
  onMoved: () => Promise<void>
  onKeep: () => void
}

function Move({ request, zone, onChange, onMoved, onKeep }: MoveProps) {
  const { choose: words } = useWords()
  const { run, pending, error } = useVerb(CounterpartRescheduleDocument)
  const move = async (startsAt: string): Promise<void> => {
    if (await run({ id: request.id, startsAt, expectedVersion: request.version })) await onMoved()
    else await onChange()
  }
  return (
    <ChooseTime
      {...{ request, zone, pending, error }}
      title={words.moveTitle}
      none={words.noneOnly}
      send={words.move}
      onSend={(startsAt) => void move(startsAt)}
    >
      <Button kind="quiet" onClick={onKeep}>
        {words.keep}
      </Button>
    </ChooseTime>
  )
}

/** The calendar file is read on demand, by the link's right, and handed to the browser to keep. */
function IntoCalendar({ id }: { id: string }) {
  const words = useWords()
  const bearer = useBearer()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const fetchFile = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      const { appointmentCalendar: file } = await ask(
        CounterpartCalendarDocument,
        { id, locale: words.locale },
        bearer,
      )
      if (file) saveFile(file.name, file.content, 'text/calendar')
    } catch (caught) {
      setError(caught as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button busy={busy} onClick={() => void fetchFile()}>
        {words.calendar}
      </Button>
      <Trouble error={error} />
    </>
  )
}
