import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import type { ReportItem } from './report-content.js'
import type { ReportWords } from './words.js'

/** The time a report tells of: from one moment up to before another. */
export interface Period {
  readonly orderId: string
  readonly from: Date
  readonly to: Date
}

interface Step {
  readonly title: string
  readonly service: string | null
  readonly at: Date
}

/** What may be told of an event: nothing else of it gets into a report, no names, no reasons and no notes. */
const TOLD: Readonly<Record<string, (words: ReportWords, service: string) => string>> = {
  'order.opened': (words) => words.begun,
  'order.delivered': (words) => words.delivered,
  'onboarding.submitted': (words, service) => words.submitted(service),
  'onboarding.approved': (words, service) => words.approved(service),
  'onboarding.waived': (words, service) => words.waived(service),
  'onboarding.changes-requested': (words, service) => words.sentBack(service),
  'provisioning.activated': (words, service) => words.activated(service),
}

/** What was done for an order in a time, the oldest first, and how many steps of its services were among it. */
export async function whatWasDone(
  tx: Tx,
  period: Period,
  words: ReportWords,
): Promise<{ items: ReportItem[]; steps: number }> {
  const steps = await stepsDone(tx, period)
  const revisions = await revisionsDone(tx, period)
  const happened = await toldEvents(tx, period)
  const items = [
    ...steps.map((step) => item(words.step(step.title, step.service), step.at)),
    ...revisions.map(({ at }) => item(words.revised, at)),
    ...happened.map(({ type, service, at }) => item(TOLD[type]!(words, service ?? ''), at)),
  ]
  return { items: items.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? '')), steps: steps.length }
}

const item = (text: string, at: Date): ReportItem => ({ text, at: new Date(at).toISOString() })

/** Steps of blueprints alone: what the system raises tasks for is the team's own business. */
function stepsDone(tx: Tx, { orderId, from, to }: Period): Promise<Step[]> {
  return rows<Step>(
    tx,
    sql`select k.title, ${serviceWhereSeveral(sql.raw('k.line_id'))} as service, k.ended_at as at from tasks k
      where k.order_id = ${orderId} and k.step_key is not null and k.revision is null and k.status = 'DONE' and k.ended_at >= ${from} and k.ended_at < ${to} order by k.ended_at, k.id`,
  )
}

function revisionsDone(tx: Tx, { orderId, from, to }: Period): Promise<{ at: Date }[]> {
  return rows<{ at: Date }>(
    tx,
    sql`select k.ended_at as at from tasks k where k.order_id = ${orderId} and k.revision is not null and k.status = 'DONE'
      and k.ended_at >= ${from} and k.ended_at < ${to} order by k.ended_at`,
  )
}

function toldEvents(
  tx: Tx,
  { orderId, from, to }: Period,
): Promise<{ type: string; service: string | null; at: Date }[]> {
  return rows(
    tx,
    sql`select e.type, e.occurred_at as at, (select s.name from order_lines l join services s on s.id = l.service_id
        where l.id = coalesce((select d.line_id from onboarding_documents d where d.id = e.aggregate_id), (select v.line_id from provisionings v where v.id = e.aggregate_id))) as service
      from events e where e.stream_id = ${orderId} and e.type = any(${Object.keys(TOLD)}::text[]) and e.visibility <> 'STAFF'
        and e.occurred_at >= ${from} and e.occurred_at < ${to} order by e.sequence`,
  )
}

/** The name of a line's service, where the order has several whose work is done by people. */
export function serviceWhereSeveral(lineId: ReturnType<typeof sql.raw>) {
  return sql`(select s.name from order_lines l join services s on s.id = l.service_id where l.id = ${lineId}
    and (select count(*) from order_lines o where o.order_id = l.order_id and o.flow = 'ONBOARDED') > 1)`
}
