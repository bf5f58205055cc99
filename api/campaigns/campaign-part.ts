import { heldUntil } from '../funds/authorisations.js'
import { newId } from '../lib/ids.js'
import { assert } from '../lib/refusal.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import type { OrderPart } from '../orders/order-part.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs } from '../platform/context.js'
import { enter } from '../platform/transition.js'
import { CampaignEntity } from './campaign.entity.js'
import { campaignMachine } from './campaign.machine.js'
import { expectCreatives } from './expect-creatives.js'

/** The channel accepts or declines within this, and never later than the money can be taken in. */
const TIME_TO_ACCEPT = 'PT48H'

/** What a CAMPAIGN line becomes: a campaign that is offered to its channel as soon as the money is set aside. */
export const campaignPart: OrderPart = {
  async start(tx, line) {
    const asSystem = actingAs(tx, system('campaigns'))
    const { id: lineId, orderId, serviceId, packageId, channelId, buyerId } = line
    assert(channelId && packageId, `line ${lineId} is a package that a channel sells`)
    const id = newId('cmp')
    const authorisedUntil = await heldUntil(tx, orderId)
    const wanted = after(tx.now, TIME_TO_ACCEPT)
    const acceptBy = wanted < authorisedUntil ? wanted : authorisedUntil
    await tx.em.insert(CampaignEntity, {
      id,
      orderId,
      lineId,
      serviceId,
      packageId,
      channelId,
      buyerId,
      status: campaignMachine.initial,
      offeredAt: tx.now,
      acceptBy,
      authorisedUntil,
    })
    await expectCreatives(tx, { campaignId: id, packageId })
    const data = { lineId, acceptBy: acceptBy.toISOString() }
    await enter(asSystem, campaignMachine, id, { type: 'campaign.offered', data })
    await noteStanding(asSystem, lineId, { stage: 'AWAITING_ACCEPTANCE' })
  },

  hold: () => unreachable('held'),
  resume: () => unreachable('resumed'),
  /** Only an order that was never paid is called off as a whole; then there is no campaign. */
  end: () => unreachable('called off'),
}

function unreachable(what: string): never {
  throw new Error(`A campaign's order is never ${what}`)
}
