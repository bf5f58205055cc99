import { randomUUID } from 'node:crypto'
import type { Answer, Caller } from '../test/support/caller.js'
import { CHANNEL, CHECKED, orderCampaign, VERBS } from '../test/support/campaigns.js'
import { keyed } from '../test/support/verbs.js'
import { sendFile } from '../test/support/onboarding-form.js'
import { pay } from '../test/support/shopping.js'
import { type Stage, tell } from './story-house.js'
import { note, step } from './story-print.js'
import * as by from './story-steps.js'

const { ADMIN, BUYER, FINANCE } = by
const HOUR = 3_600_000
const UPLOAD =
  'mutation($id: ID!, $key: String!, $f: ID!) { uploadCreative(id: $id, key: $key, fileId: $f) { label newest { id number } } }'
const DECIDE = {
  approve: 'mutation($id: ID!) { approveCreative(id: $id) { status } }',
  reject: 'mutation($id: ID!, $r: String!) { rejectCreative(id: $id, reason: $r) { status } }',
}
const DISPUTE = `mutation($id: ID!, $k: String!, $r: DisputeReason!, $s: String!) {
  openDispute(id: $id, idempotencyKey: $k, reason: $r, statement: $s) { id status fallbackAt } }`
const RESPOND =
  'mutation($id: ID!, $k: String!, $s: String!) { respondToDispute(id: $id, idempotencyKey: $k, statement: $s) { status } }'
const RESOLVE = `mutation($id: ID!, $k: String!, $f: BigInt!, $r: String!) {
  resolveDispute(id: $id, idempotencyKey: $k, decision: SPLIT, refund: $f, reasoning: $r) { status } }`

interface Offer {
  readonly orderId: string
  readonly id: string
}

await tell('How a campaign goes, and where the buyer’s money is all the while', async (stage) => {
  await toItsRelease(stage)
  await declined(stage)
  await silence(stage)
  await nobodyWorks(stage)
  await captureRefused(stage)
  await disputed(stage)
})

async function toItsRelease(stage: Stage): Promise<void> {
  const channel = await stage.as(CHANNEL)
  step('The agency buys a campaign: its bank sets the money aside, and the channel has 48 hours')
  const offer = await bought(stage)
  await stage.mailboxes(BUYER, CHANNEL)
  step('The channel accepts: only now is the money taken in, and held')
  await take(stage, channel, 'accept', offer)
  await shown(stage, offer.orderId)
  step('Ready is refused until every required creative is approved; one is rejected first, with a reason')
  await refused(channel, 'ready', offer)
  await creativesApproved(stage, offer, 'The second sentence promises too much.')
  await take(stage, channel, 'ready', offer)
  step('Complete: the buyer hears that the money is asked for, and has 48 hours to dispute')
  await take(stage, channel, 'complete', offer, { c: CHECKED, e: null })
  await stage.mailboxes(BUYER, CHANNEL)
  step('48 hours later, without a dispute, the money is released to the channel, less our fee')
  await stage.move(48 * HOUR + 2000)
  await shown(stage, offer.orderId)
  await stage.mailboxes(BUYER, CHANNEL)
}

async function declined(stage: Stage): Promise<void> {
  step('A channel that does not want an order declines and says why: what was set aside is let go at once')
  const offer = await bought(stage)
  const channel = await stage.as(CHANNEL)
  await refused(channel, 'decline', offer, { r: '' })
  await take(stage, channel, 'decline', offer, { r: 'We are fully booked in these weeks.' })
  await shown(stage, offer.orderId)
  await stage.mailboxes(BUYER, CHANNEL)
}

async function silence(stage: Stage): Promise<void> {
  step('A channel that stays silent is reminded twice; at 48:00:00 nothing but expiry is possible')
  const offer = await bought(stage)
  await stage.move(48 * HOUR + 2000)
  await stage.settled()
  await refused(await stage.as(CHANNEL), 'accept', offer)
  await shown(stage, offer.orderId)
  await stage.mailboxes(BUYER, CHANNEL)
}

async function nobodyWorks(stage: Stage): Promise<void> {
  step('No worker runs for 50 hours: the first late click finds the offer expired all the same')
  const [clicked, waiting] = [await bought(stage), await bought(stage)]
  await stage.withoutWorkers(50 * HOUR, async () => {
    await refused(await stage.as(CHANNEL), 'accept', clicked)
    await shown(stage, clicked.orderId)
  })
  step('The workers come back: the other one expires at once, and both voids are on their way')
  for (const offer of [clicked, waiting]) await shown(stage, offer.orderId)
  await stage.mailboxes(BUYER, CHANNEL)
}

async function captureRefused(stage: Stage): Promise<void> {
  step('The bank refuses the capture: the campaign stays accepted, and the buyer pays again within 48 hours')
  const offer = await bought(stage, 'tok_capture_refused')
  const [buyer, channel] = [await stage.as(BUYER), await stage.as(CHANNEL)]
  await take(stage, channel, 'accept', offer)
  await shown(stage, offer.orderId)
  await refused(channel, 'ready', offer)
  await take(stage, buyer, 'payAgain', offer, { t: 'tok_ok' })
  await shown(stage, offer.orderId)
  await stage.mailboxes(BUYER, CHANNEL, FINANCE)
}

async function disputed(stage: Stage): Promise<void> {
  const [buyer, channel] = [await stage.as(BUYER), await stage.as(CHANNEL)]
  const offer = await bought(stage)
  await take(stage, channel, 'accept', offer)
  await creativesApproved(stage, offer)
  await take(stage, channel, 'ready', offer)
  await take(stage, channel, 'complete', offer, { c: CHECKED, e: null })
  step('The buyer disputes. Low conversions do not count, and that is said kindly')
  const said = { id: offer.id, s: 'It ran on two of the five days that were agreed.' }
  const kindly = await buyer.refused(DISPUTE, { ...said, r: 'LOW_CONVERSIONS', k: randomUUID() })
  note(`  ${kindly['code']}`)
  const { openDispute } = await buyer.ask(DISPUTE, { ...said, r: 'NOT_AS_AGREED', k: randomUUID() })
  await stage.settled()
  note(
    `  ${openDispute.status}; without a decision the buyer gets everything back on ${openDispute.fallbackAt}`,
  )
  const { payment } = await shown(stage, offer.orderId)
  await channel.ask(RESPOND, { id: openDispute.id, k: randomUUID(), s: 'Three days fell to a strike.' })
  step('Somebody who did not work on the order decides: a part for each side, as two operations')
  const refund = String((BigInt(payment.held.amount) * 3n) / 5n)
  const finance = await stage.as(FINANCE)
  await finance.ask(RESOLVE, { id: openDispute.id, k: randomUUID(), f: refund, r: 'Two of five days ran.' })
  await stage.settled()
  await shown(stage, offer.orderId)
  await stage.mailboxes(BUYER, CHANNEL, FINANCE, ADMIN)
}

/** The agency buys a package of the channel's and pays; the offer is out. */
async function bought(stage: Stage, token?: string): Promise<Offer> {
  const buyer = await stage.as(BUYER)
  const orderId = await orderCampaign(buyer)
  await pay(buyer, orderId, token)
  await stage.settled()
  await shown(stage, orderId)
  const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { campaign { id } } }', { id: orderId })
  return { orderId, id: order.campaign.id }
}

/** Prints where an order stands for its buyer, and the books behind it; gives it. */
async function shown(stage: Stage, orderId: string): Promise<Answer> {
  const order = await by.showOrder(await stage.as(BUYER), orderId, false)
  const { state, held } = order.payment
  note(`    Money: ${state}, held ${held.formatted}`)
  await by.showBooks(await stage.as(FINANCE), orderId)
  return order
}

async function take(
  stage: Stage,
  who: Caller,
  verb: keyof typeof VERBS,
  { id }: Offer,
  more: Answer = {},
): Promise<void> {
  const [name, campaign] = Object.entries(await who.ask(VERBS[verb], keyed({ id, ...more })))[0]!
  await stage.settled()
  note(`  ${name} → ${(campaign as Answer)['status']}`)
}

async function refused(
  who: Caller,
  verb: keyof typeof VERBS,
  { id }: Offer,
  more: Answer = {},
): Promise<void> {
  const { code, fields, labels } = await who.refused(VERBS[verb], keyed({ id, ...more }))
  const about = fields ?? labels
  note(`  refused: ${code}${about ? ` ${JSON.stringify(about)}` : ''}`)
}

/** Every required creative is sent and approved; where a reason is given its first version is rejected with it. */
async function creativesApproved(stage: Stage, { id }: Offer, reason?: string): Promise<void> {
  const [buyer, channel] = [await stage.as(BUYER), await stage.as(CHANNEL)]
  const { campaign } = await buyer.ask(
    'query($id: ID!) { campaign(id: $id) { creatives { key required } } }',
    { id },
  )
  for (const { key, required } of campaign.creatives) {
    if (!required) continue
    for (const verdict of reason ? (['reject', 'approve'] as const) : (['approve'] as const)) {
      const f = await sendFile(buyer, `${key}.txt`, `What shall be read, ${verdict} it.\n`)
      const { uploadCreative } = await buyer.ask(UPLOAD, { id, key, f })
      const { newest, label } = uploadCreative
      await channel.ask(DECIDE[verdict], { id: newest.id, r: reason })
      note(
        `  ${label}, version ${newest.number}: ${verdict === 'approve' ? 'approved' : `rejected, “${reason}”`}`,
      )
    }
  }
  await stage.settled()
}
