import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import type { ReportItem } from './report-content.js'
import type { ReportWords } from './words.js'
import { serviceWhereSeveral } from './what-happened.js'

/** More than this is summed up. */
const MOST = 12

interface OpenStep {
  readonly title: string
  readonly service: string | null
  readonly revision: boolean
  readonly waits: boolean
  /** By when; nothing where that is over already, or stands still. */
  readonly by: Date | null
}

interface Form {
  readonly service: string
  readonly status: string
}

/** What stands before an order: what comes next, what waits for an answer, and how many steps are open. */
export interface Ahead {
  readonly next: ReportItem[]
  readonly questions: ReportItem[]
  readonly open: number
}

/** What comes next for an order and what it waits for, as its reader may know it. */
export async function whatIsNext(tx: Tx, orderId: string, words: ReportWords): Promise<Ahead> {
  const steps = await openSteps(tx, orderId)
  const forms = await openForms(tx, orderId)
  const next = [
    ...forms.filter((f) => !waitsForReader(f)).map((f) => item(words.checking(f.service))),
    ...steps.filter((s) => !s.waits).map((s) => item(nameOf(s, words), s.by)),
  ]
  const questions = [
    ...forms.filter(waitsForReader).map((f) => item(asked(f, words))),
    ...steps.filter((s) => s.waits).map((s) => item(words.answerMissing(nameOf(s, words)))),
  ]
  const nothingOpen = !steps.length && !forms.length
  return {
    next: nothingOpen ? [item(words.delivering)] : atMost(next, words),
    questions: atMost(questions, words),
    open: steps.filter((step) => !step.revision).length,
  }
}

const item = (text: string, at: Date | null = null): ReportItem => ({
  text,
  at: at && new Date(at).toISOString(),
})

const waitsForReader = (form: Form) => !['SUBMITTED', 'IN_REVIEW'].includes(form.status)

const asked = (form: Form, words: ReportWords) =>
  form.status === 'CHANGES_REQUESTED' ? words.formSentBack(form.service) : words.formMissing(form.service)

const nameOf = (step: OpenStep, words: ReportWords) =>
  step.revision ? words.revising : words.step(step.title, step.service)

function atMost(items: ReportItem[], words: ReportWords): ReportItem[] {
  const unlike = items.filter((one, at) => items.findIndex((other) => other.text === one.text) === at)
  return unlike.length <= MOST ? unlike : [...unlike.slice(0, MOST), item(words.more(unlike.length - MOST))]
}

function openSteps(tx: Tx, orderId: string): Promise<OpenStep[]> {
  return rows<OpenStep>(
    tx,
    sql`select k.title, ${serviceWhereSeveral(sql.raw('k.line_id'))} as service, k.revision is not null as revision, k.waiting_on_buyer as waits,
        case when k.paused_at is null and k.due_at > ${tx.now} then k.due_at end as by
      from tasks k where k.order_id = ${orderId} and (k.step_key is not null or k.revision is not null) and k.status not in ('DONE', 'CANCELLED')
      order by k.due_at, k.id`,
  )
}

function openForms(tx: Tx, orderId: string): Promise<Form[]> {
  return rows<Form>(
    tx,
    sql`select s.name as service, d.status from onboarding_documents d join order_lines l on l.id = d.line_id join services s on s.id = l.service_id
      where d.order_id = ${orderId} and d.status in ('REQUESTED', 'DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED') order by l.position`,
  )
}
