import { agree } from './agree.js'
import type { AppointmentIds } from './appointment-kind.js'
import { type AppointmentLife, stageOf } from './appointment-life.js'
import type { Run } from './kind.js'
import { lineOf, type Op } from './op.js'

interface Seen {
  status: string
  stage: string
  held: string
  due: string
  revenue: string
  sum: string
  closed: boolean
  appointment: { id: string; status: string; attempts: number; startsAt: number | null } | null
  ops: (Omit<Op, 'amount'> & { amount: string })[]
  events: number
  last: number
}

const balance = (account: string) =>
  `coalesce((select sum(p.amount) from postings p where p.order_id = o.id and p.account like '${account}'), 0)::text`

const LOOK = `select o.status, o.stage, f.held::text as held, f.refund_due::text as due, f.closed_at is not null as closed,
  ${balance('revenue')} as revenue, ${balance('%')} as sum,
  (select json_build_object('id', a.id, 'status', a.status, 'attempts', a.attempts_made, 'startsAt', round(extract(epoch from a.starts_at) * 1000)::float8)
    from appointments a where a.order_id = o.id) as appointment,
  (select coalesce(json_agg(json_build_object('id', p.id, 'purpose', p.purpose, 'kind', p.kind, 'state', case p.state when 'SENT' then 'UNKNOWN' else p.state end, 'attempt', p.attempt, 'amount', p.amount::text, 'key', p.key, 'cancelAsked', p.cancel_asked_at is not null) order by p.id), '[]')
    from operations p where p.order_id = o.id) as ops,
  (select count(*)::int from events e where e.stream_id = o.id) as events,
  (select s.last_sequence::int from streams s where s.id = o.id) as last
  from orders o join held_funds f on f.id = o.id where o.id = $1`

/** The program's books and states are the model's; what only the program knows (ids, keys) is noted for the next step. */
export async function compareAppointment(
  run: Run<AppointmentLife, AppointmentIds>,
  after: string,
): Promise<void> {
  const { rig, life } = run
  const [seen] = await rig.rows<Seen>(LOOK, [life.id])
  if (!seen) throw new Error(`${after}: the order is gone`)
  const { appointment, ops } = seen
  agree(after, wanted(life), {
    status: seen.status,
    stage: seen.stage,
    appointment: appointment?.status,
    attempts: appointment?.attempts,
    startsAt: appointment?.startsAt,
    money: [seen.held, seen.due, seen.revenue, seen.sum],
    closed: seen.closed,
    ops: ops.map(lineOf),
    gapless: seen.events === seen.last,
  })
  ops.forEach((op, i) => Object.assign(life.ops[i]!, { id: op.id, key: op.key }))
  run.ids = { ...run.ids, appointment: appointment?.id }
  if (appointment) await rig.givesLink(appointment.id)
}

/** What must be true, in the order in which people would ask. */
function wanted(life: AppointmentLife) {
  const { appointment, held, due, revenue } = life
  return {
    status: life.status,
    stage: stageOf(life),
    appointment: appointment?.status,
    attempts: appointment?.attempts,
    startsAt: appointment && (appointment.startsAt ?? null),
    money: [...[held, due, revenue].map(String), '0'],
    closed: life.closed,
    ops: life.ops.map(lineOf),
    gapless: true,
  }
}
