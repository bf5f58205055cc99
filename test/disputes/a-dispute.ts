import { randomUUID } from 'node:crypto'
import { aCampaign, BUYER, CHANNEL } from '../support/campaigns.js'
import { joins } from '../support/joins.js'
import { stockSmallPackage } from '../support/small-package.js'
import { takingOf } from '../support/verbs.js'
import type { World } from '../support/world.js'

const GIVEN = 'id: $id, idempotencyKey: $k'
const SEEN = `{ id status version yourSide reason respondBy informationBy asked fallbackAt dueAt decision overdue endedAt
  held { amount } refund { amount } released { amount } campaign { id status } availableActions { name allowed refusal deadline } }`
const SAID = '$id: ID!, $k: String!, $s: String!, $e: [ID!], $v: Int, $d: Boolean'
const WITH = `${GIVEN}, statement: $s, evidence: $e, expectedVersion: $v, dryRun: $d`

/** Every verb of a dispute as a document. */
export const DISPUTE_VERBS = {
  open: `mutation(${SAID}, $r: DisputeReason!) { openDispute(${WITH}, reason: $r) ${SEEN} }`,
  say: `mutation($id: ID!, $k: String!, $s: String!) { addStatement(${GIVEN}, statement: $s) ${SEEN} }`,
  show: `mutation($id: ID!, $k: String!, $e: [ID!]!) { addEvidence(${GIVEN}, evidence: $e) ${SEEN} }`,
  respond: `mutation(${SAID}) { respondToDispute(${WITH}) ${SEEN} }`,
  ask: `mutation($id: ID!, $k: String!, $o: DisputeParty!, $q: String!) { requestDisputeInformation(${GIVEN}, of: $o, question: $q) ${SEEN} }`,
  answer: `mutation(${SAID}) { answerDisputeInformation(${WITH}) ${SEEN} }`,
  resolve: `mutation($id: ID!, $k: String!, $c: DisputeDecision!, $f: BigInt, $w: String!, $v: Int, $d: Boolean) {
    resolveDispute(${GIVEN}, decision: $c, refund: $f, reasoning: $w, expectedVersion: $v, dryRun: $d) ${SEEN} }`,
  withdraw: `mutation($id: ID!, $k: String!) { withdrawDispute(${GIVEN}) ${SEEN} }`,
} as const

/** What a buyer says when all is well with the dispute itself. */
export const CLAIM = { r: 'NOT_PERFORMED', s: 'Nothing was ever sent to the readers.' }
/** Why the team decides as it does. */
export const WHY = { w: 'The issue of Monday did not carry the feature.' }

/** A dispute as the schema shows it. */
export interface Seen {
  readonly id: string
  readonly status: string
  readonly version: number
  readonly campaign: { id: string; status: string }
  readonly availableActions: {
    name: string
    allowed: boolean
    refusal: string | null
    deadline: string | null
  }[]
  readonly [field: string]: unknown
}

/** Takes a verb, or gives what it is refused with. */
export const { take: act, refusal: refusedTo } = takingOf<keyof typeof DISPUTE_VERBS, Seen>(DISPUTE_VERBS)

/** A dispute that an owner of the agency has just opened over a completed campaign. */
export async function aDispute(world: World, token?: string) {
  const campaign = await aCampaign(world, {
    at: 'COMPLETION_CLAIMED',
    token,
    package: await aLastingPackage(world),
  })
  const dispute = await act(world, BUYER, 'open', { id: campaign.id, ...CLAIM })
  return { ...dispute, id: dispute.id, campaign }
}

/** A package that is on sale however far the clock is moved. Gives its name. */
async function aLastingPackage(world: World): Promise<string> {
  const known = await world.rows(`select from services where name = 'Small package'`)
  if (!known.length)
    await stockSmallPackage(
      (statement, values) => world.rows(statement, values),
      async (document, variables) => (await world.as(CHANNEL)).ask(document, variables),
      { price: 49_900n, creative: 'banner' },
    )
  return 'Small package'
}

/** What the log says of a dispute. */
export async function disputeLog(world: World, id: string) {
  const events = await world.rows<{ type: string; actor: string; data: Record<string, unknown> }>(
    'select type, actor_kind as actor, data from events where aggregate_id = $1 order by sequence',
    [id],
  )
  return events
}

/** The deadlines of a dispute or campaign, by kind. */
export async function clocksOf(world: World, id: string): Promise<string[]> {
  const found = await world.rows<{ kind: string }>(
    'select kind from deadlines where subject_id = $1 order by kind, due_at',
    [id],
  )
  return found.map(({ kind }) => kind)
}

/** Somebody else of the agency, who is no owner. Gives their address. */
export async function aColleague(world: World): Promise<string> {
  const email = `colleague-${randomUUID().slice(0, 8)}@northwind.test`
  await joins(world, { name: 'Mo Member', email, role: 'MEMBER', of: BUYER })
  return email
}

/** Moves the clock to so many milliseconds before a moment. */
export async function moveTo(world: World, moment: string | Date, before = 0): Promise<void> {
  const [clock] = await world.rows<{ now: Date }>('select app_now() as now')
  const ms = new Date(moment).getTime() - before - clock!.now.getTime()
  if (ms > 0) await world.move(ms)
}
