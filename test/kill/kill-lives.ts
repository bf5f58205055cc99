import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { aCleanFile, placeSmallCampaign, type SmallPackage } from '../support/small-package.js'
import { placeSmallOrder, type SmallService } from '../support/small-service.js'
import type { Insistent } from './insistent.js'

export type Rows = <T>(statement: string, values?: unknown[]) => Promise<T[]>
export type People = Readonly<
  Record<'buyer' | 'recipient' | 'admin' | 'worker' | 'channel' | 'finance', Insistent>
>

/** What is lived through, and the ways that it ends. */
export interface Stock {
  readonly service: SmallService
  readonly package: SmallPackage
}

/** The key of the one creative that the package needs. */
export const CREATIVE = 'banner'

/** How a campaign's life ends. */
export const endings = ['released', 'split', 'declined', 'withdrawn', 'called off'] as const
export type Ending = (typeof endings)[number]

const verbOf =
  (who: Insistent) =>
  (verb: string, id: string, more = '', variables: Record<string, unknown> = {}, types = '') =>
    who.ask(
      `mutation($id: ID!, $k: String!${types}) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
      {
        id,
        k: randomUUID(),
        ...variables,
      },
    )

/** From the cart to the last task, every step by whoever takes it, each with a key of its own. Returns the order's id. */
export async function liveOneOrder(people: People, { service }: Stock, rows: Rows): Promise<string> {
  const { buyer, recipient, admin, worker } = people
  const order = await placeSmallOrder(buyer.ask, service, true)
  await verbOf(buyer)('payOrder', order, ', paymentToken: "tok_webhook_twice"')
  await until(rows, 'select status = $2 as there from orders where id = $1', [order, 'OPEN'])
  const [document] = await rows<{ id: string }>('select id from onboarding_documents where order_id = $1', [
    order,
  ])
  const a = [{ key: 'goal', value: ['To be found'] }]
  await verbOf(recipient)('submitOnboarding', document!.id, ', answers: $a', { a }, ', $a: [AnswerInput!]!')
  await verbOf(admin)('claimOnboarding', document!.id)
  const [revision] = await rows<{ id: string }>(
    'select newest_revision_id as id from onboarding_documents where id = $1',
    [document!.id],
  )
  await verbOf(admin)('approveOnboarding', document!.id, ', revisionId: $r', { r: revision!.id }, ', $r: ID!')
  const tasks = await rows<{ id: string; step: string }>(
    'select id, step_key as step from tasks where order_id = $1 and step_key is not null order by step_key',
    [order],
  )
  for (const { id, step } of tasks) {
    await verbOf(worker)('startTask', id)
    await verbOf(worker)('submitTask', id, ', checklist: []')
    if (step === 'make') await verbOf(admin)('acceptTask', id)
  }
  return order
}

/** A campaign from the cart to where its money belongs, by one of its ways. Returns the order's id. */
export async function liveOneCampaign(
  people: People,
  stock: Stock,
  rows: Rows,
  ending: Ending,
): Promise<string> {
  const { buyer, channel, admin } = people
  const order = await placeSmallCampaign(buyer.ask, stock.package)
  await verbOf(buyer)('payOrder', order, ', paymentToken: "tok_webhook_twice"')
  await until(rows, 'select status = $2 as there from orders where id = $1', [order, 'OPEN'])
  const [campaign] = await rows<{ id: string }>('select id from campaigns where order_id = $1', [order])
  const { id } = campaign!
  if (ending === 'declined') await verbOf(channel)('declineCampaign', id, ', reason: "Fully booked."')
  else if (ending === 'withdrawn') await verbOf(buyer)('withdrawCampaign', id)
  else {
    await verbOf(channel)('acceptCampaign', id)
    await until(rows, 'select captured_at is not null as there from campaigns where id = $1', [id])
    if (ending === 'called off')
      await verbOf(admin)('cancelCampaign', id, ', refund: "9000", reason: "Both went another way."')
    else await runCampaign(people, rows, { id, ending })
  }
  return order
}

async function runCampaign(
  { buyer, channel, finance }: People,
  rows: Rows,
  { id, ending }: { id: string; ending: Ending },
): Promise<void> {
  const f = await aCleanFile(rows)
  await verbOf(buyer)('uploadCreative', id, `, key: "${CREATIVE}", fileId: $f`, { f }, ', $f: ID!')
  const [version] = await rows<{ id: string }>(
    'select v.id from creative_versions v join campaigns c on c.order_id = v.order_id where c.id = $1',
    [id],
  )
  await verbOf(channel)('approveCreative', version!.id)
  await verbOf(channel)('markCampaignReady', id)
  const checklist = '{ materials: true, connected: true, estimateGiven: true, available: true }'
  await verbOf(channel)('completeCampaign', id, `, checklist: ${checklist}`)
  if (ending === 'released') {
    await verbOf(buyer)('releaseFunds', id)
    return
  }
  await verbOf(buyer)('openDispute', id, ', reason: NOT_PERFORMED, statement: "Nothing was shown."')
  const [dispute] = await rows<{ id: string }>('select id from disputes where campaign_id = $1', [id])
  await verbOf(finance)(
    'resolveDispute',
    dispute!.id,
    ', decision: SPLIT, refund: "7000", reasoning: "Some of it was."',
  )
}

/** Waits until a question is answered with yes. */
async function until(rows: Rows, question: string, values: unknown[]): Promise<void> {
  const end = performance.now() + 120_000
  while (performance.now() < end) {
    const [answer] = await rows<{ there: boolean }>(question, values)
    if (answer?.there) return
    await pause(30)
  }
  throw new Error(`Still not so: ${question} ${JSON.stringify(values)}`)
}
