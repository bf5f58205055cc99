import { addOrganisation } from '../../api/accounts/organisations.js'
import { preparePackage } from '../../api/catalogue/packages.js'
import { offerService } from '../../api/catalogue/services.js'
import { newId } from '../../api/lib/ids.js'
import { system } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { transaction } from '../../api/platform/transaction.js'
import { anOfferedPackage, CHANGE_PACKAGE, CHANNEL, creative, dayIn } from '../catalogue/a-package.js'
import { act, CLAIM } from '../disputes/a-dispute.js'
import type { Caller } from '../support/caller.js'
import { aCampaign, BUYER } from '../support/campaigns.js'
import { sendFile } from '../support/onboarding-form.js'
import { pay, placeOrders } from '../support/shopping.js'
import type { World } from '../support/world.js'

const RIVAL_PACKAGE = 'Rival billboard'

/**
 * Channels, packages and campaigns: one of the demo world's two sides, one of a rival agency with the
 * same channel, and one with a rival channel, each disputed; packages on sale and not, with versions that nobody can buy
 * any more.
 */
export async function campaignsOf(world: World, rival: string): Promise<void> {
  const endsOn = await dayIn(world, 60)
  await transaction(world.running.house, system('test'), (tx) => addRivalChannel(tx, endsOn))
  await disputed(world, (await aCampaign(world, { at: 'COMPLETION_CLAIMED' })).id)
  for (const [who, service] of [
    [rival, 'Newsletter feature'],
    ['agency@demo.test', RIVAL_PACKAGE],
  ] as const)
    await withACreative(world, who, service)
  await disputedByOthers(world)
  const seller = await world.as(CHANNEL)
  const id = await anOfferedPackage(world, 'Window poster')
  await seller.ask(CHANGE_PACKAGE, { id, t: 'New terms.' })
}

/** A dispute with evidence of both sides. */
async function disputed(world: World, id: string): Promise<void> {
  const [buyer, channel] = [await world.as(BUYER), await world.as(CHANNEL)]
  const file = (caller: Caller, name: string) => sendFile(caller, name, 'What there was to see.')
  const dispute = await act(world, BUYER, 'open', { id, ...CLAIM, e: [await file(buyer, 'ours.txt')] })
  await act(world, CHANNEL, 'respond', {
    id: dispute.id,
    s: 'It ran.',
    e: [await file(channel, 'theirs.txt')],
  })
}

/** Disputes about the campaigns of others: rows are enough to be kept from whom they do not concern. */
async function disputedByOthers(world: World): Promise<void> {
  const rest = await world.rows<{ id: string }>(
    'select id from campaigns where id not in (select campaign_id from disputes) order by id',
  )
  for (const { id } of rest)
    await world.rows(
      `insert into disputes (id, status, order_id, campaign_id, buyer_id, channel_id, reason, currency, opened_at, respond_by, fallback_at)
        select $2, 'AWAITING_CHANNEL', order_id, id, buyer_id, channel_id, 'NOT_AS_AGREED', 'EUR', app_now(), app_now() + interval '3 days', app_now() + interval '30 days'
        from campaigns where id = $1`,
      [id, newId('dsp')],
    )
}

/** A campaign that waits for its channel, with a file of the buyer's. */
async function withACreative(world: World, who: string, service: string): Promise<void> {
  const buyer = await world.as(who)
  const [orderId] = await placeOrders(buyer, [{ service }])
  await pay(buyer, orderId!)
  await world.settled()
  const { order } = await buyer.ask(
    'query($id: ID!) { order(id: $id) { campaign { id creatives { key } } } }',
    { id: orderId },
  )
  const f = await sendFile(buyer, 'words.txt', 'What shall be read.')
  await buyer.ask(
    'mutation($id: ID!, $key: String!, $f: ID!) { uploadCreative(id: $id, key: $key, fileId: $f) { id } }',
    {
      id: order.campaign.id,
      key: order.campaign.creatives[0].key,
      f,
    },
  )
}

async function addRivalChannel(tx: Tx, endsOn: string): Promise<void> {
  const channelId = await addOrganisation(tx, {
    name: 'Rival Channel',
    kind: 'CHANNEL',
    businessEmail: 'office@rival-channel.test',
  })
  for (const name of [RIVAL_PACKAGE, 'Rival secret']) {
    const id = newId('svc')
    await preparePackage(tx, id, {
      channelId,
      name,
      summary: 'A sentence.',
      description: 'What one gets.',
      price: { amount: 10_000n, currency: 'EUR' },
      requiredCreatives: [creative('copy', { types: ['text/plain'] })],
      terms: 'We run it.',
      startsOn: endsOn,
      endsOn,
    })
    if (name === RIVAL_PACKAGE) await offerService(tx, { id })
  }
}
