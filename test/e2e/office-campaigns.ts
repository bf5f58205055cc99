import { completionMailBounced } from '../../api/campaigns/completion-mail.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { act, CLAIM } from '../disputes/a-dispute.js'
import { aPdf, aPng } from '../files/sample-files.js'
import { until } from '../funds/support/funds-house.js'
import { type ACampaign, aCampaign, BUYER, CHANNEL, take } from '../support/campaigns.js'
import { sendFile } from '../support/onboarding-form.js'
import { HOUR, type World } from '../support/world.js'

/** Campaigns of every sort that the back office has to do with. */
export interface OfficeCampaigns {
  /** Offered a day before `offered`: the least time is left for it. */
  readonly closing: ACampaign
  readonly offered: ACampaign
  /** Accepted, with a proposal to cancel it. */
  readonly proposed: ACampaign
  /** Complete; the mail that tells of it came back. */
  readonly bounced: ACampaign
  /** Disputed, with statements and evidence of both sides. */
  readonly disputed: ACampaign
  readonly dispute: string
  /** Released, and the transfer to the channel was refused. */
  readonly unpaid: ACampaign
  /** A bank wants its payment back. */
  readonly chargedBack: ACampaign
}

/** Brings them about by everybody's own verbs. */
export async function officeCampaigns(world: World): Promise<OfficeCampaigns> {
  const closing = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE', package: 'Podcast sponsorship' })
  await world.move(38 * HOUR)
  const offered = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  const unpaid = await aCampaign(world, { at: 'COMPLETION_CLAIMED', token: 'tok_release_refused_once' })
  await take(world, BUYER, 'release', { id: unpaid.id })
  return {
    closing,
    offered,
    unpaid,
    proposed: await withProposal(world),
    bounced: await withBounce(world),
    chargedBack: await withChargeback(world),
    ...(await withDispute(world)),
  }
}

async function withProposal(world: World): Promise<ACampaign> {
  const campaign = await aCampaign(world, { at: 'READY', package: 'Homepage takeover' })
  await take(world, BUYER, 'propose', { id: campaign.id, f: '200000', r: 'Our shop opens a month later.' })
  return campaign
}

async function withBounce(world: World): Promise<ACampaign> {
  const campaign = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
  const [placed] = await world.rows<{ id: string }>(
    'select placed_by_contact_id as id from orders where id = $1',
    [campaign.orderId],
  )
  await transaction(world.running.house, system('test'), (tx) =>
    completionMailBounced(tx, { orderId: campaign.orderId, recipientId: placed!.id }),
  )
  await world.settled()
  return campaign
}

/** The bank wants it back a moment after it was taken in. */
async function withChargeback(world: World): Promise<ACampaign> {
  const campaign = await aCampaign(world, { at: 'READY', token: 'tok_chargeback' })
  await until(
    () => world.rows('select id from chargebacks where order_id = $1', [campaign.orderId]),
    (opened) => opened.length === 1,
  )
  return campaign
}

async function withDispute(world: World): Promise<{ disputed: ACampaign; dispute: string }> {
  const disputed = await aCampaign(world, { at: 'COMPLETION_CLAIMED', package: 'Homepage takeover' })
  const buyer = await world.as(BUYER)
  const letter = await sendFile(buyer, 'what-we-saw.pdf', aPdf('Nothing ran on Monday'), 'application/pdf')
  const picture = await sendFile(buyer, 'front-page-on-monday.png', aPng(), 'image/png')
  const { id } = await act(world, BUYER, 'open', {
    id: disputed.id,
    ...CLAIM,
    s: 'The front page was ours on two of the seven days. On the other five there was somebody else’s picture.',
    e: [letter, picture],
  })
  const figures = await sendFile(
    await world.as(CHANNEL),
    'figures.txt',
    'Monday 12 400 views\nTuesday 11 980 views\n',
  )
  await act(world, CHANNEL, 'respond', {
    id,
    s: 'Our server showed an old page to some readers for five days. The figures of the other two are attached.',
    e: [figures],
  })
  return { disputed, dispute: id }
}
