import { useState } from 'react'
import { CounterpartConfirmDocument } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { TextField } from '../../ui/Field.js'
import { useVerb } from '../../wire/use-verb.js'
import { ChooseTime } from './ChooseTime.js'
import { Decline } from './Decline.js'
import { useWords } from './language.js'
import { mayDo, type RequestProps } from './request.js'
import { stretch } from './times.js'

interface AnswerProps extends RequestProps {
  /** Whether the reader is saying that nothing suits. */
  declining: boolean
  onDeclining: (declining: boolean) => void
  onConfirmed: () => Promise<void>
  onDeclined: () => Promise<void>
}

/** Agreeing to a time, or saying that none suits; nothing where the API says that there is nothing to answer. */
export function Answer({ request, zone, onChange, declining, onDeclining, ...rest }: AnswerProps) {
  const words = useWords()
  const [place, setPlace] = useState(request.place ?? '')
  const { run, pending, error } = useVerb(CounterpartConfirmDocument)
  const { id, version, proposedStartsAt } = request
  const confirm = async (startsAt: string): Promise<void> => {
    const agreed = await run({ id, startsAt, place: place.trim() || null, expectedVersion: version })
    await (agreed ? rest.onConfirmed() : onChange())
  }
  if (!mayDo(request, 'confirmAppointment')) return null
  const mayDecline = mayDo(request, 'declineAppointment')
  if (declining)
    return (
      <Decline
        {...{ request, zone, onChange }}
        onDeclined={rest.onDeclined}
        onBack={() => onDeclining(false)}
      />
    )
  return (
    <>
      {proposedStartsAt && (
        <Proposed {...{ request, zone, pending }} onAgree={() => void confirm(proposedStartsAt)} />
      )}
      <ChooseTime
        {...{ request, zone, pending, error }}
        title={words.choose.title}
        none={mayDecline ? words.choose.none : words.choose.noneOnly}
        send={words.choose.confirm}
        onSend={(startsAt) => void confirm(startsAt)}
        extra={
          <TextField
            label={words.choose.place}
            help={words.choose.placeHelp}
            value={place}
            maxLength={200}
            onValue={setPlace}
          />
        }
      >
        {mayDecline && (
          <Button kind="quiet" onClick={() => onDeclining(true)}>
            {words.decline.open}
          </Button>
        )}
      </ChooseTime>
    </>
  )
}

interface ProposedProps extends Pick<RequestProps, 'request' | 'zone'> {
  pending: boolean
  onAgree: () => void
}

function Proposed({ request, zone, pending, onAgree }: ProposedProps) {
  const words = useWords()
  const { proposedStartsAt, minutes } = request
  if (!proposedStartsAt) return null
  return (
    <Notice tone="warn" title={words.proposedTitle}>
      <p>{words.proposed(stretch(proposedStartsAt, minutes, words.locale, zone))}</p>
      <div>
        <Button busy={pending} onClick={onAgree}>
          {words.agree}
        </Button>
      </div>
    </Notice>
  )
}
