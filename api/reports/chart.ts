import type { ReportFigure, ReportPoint } from './report-content.js'
import { reportWords } from './words.js'

/** What a report's picture shows: the team's figures, each with its course, or the steps of the work over time. */
export interface ReportChart {
  readonly kind: 'FIGURES' | 'STEPS'
  readonly series: readonly ChartSeries[]
}

export interface ChartSeries {
  readonly name: string
  /** What it is counted in; empty where it is a plain number. */
  readonly unit: string
  readonly points: readonly ReportPoint[]
}

/** A report as its chart sees it: this one, or one that was sent before. */
export interface Reported {
  readonly periodTo: Date
  readonly figures: readonly ReportFigure[]
  readonly stepsDone: number
  readonly stepsOpen: number
}

/** Figures that are drawn; the table below the picture has all of them. */
export const MOST_DRAWN = 3

/** Makes the chart of a report: `before` are those sent before it, the oldest first. `zone` is that of the days. */
export function chartOf(
  now: Reported,
  before: readonly Reported[],
  of: { readonly language: string; readonly zone: string },
): ReportChart {
  const dayOf = new Intl.DateTimeFormat(of.language === 'en' ? 'en-GB' : of.language, {
    day: 'numeric',
    month: 'short',
    timeZone: of.zone,
  })
  const all = [...before, now].map((report) => ({ ...report, label: dayOf.format(report.periodTo) }))
  if (now.figures.length)
    return { kind: 'FIGURES', series: now.figures.map((figure) => courseOf(figure, all)) }
  const { chart } = reportWords(of.language)
  const steps = (name: string, count: (report: Reported) => number): ChartSeries => ({
    name,
    unit: '',
    points: all.map((report) => ({ label: report.label, value: count(report) })),
  })
  return {
    kind: 'STEPS',
    series: [steps(chart.done, (r) => r.stepsDone), steps(chart.open, (r) => r.stepsOpen)],
  }
}

/** A figure's own course, else its values in the reports so far. */
function courseOf(figure: ReportFigure, all: readonly (Reported & { label: string })[]): ChartSeries {
  const { name, unit, points } = figure
  if (points.length > 1) return { name, unit, points }
  const earlier = all.flatMap((report) => {
    const same = report.figures.find((other) => other.name === name && other.unit === unit)
    return same ? [{ label: report.label, value: same.value }] : []
  })
  return { name, unit, points: earlier }
}

/** The chart in words, for whoever does not see the picture. */
export function chartInWords(chart: ReportChart, language: string): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const title = chart.kind === 'STEPS' ? [`${reportWords(language).chart.steps}.`] : []
  const series = chart.series.map(({ name, unit, points }) => {
    const said = points.map(({ label, value }) => `${label} ${number.format(value)}`).join(', ')
    return `${unit ? `${name} (${unit})` : name}: ${said}.`
  })
  return [...title, ...series].join(' ')
}
