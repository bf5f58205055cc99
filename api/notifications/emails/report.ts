import {
  type Block,
  button,
  facts,
  heading,
  list,
  type ListItem,
  oneLine,
  paragraph,
  picture,
  quiet,
  quote,
  subheading,
  table,
} from '../../platform/mailer/content.js'
import type { ReportItem } from '../../reports/report-content.js'
import { email, type Reader } from '../email.js'
import type { ReportFacts } from '../report-facts.js'
import { sampleReport } from '../samples/sample-report.js'

/** To who placed the order, at its cadence: what was done, what is next, how it stands, what waits for an answer. */
export const report = email<ReportFacts>(
  'report',
  (facts_, to) => {
    const { report: w } = to.words.reports
    const { common } = to.words
    const { content, from, to: until } = facts_
    const [first, last] = [to.day(from), to.day(until)]
    return {
      subject: w.subject(facts_.report, facts_.number, first, last),
      preheader: w.preheader(content.done.length),
      why: w.why,
      blocks: [
        heading(w.heading(facts_.report)),
        to.hello,
        paragraph(w.intro(oneLine(facts_.beneficiary))),
        ...(content.note ? [quote(content.note)] : []),
        facts([
          [common.order, facts_.number],
          [common.forWhom, facts_.beneficiary],
          [w.period, w.span(first, last)],
        ]),
        ...section(
          w.done,
          content.done.map((item) => dated(item, to, w.on)),
          w.nothingDone,
        ),
        ...figures(facts_, to),
        ...section(
          w.next,
          content.next.map((item) => dated(item, to, w.by)),
          w.nothingNext,
        ),
        ...section(
          w.questions,
          content.questions.map((item) => ({ text: item.text })),
        ),
        button(w.open, to.pages.report(facts_.reportId)),
        quiet(w.keep),
      ],
    }
  },
  (is) => [
    { facts: sampleReport(is, true), to: is.buyer },
    { variant: 'steps', facts: sampleReport(is, false), to: is.buyer },
  ],
)

/** A part of the report; one without anything in it says so, or is left out where there is nothing to say. */
function section(title: string, items: readonly ListItem[], otherwise?: string): Block[] {
  if (items.length) return [subheading(title), list(items)]
  return otherwise ? [subheading(title), paragraph(otherwise)] : []
}

function dated({ text, at }: ReportItem, to: Reader, say: (text: string, day: string) => string): ListItem {
  if (!at) return { text }
  return { text: say(text.replace(/\.$/, ''), to.day(new Date(at))) }
}

/** The picture, and all that it shows as a table: every figure with its value before, or the steps over time. */
function figures({ reportId, chart, shows, content }: ReportFacts, to: Reader): Block[] {
  const { report: w } = to.words.reports
  const shown = [picture(reportId, shows)]
  if (chart.kind === 'STEPS') {
    const [done, open] = chart.series
    const rows = (done?.points ?? []).map((point, at) => [
      point.label,
      to.number(point.value),
      to.number(open?.points[at]?.value ?? 0),
    ])
    return [subheading(w.steps), ...shown, table([w.until, done?.name ?? '', open?.name ?? ''], rows)]
  }
  const rows = content.figures.map(({ name, unit, value }, at) => {
    const before = chart.series[at]?.points.at(-2)
    return [unit ? `${name} (${unit})` : name, before ? to.number(before.value) : '–', to.number(value)]
  })
  return [subheading(w.figures), ...shown, table([w.figure, w.before, w.now], rows)]
}
