import { agree } from './agree.js'
import type { Run } from './kind.js'
import { lineOf, type Op } from './op.js'
import type { OrderIds } from './order-kind.js'
import { type OrderLife, stageOf } from './order-life.js'

interface Seen {
  status: string
  stage: string
  held: string
  due: string
  closed: boolean
  revenue: string
  document: { id: string; status: string; revisions: string[] } | null
  addOn: string | null
  tasks: { id: string; step: string; status: string }[]
  ops: (Omit<Op, 'amount'> & { amount: string })[]
  events: number
  last: number
  sum: string
}

const LOOK = `select o.status, o.stage, f.held::text as held, f.refund_due::text as due, f.closed_at is not null as closed,
  coalesce((select sum(p.amount) from postings p where p.order_id = o.id and p.account = 'revenue'), 0)::text as revenue,
  (select json_build_object('id', d.id, 'status', d.status, 'revisions', (select coalesce(json_agg(r.id order by r.number), '[]') from onboarding_revisions r where r.document_id = d.id))
    from onboarding_documents d where d.order_id = o.id) as document,
  (select p.status from provisionings p where p.order_id = o.id) as "addOn",
  (select coalesce(json_agg(json_build_object('id', t.id, 'step', coalesce(t.step_key, 'revision ' || t.revision), 'status', t.status) order by t.created_at, t.step_key), '[]') from tasks t where t.order_id = o.id and (t.step_key is not null or t.revision is not null)) as tasks,
  (select coalesce(json_agg(json_build_object('id', p.id, 'purpose', p.purpose, 'kind', p.kind, 'state', case p.state when 'SENT' then 'UNKNOWN' else p.state end, 'attempt', p.attempt, 'amount', p.amount::text, 'key', p.key, 'cancelAsked', p.cancel_asked_at is not null) order by p.id), '[]')
    from operations p where p.order_id = o.id) as ops,
  (select count(*)::int from events e where e.stream_id = o.id) as events,
  (select s.last_sequence::int from streams s where s.id = o.id) as last,
  coalesce((select sum(p.amount) from postings p where p.order_id = o.id), 0)::text as sum
  from orders o join held_funds f on f.id = o.id where o.id = $1`

/** The program's books and states are the model's; what only the program knows (ids, keys) is noted for the next step. */
export async function compareOrder(run: Run<OrderLife, OrderIds>, after: string): Promise<void> {
  const { rig, life } = run
  const [seen] = await rig.rows<Seen>(LOOK, [life.id])
  if (!seen) throw new Error(`${after}: the order is gone`)
  const { document, tasks, ops } = seen
  const actual = {
    status: seen.status,
    stage: seen.stage,
    held: seen.held,
    due: seen.due,
    revenue: seen.revenue,
    closed: seen.closed,
    document: document?.status,
    revisions: document?.revisions.length,
    addOn: seen.addOn ?? 'NONE',
    work: tasks.map((task) => `${task.step} ${task.status}`).sort(),
    ops: ops.map(lineOf),
    sum: seen.sum,
    gapless: seen.events === seen.last,
  }
  const wanted = {
    status: life.status,
    stage: stageOf(life),
    held: String(life.held),
    due: String(life.due),
    revenue: String(life.revenue),
    closed: life.closed,
    document: life.document?.status,
    revisions: life.document?.revisions,
    addOn: life.addOn,
    work: life.work.map((work) => `${work.step} ${work.status}`).sort(),
    ops: life.ops.map(lineOf),
    sum: '0',
    gapless: true,
  }
  agree(after, wanted, actual)
  ops.forEach((op, i) => Object.assign(life.ops[i]!, { id: op.id, key: op.key }))
  run.ids = {
    order: life.id,
    document: document?.id,
    revisions: document?.revisions ?? [],
    tasks: Object.fromEntries(tasks.map((task) => [task.step, task.id])),
  }
}
