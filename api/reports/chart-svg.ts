import type { ChartSeries, ReportChart } from './chart.js'
import { MOST_DRAWN } from './chart.js'
import { reportWords } from './words.js'

const WIDTH = 480
const PANEL = 196
const SIDE = 22
const TOP = 54
const BOTTOM = 38
/** The most bars that can be told apart in one panel; older ones are left to the table. */
const MOST_BARS = 12

/** Dark on a ground of its own, so that it can be read on light and dark pages alike. */
const INK = '#10211f'
const MUTED = '#4d5f5c'
const GROUND = '#f7faf9'
const LINE = '#d3dedb'
const SERIES = [
  { fill: '#0f4c4a', stroke: '#0f4c4a' },
  { fill: '#f3c58f', stroke: '#b45309' },
]

/** Several rows of bars that share their labels. */
interface Panel {
  readonly title: string
  readonly rows: readonly ChartSeries[]
}

/** The chart as SVG, 480 wide, with no font but `DejaVu Sans`. What people wrote is escaped. */
export function chartSvg(chart: ReportChart, language: string): string {
  const panels = panelsOf(chart, language)
  const height = panels.length * PANEL + 16
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1, notation: 'standard' })
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1, notation: 'compact' })
  const said = (value: number) => (Math.abs(value) < 100_000 ? number : short).format(value)
  const drawn = panels.map(
    (panel, at) => `<g transform="translate(0 ${at * PANEL + 8})">${draw(panel, said)}</g>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans"><rect width="${WIDTH}" height="${height}" rx="14" fill="${GROUND}"/><rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="13.5" fill="none" stroke="${LINE}"/>${drawn.join('')}</svg>`
}

function panelsOf({ kind, series }: ReportChart, language: string): Panel[] {
  const newest = (one: ChartSeries) => ({ ...one, points: one.points.slice(-MOST_BARS) })
  if (kind === 'STEPS') return [{ title: reportWords(language).chart.steps, rows: series.map(newest) }]
  return series
    .slice(0, MOST_DRAWN)
    .map((one) => ({ title: one.unit ? `${one.name} (${one.unit})` : one.name, rows: [newest(one)] }))
}

function draw({ title, rows }: Panel, said: (value: number) => string): string {
  const labels = rows[0]?.points.map((point) => point.label) ?? []
  const values = rows.flatMap((row) => row.points.map((point) => point.value))
  const highest = Math.max(0, ...values)
  const lowest = Math.min(0, ...values)
  const room = PANEL - TOP - BOTTOM
  const y = (value: number) =>
    TOP + (highest === lowest ? room : ((highest - value) / (highest - lowest)) * room)
  const slot = (WIDTH - 2 * SIDE) / Math.max(1, labels.length)
  const bar = Math.min(44, (slot * 0.72) / rows.length)
  const bars = labels.flatMap((label, at) => [
    ...rows.map((row, which) =>
      drawBar(row.points[at]?.value ?? 0, {
        x: SIDE + slot * (at + 0.5) + (which - rows.length / 2) * bar,
        width: bar - 3,
        y,
        said,
        colours: SERIES[which % SERIES.length]!,
        fine: slot / rows.length > 30,
      }),
    ),
    text(label, {
      x: SIDE + slot * (at + 0.5),
      y: PANEL - 18,
      size: 13,
      fill: MUTED,
      anchor: 'middle',
      most: slot / 7.6,
    }),
  ])
  const zero = `<line x1="${SIDE}" x2="${WIDTH - SIDE}" y1="${y(0)}" y2="${y(0)}" stroke="${LINE}" stroke-width="1.5"/>`
  return (
    text(title, { x: SIDE, y: 28, size: 15, fill: INK, bold: true, most: rows.length > 1 ? 24 : 44 }) +
    legend(rows) +
    zero +
    bars.join('')
  )
}

interface Bar {
  readonly x: number
  readonly width: number
  readonly y: (value: number) => number
  readonly said: (value: number) => string
  readonly colours: { readonly fill: string; readonly stroke: string }
  /** Whether there is room for its number. */
  readonly fine: boolean
}

function drawBar(value: number, { x, width, y, said, colours, fine }: Bar): string {
  const top = Math.min(y(value), y(0))
  const height = Math.max(1.5, Math.abs(y(value) - y(0)))
  const above = value < 0 ? top + height + 14 : top - 6
  const shape = `<rect x="${x + 1.5}" y="${top}" width="${Math.max(2, width)}" height="${height}" rx="3" fill="${colours.fill}" stroke="${colours.stroke}"/>`
  return fine
    ? shape +
        text(said(value), {
          x: x + 1.5 + width / 2,
          y: above,
          size: 13,
          fill: INK,
          anchor: 'middle',
          most: 9,
        })
    : shape
}

/** Which bars are whose, where there are several rows: to the right, above. */
function legend(rows: readonly ChartSeries[]): string {
  if (rows.length < 2) return ''
  let end = WIDTH - SIDE
  return rows
    .map((row, which) => ({ row, colours: SERIES[which % SERIES.length]! }))
    .toReversed()
    .map(({ row, colours }) => {
      const left = end - Math.min(16, row.name.length) * 8 - 18
      const said = text(row.name, { x: left + 18, y: 28, size: 13, fill: MUTED, most: 16 })
      end = left - 16
      return `<rect x="${left}" y="17" width="12" height="12" rx="3" fill="${colours.fill}" stroke="${colours.stroke}"/>${said}`
    })
    .join('')
}

interface Lettering {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly anchor?: 'middle'
  readonly bold?: boolean
  /** The most letters that fit. */
  readonly most: number
}

/** What people see as one letter stays whole. */
const inLetters = new Intl.Segmenter('en')

function text(words: string, { x, y, size, fill, anchor, bold, most }: Lettering): string {
  const letters = Array.from(inLetters.segment(words), ({ segment }) => segment)
  const cut =
    letters.length > most ? `${letters.slice(0, Math.max(1, Math.floor(most) - 1)).join('')}…` : words
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${anchor ? ` text-anchor="${anchor}"` : ''}${bold ? ' font-weight="700"' : ''}>${escaped(cut)}</text>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Safe in XML: signs escaped, and what XML has no place for left out. */
function escaped(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
}
