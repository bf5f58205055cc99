import { chartInWords, chartOf, type Reported } from '../../reports/chart.js'
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
  const text = language === 'de' ? german : english
  const figures = (visitors: number, seconds: number) =>
    withFigures
      ? [visitors, seconds].map((value, at) => ({
          name: text.figures[at]!,
          unit: text.units[at]!,
          value,
          points: [],
        }))
      : []
  const reported: Reported[] = [
    { periodTo: weeksBefore(2), figures: figures(1180, 41), stepsDone: 1, stepsOpen: 7 },
    { periodTo: weeksBefore(1), figures: figures(1304, 44.5), stepsDone: 2, stepsOpen: 5 },
    { periodTo: TO, figures: figures(1612, 58.5), stepsDone: 2, stepsOpen: 3 },
  ]
  const chart = chartOf(reported[2]!, reported.slice(0, 2), { language, zone: 'UTC' })
  return {
    ...is.order,
    reportId: withFigures ? 'rpt_sample_figures' : 'rpt_sample_steps',
    report: 3,
    from: weeksBefore(1),
    to: TO,
    content: contentOf(text, figures(1612, 58.5), withFigures),
    chart,
    shows: chartInWords(chart, language),
  }
}

function contentOf(
  text: typeof english,
  figures: ReportContent['figures'],
  isWritten: boolean,
): ReportContent {
  const item = (words: string, at: string | null): ReportItem => ({ text: words, at })
  return {
    note: isWritten ? text.note : '',
    done: text.done.map((words, at) => item(words, `2026-12-${10 + at}T15:00:00Z`)),
    next: text.next.map((words, at) => item(words, `2026-12-${16 + at}T16:00:00Z`)),
    questions: [item(text.question, null)],
    figures,
  }
}
