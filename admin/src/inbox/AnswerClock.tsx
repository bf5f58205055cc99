import Box from '@mui/material/Box'
import { useLocaleState, useTranslate } from 'react-admin'
import type { InboxRowFragment } from '../gen/documents.js'
import { timeLeft } from '../shared/time-left.js'
import { useNow } from '../shared/use-now.js'

/** The clock of an answer, running: amber once half of the time is over, red once all of it is; or that it stands still. */
export function AnswerClock({ promise, large }: { promise: InboxRowFragment['promise']; large?: boolean }) {
  const translate = useTranslate()
  const [locale] = useLocaleState()
  const now = useNow(promise?.dueAt ? 1_000 : undefined)
  if (!promise) return null
  const { warnAt, dueAt } = promise
  if (!dueAt)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('inbox.held')}
      </Box>
    )
  const { text, late } = timeLeft(Date.parse(dueAt), now)
  const warns = warnAt ? now >= Date.parse(warnAt) : false
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' })
  return (
    <Box
      component="time"
      dateTime={dueAt}
      title={translate('inbox.answerBy', { at: whole.format(Date.parse(dueAt)) })}
      data-clock={late ? 'broken' : warns ? 'at-risk' : 'waiting'}
      sx={{
        color: late ? 'error.main' : warns ? 'warning.main' : 'text.primary',
        fontWeight: late || warns ? 700 : 500,
        fontSize: large ? '1.2rem' : '0.88rem',
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
      }}
    >
      {translate(late ? 'shared.late' : 'shared.left', { time: text })}
    </Box>
  )
}
