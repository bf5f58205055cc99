import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Day } from '../campaigns/Day.js'
import { AnswerTimesDocument, type AnswerDayRowFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { useAsk } from '../shared/use-ask.js'
import { useNow } from '../shared/use-now.js'
import { Bar } from './Bar.js'
import { DAYS } from './days-shown.js'
import { cell, chart, head } from './chart-table.js'
import { howLong } from './how-long.js'
import { percent } from './percent.js'

const DAY = 86_400_000
/** How many of its days are drawn. */
const DRAWN = 10

/** How quickly we answered what was asked: of the last 30 days, and by day how much of it in time. */
export function AnswersChart() {
  const translate = useTranslate()
  const today = Math.floor(useNow(60_000) / DAY) * DAY
  const since = new Date(today - DAYS * DAY).toISOString()
  const times = useAsk(['inbox', 'times'], AnswerTimesDocument, { since }).data?.answerTimes
  if (!times) return null
  const { asked, answered, inTime, medianSeconds, p90Seconds } = times
  return (
    <Panel
      title={translate('charts.answers')}
      aside={
        <Link component={RouterLink} to="/inbox">
          {translate('charts.toInbox')}
        </Link>
      }
    >
      {asked === 0 ? (
        <Quiet>{translate('charts.nothingAsked')}</Quiet>
      ) : (
        <Box component="table" sx={chart}>
          <Box component="caption" sx={{ textAlign: 'left', pb: 1, color: 'text.secondary' }}>
            {translate('charts.answersText', { asked, answered, inTime })}{' '}
            {answered
              ? translate('charts.answerLengths', {
                  half: howLong(medianSeconds),
                  nine: howLong(p90Seconds),
                })
              : null}
          </Box>
          <Box component="thead" sx={head}>
            <tr>
              <th scope="col">{translate('charts.day')}</th>
              <th scope="col">{translate('charts.answered')}</th>
              <th scope="col">{translate('charts.inTime')}</th>
            </tr>
          </Box>
          <tbody>
            {times.days.slice(-DRAWN).map((day) => (
              <AnswerDay key={day.day} day={day} />
            ))}
          </tbody>
        </Box>
      )}
    </Panel>
  )
}

function AnswerDay({ day }: { day: AnswerDayRowFragment }) {
  const translate = useTranslate()
  const { asked, answered, share } = day
  return (
    <tr>
      <Box component="th" scope="row" sx={cell}>
        <Day of={day.day} />
      </Box>
      <Box component="td" sx={{ ...cell, fontVariantNumeric: 'tabular-nums' }}>
        {translate('charts.answeredOf', { answered, asked })}
      </Box>
      <Box component="td" sx={{ width: '45%', py: 0.5 }}>
        <Box sx={{ fontVariantNumeric: 'tabular-nums', mb: 0.25 }}>
          {translate('charts.inTimeShare', { share: percent(share) })}
        </Box>
        {share === null ? null : <Bar share={share} tone={share < 1 ? 'warning' : 'primary'} />}
      </Box>
    </tr>
  )
}
