import { agree } from './agree.js'
import type { CampaignIds } from './campaign-kind.js'
import { type CampaignLife, stageOf } from './campaign-life.js'
import type { Run } from './kind.js'
import { lineOf, type Op } from './op.js'

interface Seen {
  status: string
  stage: string
  held: string
  due: string
  payable: string
  fees: string
  closed: boolean
  frozen: boolean
  campaign: {
    id: string
    status: string
    outcome: string | null
    captured: boolean
    releaseHeld: boolean
    proposal: string | null
    moments: (number | null)[]
    versions: { id: string; status: string }[]
  } | null
  dispute: { id: string; status: string; asked: string | null } | null
  ops: (Omit<Op, 'amount'> & { amount: string })[]
  events: number
  last: number
  sum: string
}

const balance = (account: string) =>
  `coalesce((select sum(p.amount) from postings p where p.order_id = o.id and p.account like '${account}'), 0)::text`
const moment = (column: string) => `round(extract(epoch from c.${column}) * 1000)::float8`

const LOOK = `select o.status, o.stage, f.held::text as held, f.refund_due::text as due, f.closed_at is not null as closed,
  ${balance('payable:%')} as payable, ${balance('fees')} as fees, ${balance('%')} as sum,
  exists (select from freezes z where z.order_id = o.id and z.lifted_at is null) as frozen,
  (select json_build_object('id', c.id, 'status', c.status, 'outcome', c.outcome, 'captured', c.captured_at is not null, 'releaseHeld', c.release_held,
      'proposal', c.proposed_by || ' ' || c.proposal_refund, 'moments', json_build_array(${moment('accept_by')}, ${moment('dispute_by')}, ${moment('pay_again_by')}),
      'versions', (select coalesce(json_agg(json_build_object('id', v.id, 'status', v.status) order by v.number), '[]') from creative_versions v where v.order_id = o.id))
    from campaigns c where c.order_id = o.id) as campaign,
  (select json_build_object('id', d.id, 'status', d.status, 'asked', d.asked) from disputes d where d.order_id = o.id) as dispute,
  (select coalesce(json_agg(json_build_object('id', p.id, 'purpose', p.purpose, 'kind', p.kind, 'state', case p.state when 'SENT' then 'UNKNOWN' else p.state end, 'attempt', p.attempt, 'amount', p.amount::text, 'key', p.key, 'cancelAsked', p.cancel_asked_at is not null) order by p.id), '[]')
    from operations p where p.order_id = o.id) as ops,
  (select count(*)::int from events e where e.stream_id = o.id) as events,
  (select s.last_sequence::int from streams s where s.id = o.id) as last
  from orders o join held_funds f on f.id = o.id where o.id = $1`

/** The program's books and states are the model's; what only the program knows (ids, keys) is noted for the next step. */
export async function compareCampaign(run: Run<CampaignLife, CampaignIds>, after: string): Promise<void> {
  const { rig, life } = run
  const [seen] = await rig.rows<Seen>(LOOK, [life.id])
  if (!seen) throw new Error(`${after}: the order is gone`)
  const { campaign, dispute, ops } = seen
  const actual = {
    status: seen.status,
    stage: seen.stage,
    campaign: campaign && [campaign.status, campaign.outcome, campaign.captured, campaign.releaseHeld],
    moments: campaign && about(campaign.moments),
    proposal: campaign && campaign.proposal,
    creative: campaign && campaign.versions.map((version) => version.status),
    dispute: dispute && [dispute.status, dispute.asked],
    money: [seen.held, seen.due, seen.payable, seen.fees, seen.sum],
    closed: seen.closed,
    frozen: seen.frozen,
    ops: ops.map(lineOf),
    gapless: seen.events === seen.last,
  }
  agree(after, wanted(life), actual)
  ops.forEach((op, i) => Object.assign(life.ops[i]!, { id: op.id, key: op.key }))
  const versions = campaign?.versions.map((version) => version.id) ?? []
  run.ids = { ...run.ids, campaign: campaign?.id, dispute: dispute?.id, versions }
}

/** To the quarter of an hour: the clock of the program runs on while the model thinks. */
const about = (moments: readonly (number | null)[]) =>
  moments.map((moment) => moment && Math.round(moment / 900_000))

/** What must be true, in the order in which people would ask. */
function wanted(life: CampaignLife) {
  const { campaign: c, dispute, held, due, payable, fees } = life
  return {
    status: life.status,
    stage: stageOf(life),
    campaign: c ? [c.status, c.outcome ?? null, c.captured, c.releaseHeld] : null,
    moments: c ? about([c.acceptBy, c.disputeBy ?? null, c.payAgainBy ?? null]) : null,
    proposal: c ? (c.proposal ? `${c.proposal.by} ${c.proposal.refund}` : null) : null,
    creative: c ? [...c.creative.earlier, ...(c.creative.status ? [c.creative.status] : [])] : null,
    dispute: dispute ? [dispute.status, dispute.asked ?? null] : null,
    money: [...[held, due, payable, fees].map(String), '0'],
    closed: life.closed,
    frozen: c?.status === 'DISPUTED',
    ops: life.ops.map(lineOf),
    gapless: true,
  }
}
