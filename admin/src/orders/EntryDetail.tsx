import Box from '@mui/material/Box'
import { useLocaleState, useTranslate } from 'react-admin'
import type { ActivityFragment } from '../gen/documents.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'

/** What more there is to say of an entry: times, what came of an attempt, how long an answer took, a card's words. */
export function EntryDetail({ entry }: { entry: ActivityFragment }) {
  if (entry.__typename === 'AppointmentEntry') return <Times entry={entry} />
  if (entry.__typename === 'AttemptEntry') return <Attempt entry={entry} />
  if (entry.__typename === 'PromiseEntry') return <Took entry={entry} />
  if (entry.__typename === 'StatusCardEntry') return <Card entry={entry} />
  return null
}

type Of<Name extends ActivityFragment['__typename']> = {
  entry: Extract<ActivityFragment, { __typename: Name }>
}

function Card({ entry: { standing } }: Of<'StatusCardEntry'>) {
  return <Box sx={quiet}>{[standing.summary, standing.next].filter(Boolean).join(' ')}</Box>
}

function Times({ entry }: Of<'AppointmentEntry'>) {
  const translate = useTranslate()
  const [locale] = useLocaleState()
  const { startsAt, formerStartsAt, otherTimes, textSent } = entry
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const times = otherTimes.map((time) => moment.format(Date.parse(time))).join(', ')
  return (
    <>
      {startsAt ? (
        <Box>
          <When at={startsAt} />
          {formerStartsAt ? (
            <>
              {' '}
              {translate('orders.formerly')} <When at={formerStartsAt} />
            </>
          ) : null}
        </Box>
      ) : null}
      {times ? <Box sx={quiet}>{translate('orders.suits', { times })}</Box> : null}
      {textSent === null ? null : (
        <Box sx={quiet}>{translate(textSent ? 'orders.textSent' : 'orders.textNotSent')}</Box>
      )}
    </>
  )
}

function Attempt({ entry }: Of<'AttemptEntry'>) {
  const translate = useTranslate()
  const { attempt } = entry
  if (!attempt) return null
  const { kind, outcome, delivery, note } = attempt
  return (
    <Box>
      {translate(`outreach.kinds.${kind}`)}
      {kind === 'CALL' ? `: ${translate(`outreach.outcomes.${outcome}`)}` : null}{' '}
      {delivery ? <StateChip value={delivery} words="outreach.deliveries" /> : null}
      {note ? <Box sx={quiet}>“{note}”</Box> : null}
    </Box>
  )
}

function Took({ entry }: Of<'PromiseEntry'>) {
  const translate = useTranslate()
  const seconds = entry.promise?.tookSeconds
  if (entry.what !== 'promise.kept' || seconds == null) return null
  const minutes = Math.ceil(seconds / 60)
  return <Box sx={quiet}>{translate(`orders.took.${entry.late ? 'late' : 'inTime'}`, { minutes })}</Box>
}

const quiet = { color: 'text.secondary', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }
