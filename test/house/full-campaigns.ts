import { addOrganisation } from '../../api/accounts/organisations.js'
import { preparePackage } from '../../api/catalogue/packages.js'
import { offerService } from '../../api/catalogue/services.js'
import { newId } from '../../api/lib/ids.js'
import { system } from '../../api/lib/viewer.js'
import type { Tx } from '../../api/platform/context.js'
import { transaction } from '../../api/platform/transaction.js'
import { anOfferedPackage, CHANGE_PACKAGE, CHANNEL, creative, dayIn } from '../catalogue/a-package.js'
import { aCampaign } from '../support/campaigns.js'
import { sendFile } from '../support/onboarding-form.js'
import { pay, placeOrders } from '../support/shopping.js'
import type { World } from '../support/world.js'

const RIVAL_PACKAGE = 'Rival billboard'

/**
 * Channels, packages and campaigns: one of the demo world's two sides that is released, one of a rival agency with the
 * same channel, and one with a rival channel; packages on sale and not, with versions that nobody can buy any more.
 */
export async function campaignsOf(world: World, rival: string): Promise<void> {
  const endsOn = await dayIn(world, 60)
  await transaction(world.running.house, system('test'), (tx) => addRivalChannel(tx, endsOn))
  await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
  for (const [who, service] of [
    [rival, 'Newsletter feature'],
    ['agency@demo.test', RIVAL_PACKAGE],
  ] as const)
    await withACreative(world, who, service)
  const seller = await world.as(CHANNEL)
  const id = await anOfferedPackage(world, 'Window poster')
  await seller.ask(CHANGE_PACKAGE, { id, t: 'New terms.' })
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
