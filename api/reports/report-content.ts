import { type FieldProblem, refuseFields } from '../lib/refusal.js'
import { isKeepable } from '../lib/words.js'

/** Something that was done or is to come; `at` is when it was done, or by when it is meant to be. ISO-8601. */
export interface ReportItem {
  readonly text: string
  readonly at: string | null
}

/** A figure that the team entered, for example visitors; `points` are its course where it has one of its own. */
export interface ReportFigure {
  readonly name: string
  /** What it is counted in; empty where it is a plain number. */
  readonly unit: string
  readonly value: number
  readonly points: readonly ReportPoint[]
}

export interface ReportPoint {
  readonly label: string
  readonly value: number
}

/** What a report says. */
export interface ReportContent {
  /** The team's own words to the reader; empty where they wrote none. */
  readonly note: string
  readonly done: readonly ReportItem[]
  readonly next: readonly ReportItem[]
  readonly questions: readonly ReportItem[]
  readonly figures: readonly ReportFigure[]
}

export const emptyContent: ReportContent = { note: '', done: [], next: [], questions: [], figures: [] }

const MOST = { note: 4000, items: 50, text: 500, figures: 6, name: 60, unit: 20, points: 24, label: 20 }
const LARGEST = 1e15

/** What somebody wrote, trimmed and without empty lines. @refuses VALIDATION */
export function contentGiven(given: ReportContent): ReportContent {
  const items = (list: readonly ReportItem[]) =>
    list.map((item) => ({ ...item, text: item.text.trim() })).filter((item) => item.text)
  const content = {
    note: given.note.trim(),
    done: items(given.done),
    next: items(given.next),
    questions: items(given.questions),
    figures: given.figures.map((figure) => ({
      ...figure,
      name: figure.name.trim(),
      unit: figure.unit.trim(),
      points: figure.points.map((point) => ({ ...point, label: point.label.trim() })),
    })),
  }
  const problems = problemsOf(content)
  if (problems.length) refuseFields(problems)
  return content
}

function problemsOf({ note, figures, ...lists }: ReportContent): FieldProblem[] {
  return [
    ...atMost('note', note, MOST.note),
    ...Object.entries(lists).flatMap(([name, items]) => [
      ...(items.length > MOST.items ? [{ path: name, message: `at most ${MOST.items}` }] : []),
      ...items.flatMap((item, at) => atMost(`${name}.${at}.text`, item.text, MOST.text)),
    ]),
    ...(figures.length > MOST.figures ? [{ path: 'figures', message: `at most ${MOST.figures}` }] : []),
    ...figures.flatMap((figure, at) => problemsOfFigure(`figures.${at}`, figure)),
  ]
}

function problemsOfFigure(path: string, { name, unit, value, points }: ReportFigure): FieldProblem[] {
  return [
    ...(name ? atMost(`${path}.name`, name, MOST.name) : [{ path: `${path}.name`, message: 'a name' }]),
    ...atMost(`${path}.unit`, unit, MOST.unit),
    ...aNumber(`${path}.value`, value),
    ...(points.length > MOST.points ? [{ path: `${path}.points`, message: `at most ${MOST.points}` }] : []),
    ...points.flatMap((point, at) => [
      ...atMost(`${path}.points.${at}.label`, point.label, MOST.label),
      ...aNumber(`${path}.points.${at}.value`, point.value),
    ]),
  ]
}

function atMost(path: string, text: string, most: number): FieldProblem[] {
  if (text.length > most) return [{ path, message: `at most ${most} characters` }]
  return isKeepable(text) ? [] : [{ path, message: 'text without control characters' }]
}

function aNumber(path: string, value: number): FieldProblem[] {
  return Number.isFinite(value) && Math.abs(value) <= LARGEST
    ? []
    : [{ path, message: 'a number of at most 15 digits' }]
}
