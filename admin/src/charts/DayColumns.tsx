import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useLocaleState, useTranslate } from 'react-admin'
import { Day } from '../campaigns/Day.js'
import { dayWords } from '../shared/day-words.js'
import { cell, chart } from './chart-table.js'

/** What there was of something on a day: how much, and the same in words. Null where there was nothing to count. */
export interface DayValue {
  readonly day: string
  readonly value: number | null
  readonly words: string
  /** What the table says besides. */
  readonly beside?: readonly string[]
}

/**
 * Days as columns, today the last, with what they say in `caption`. `label` tells whoever cannot see them what they show;
 * the figures can be opened as a table, whose `columns` have these names.
 */
export function DayColumns(props: {
  days: readonly DayValue[]
  caption: ReactNode
  label: string
  columns: readonly string[]
}) {
  const { days, caption, label, columns } = props
  return (
    <Box component="figure" sx={{ m: 0, '& + &': { mt: 3 } }}>
      <Box component="figcaption" sx={{ pb: 1, color: 'text.secondary' }}>
        {caption}
      </Box>
      <Columns days={days} label={label} />
      <AsTable days={days} columns={columns} />
    </Box>
  )
}

/** How high the columns are drawn, and the least that can be seen of them; in hundredths of the highest. */
const WHOLE = 100
const LEAST = 1.5

function Columns({ days, label }: { days: readonly DayValue[]; label: string }) {
  const highest = days.reduce((most, one) => ((one.value ?? 0) > (most.value ?? 0) ? one : most), days[0]!)
  const height = (value: number) => (value > 0 ? Math.max(LEAST, (value / highest.value!) * WHOLE) : 0)
  return (
    <Box sx={{ fontSize: '0.8rem', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
      <div aria-hidden>{highest.value ? highest.words : null}</div>
      <Box
        component="svg"
        role="img"
        aria-label={label}
        viewBox={`0 0 ${days.length} ${WHOLE}`}
        preserveAspectRatio="none"
        sx={{
          display: 'block',
          width: '100%',
          height: 120,
          color: 'primary.main',
          borderTop: '1px dashed',
          borderTopColor: 'divider',
          borderBottom: '1px solid',
          borderBottomColor: 'text.secondary',
        }}
      >
        {days.map(({ value, words, day }, place) => (
          <Column key={day} day={day} words={words} place={place} height={height(value ?? 0)} />
        ))}
      </Box>
      <Box aria-hidden sx={{ display: 'flex', justifyContent: 'space-between' }}>
        <Day of={days[0]!.day} />
        <Day of={days.at(-1)!.day} />
      </Box>
    </Box>
  )
}

/** One of them; whoever points anywhere above its day reads what it says. */
function Column(props: { day: string; words: string; place: number; height: number }) {
  const { day, words, place, height } = props
  const [locale] = useLocaleState()
  return (
    <g>
      <title>{`${dayWords(day, locale)}: ${words}`}</title>
      <rect x={place} width={1} height={WHOLE} fill="transparent" />
      <rect x={place + 0.12} width={0.76} y={WHOLE - height} height={height} fill="currentColor" />
    </g>
  )
}

function AsTable({ days, columns }: { days: readonly DayValue[]; columns: readonly string[] }) {
  const translate = useTranslate()
  return (
    <Box component="details" sx={{ mt: 1 }}>
      <Box component="summary" sx={{ cursor: 'pointer', py: 0.5, width: 'fit-content' }}>
        {translate('charts.asTable')}
      </Box>
      <Box component="table" sx={{ ...chart, width: 'auto', minWidth: { xs: '100%', sm: 300 } }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...cell, fontWeight: 600 }}>
              {translate('charts.day')}
            </Box>
            {columns.map((name) => (
              <Box key={name} component="th" scope="col" sx={{ ...cell, ...figure, fontWeight: 600 }}>
                {name}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.filter(told).map(({ day, words, beside = [] }) => (
            <tr key={day}>
              <Box component="th" scope="row" sx={{ ...cell, pr: 0 }}>
                <Day of={day} />
              </Box>
              {[words, ...beside].map((said, i) => (
                <Box key={columns[i]} component="td" sx={{ ...cell, ...figure }}>
                  {said}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

/** Days on which there was nothing to count are gaps of the chart, and no rows. */
const told = ({ value }: DayValue) => value !== null

const figure = {
  textAlign: 'right',
  pr: 0,
  pl: { xs: 1, sm: 2 },
  fontVariantNumeric: 'tabular-nums',
} as const
