import { useTranslate } from 'react-admin'
import { VerifyTimesDocument } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { useAsk } from '../shared/use-ask.js'
import { AGAIN_MS, DAYS } from './days-shown.js'
import { DayColumns } from './DayColumns.js'
import { howLong } from './how-long.js'

/** How long submitted documents waited until they were approved or sent back, by the day of that. */
export function VerifyChart() {
  const translate = useTranslate()
  const { data } = useAsk(['onboardingDocuments', 'times'], VerifyTimesDocument, { days: DAYS }, AGAIN_MS)
  if (!data) return null
  const { decided, medianSeconds, p90Seconds, days } = data.verifyTimes
  const most = Math.max(...days.map((one) => one.medianSeconds ?? 0))
  return (
    <Panel title={translate('charts.verify')}>
      {decided === 0 ? (
        <Quiet>{translate('charts.nothingDecided', { days: DAYS })}</Quiet>
      ) : (
        <DayColumns
          days={days.map((one) => ({
            day: one.day,
            value: one.medianSeconds,
            words: howLong(one.medianSeconds),
          }))}
          caption={[
            translate('charts.decided', { smart_count: decided, days: days.length }),
            translate('charts.waits', {
              half: howLong(medianSeconds),
              nine: howLong(p90Seconds),
            }),
          ].join(' ')}
          label={translate('charts.verifyLabel', { days: days.length, most: howLong(most) })}
          columns={[translate('charts.verifyColumn')]}
        />
      )}
    </Panel>
  )
}
