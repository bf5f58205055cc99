import type { Caller } from '../support/caller.js'
import type { World } from '../support/world.js'
import { ADMIN } from '../onboarding/a-document.js'

export const DAY = 86_400_000
export const WEEK = 7 * DAY

/** A report as the tests look at it. */
export interface Seen {
  readonly id: string
  readonly status: string
  readonly version: number
  readonly number: number | null
  readonly periodFrom: string
  readonly periodTo: string
  readonly dueAt: string
  readonly sendAt: string | null
  readonly language: string | null
  readonly note: string
  readonly done: { text: string; at: string | null }[]
  readonly next: { text: string; at: string | null }[]
  readonly questions: { text: string }[]
  readonly figures: { name: string; value: number }[]
  readonly series: { name: string; points: { label: string; value: number }[] }[]
  readonly pictureUrl: string | null
  readonly pictureText: string | null
  readonly availableActions: { name: string; allowed: boolean }[]
}

export const REPORT = `id status version number periodFrom periodTo dueAt sendAt language note
  done { text at } next { text at } questions { text } figures { name unit value points { label value } }
  series { name unit points { label value } } pictureUrl pictureText availableActions { name allowed refusal }`

/** The order's reports as somebody sees them, the oldest first. */
export async function reportsOf(caller: Caller, orderId: string): Promise<Seen[]> {
  const { order } = await caller.ask(
    `query($id: ID!) { order(id: $id) { reports(first: 50, sort: [{ field: dueAt, direction: ASC }]) { nodes { ${REPORT} } } } }`,
    { id: orderId },
  )
  return order.reports.nodes
}

export const tradeTime = async (world: World) =>
  new Date((await world.rows<{ now: Date }>('select app_now() as now'))[0]!.now)

/** Moves the clock to just after a moment. */
export async function moveTo(world: World, moment: string | Date): Promise<void> {
  const ms = new Date(moment).getTime() - (await tradeTime(world)).getTime() + 3000
  if (ms > 0) await world.move(ms)
}

/** Moves to the time of the order's next report; gives the draft. */
export async function aDraft(world: World, orderId: string): Promise<Seen> {
  const admin = await world.as(ADMIN)
  const due = (await reportsOf(admin, orderId)).find((report) => report.status === 'DUE')!
  await moveTo(world, due.dueAt)
  return (await reportsOf(admin, orderId)).find((report) => report.id === due.id)!
}

const CONTENT = 'content: { note: $n, done: $d, next: $x, questions: $q, figures: $f }'
export const SAVE = `mutation($id: ID!, $n: String, $d: [ReportItemInput!]!, $x: [ReportItemInput!]!, $q: [ReportItemInput!]!, $f: [ReportFigureInput!]!) { saveReport(id: $id, ${CONTENT}) { ${REPORT} } }`
export const SEND = `mutation($id: ID!, $v: Int) { sendReport(id: $id, expectedVersion: $v) { ${REPORT} } }`
export const SKIP = `mutation($id: ID!, $r: String!) { skipReport(id: $id, reason: $r) { ${REPORT} } }`
export const DRAFT_NOW = `mutation($id: ID!) { draftReport(id: $id) { ${REPORT} } }`
export const CADENCE = `mutation($o: ID!, $c: ReportCadence!) { setReportCadence(orderId: $o, cadence: $c) { id reportCadence nextReportAt } }`

/** What a draft says, with some of it said differently, as `SAVE` takes it. */
export function asSaved(draft: Seen, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: draft.id,
    n: draft.note,
    d: draft.done,
    x: draft.next,
    q: draft.questions,
    f: draft.figures,
    ...change,
  }
}

/** The mails with reports that somebody got. */
export async function reportMails(world: World, email: string) {
  return (await world.inbox(email)).filter((mail) => mail.template === 'report')
}

/** What earlier tests left behind has had its time: moving the clock on would only bring it about again and again. */
export async function nothingMoreIsDue(world: World): Promise<void> {
  await world.rows('delete from deadlines')
}
