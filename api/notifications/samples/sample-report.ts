import { chartInWords, chartOf, type ReportChart, type Reported } from '../../reports/chart.js'
import type { ReportContent, ReportItem } from '../../reports/report-content.js'
import type { ReportFacts } from '../report-facts.js'
import { languageFor } from '../words/words.js'
import type { SampleWorld } from './sample-world.js'

const TO = new Date('2026-12-14T09:00:00Z')
const WEEK_MS = 7 * 86_400_000
const weeksBefore = (weeks: number) => new Date(TO.getTime() - weeks * WEEK_MS)

const english = {
  note: 'The first pages are online. People stay longer on them than on the old ones, which is a good sign.',
  done: ['Draft the home page', 'Take the photos of the shop'],
  next: ['Write the contact page', 'Connect the address'],
  question: '“Choose the opening picture” waits for an answer. The question stands on the order’s page.',
  figures: ['Visitors', 'Time on the page'],
  units: ['per week', 's'],
}

const german: typeof english = {
  note: 'Die ersten Seiten sind online. Besucherinnen und Besucher bleiben dort länger als auf den alten, das ist ein gutes Zeichen.',
  done: ['Startseite entwerfen', 'Fotos des Ladens machen'],
  next: ['Kontaktseite schreiben', 'Internetadresse verbinden'],
  question: '„Titelbild auswählen“ wartet auf eine Antwort. Die Frage steht auf der Seite des Auftrags.',
  figures: ['Besuche', 'Zeit auf der Seite'],
  units: ['pro Woche', 's'],
}

/** The third report on the sample order: with figures that the team entered, or with the steps of the work alone. */
export function sampleReport(is: SampleWorld, withFigures: boolean): ReportFacts {
  const language = languageFor(is.buyer.locale)
  const reportId = `rpt_sample_${withFigures ? 'figures' : 'steps'}_${language}`
  const { chart, figures } = sampleChart(reportId)
  return {
    ...is.order,
    reportId,
    report: 3,
    from: weeksBefore(1),
    to: TO,
    content: contentOf(textIn(language), figures),
    chart,
    shows: chartInWords(chart, language),
  }
}

/** What the picture of a sample shows, by the id of its report. */
export function sampleChart(reportId: string): {
  chart: ReportChart
  language: string
  figures: ReportContent['figures']
} {
  const [, , kind, language = 'en'] = reportId.split('_')
  const text = textIn(language)
  const figures = (visitors: number, seconds: number) =>
    kind === 'figures'
      ? [visitors, seconds].map((value, at) => ({
          name: text.figures[at]!,
          unit: text.units[at]!,
          value,
          points: [],
        }))
      : []
  const now = { periodTo: TO, figures: figures(1612, 58.5), stepsDone: 2, stepsOpen: 3 }
  const before: Reported[] = [
    { periodTo: weeksBefore(2), figures: figures(1180, 41), stepsDone: 1, stepsOpen: 7 },
    { periodTo: weeksBefore(1), figures: figures(1304, 44.5), stepsDone: 2, stepsOpen: 5 },
  ]
  return { chart: chartOf(now, before, { language, zone: 'UTC' }), language, figures: now.figures }
}

const textIn = (language: string) => (language === 'de' ? german : english)

/** Whoever entered figures has written a few words, too. */
function contentOf(text: typeof english, figures: ReportContent['figures']): ReportContent {
  const item = (words: string, at: string | null): ReportItem => ({ text: words, at })
  return {
    note: figures.length ? text.note : '',
    done: text.done.map((words, at) => item(words, `2026-12-${10 + at}T15:00:00Z`)),
    next: text.next.map((words, at) => item(words, `2026-12-${16 + at}T16:00:00Z`)),
    questions: [item(text.question, null)],
    figures,
  }
}
