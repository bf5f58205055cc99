import { useTranslate } from 'react-admin'
import { MoneyHeldDocument, type MoneyHeldRowFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { useAsk } from '../shared/use-ask.js'
import { AGAIN_MS, DAYS } from './days-shown.js'
import { DayColumns } from './DayColumns.js'

/** How much money was held for orders, day by day: a chart for each currency, as amounts of two are never added. */
export function MoneyHeldChart() {
  const translate = useTranslate()
  const found = useAsk(['moneyHeld'], MoneyHeldDocument, { days: DAYS }, AGAIN_MS).data?.moneyHeld
  if (!found) return null
  return (
    <Panel title={translate('charts.moneyHeld')}>
      {found.length ? (
        found.map((one) => <InOneCurrency key={one.currency} of={one} />)
      ) : (
        <Quiet>{translate('charts.nothingHeld', { days: DAYS })}</Quiet>
      )}
    </Panel>
  )
}

function InOneCurrency({ of: { currency, held, days } }: { of: MoneyHeldRowFragment }) {
  const translate = useTranslate()
  const sorted = days.toSorted((a, b) => Number(BigInt(a.held.amount) - BigInt(b.held.amount)))
  const ends = { least: sorted[0]!.held.formatted, most: sorted.at(-1)!.held.formatted }
  return (
    <DayColumns
      days={days.map((one) => ({
        day: one.day,
        value: Number(one.held.amount),
        words: one.held.formatted,
      }))}
      caption={translate('charts.heldNow', { amount: held.formatted, days: days.length, ...ends })}
      label={translate('charts.heldLabel', { currency, days: days.length, ...ends })}
      columns={[translate('charts.heldIn', { currency })]}
    />
  )
}
