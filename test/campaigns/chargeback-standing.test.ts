import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { freezeFunds, unfreezeFunds } from '../../api/funds/freeze-funds.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { aCampaign, type ACampaign, ADMIN, BUYER, CHANNEL } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { campaignNow, mailsTo, moneyRests } from './read-campaign.js'

const CHARGEBACK = 'cbk_of_the_bank'
const SEEN = `query($id: ID!) { campaign(id: $id) { status dueAt frozen order { standing { summary next nextBy actor } } } }`
const CLOSING = '{ queues { campaignsClosing } }'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

/** The buyer's bank wants the payment back; nothing else of the order changes. */
const claimed = ({ orderId }: ACampaign) =>
  transaction(world.running.house, system('test'), (tx) =>
    freezeFunds(tx, { orderId, cause: 'CHARGEBACK', subjectId: CHARGEBACK }),
  )
const settled = ({ orderId }: ACampaign) =>
  transaction(world.running.house, system('test'), (tx) =>
    unfreezeFunds(tx, { orderId, cause: 'CHARGEBACK', subjectId: CHARGEBACK }),
  )
const seenBy = async (who: string, { id }: ACampaign) =>
  (await (await world.as(who)).ask(SEEN, { id }))['campaign']

test('while the buyer’s bank wants the payment back, nobody is told of a release that can’t come', async () => {
  const campaign = await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
  expect(await seenBy(BUYER, campaign)).toMatchObject({ dueAt: expect.any(String), frozen: [] })
  await claimed(campaign)
  await world.move(60 * HOUR)
  for (const who of [BUYER, CHANNEL, ADMIN])
    expect(await seenBy(who, campaign)).toEqual({
      status: 'COMPLETION_CLAIMED',
      dueAt: null,
      frozen: ['CHARGEBACK'],
      order: {
        standing: {
          summary:
            'The channel marked the campaign complete, but the buyer’s bank wants the payment back: the money does not move.',
          next: 'We settle it with the bank; only then is the money released, or goes back.',
          nextBy: null,
          actor: 'US',
        },
      },
    })
  expect(await mailsTo(world, BUYER, campaign)).not.toContain('release-reminder')
  const { queues } = await (await world.as(ADMIN)).ask(CLOSING)
  expect(queues.campaignsClosing).toBe(0)
  await settled(campaign)
  await moneyRests(world, campaign)
  expect(await campaignNow(world, campaign.id)).toMatchObject({ status: 'CLOSED', outcome: 'RELEASED' })
})

test('while a campaign still runs, its next step stays the channel’s; that the money is frozen is said beside it', async () => {
  const campaign = await aCampaign(world, { at: 'READY' })
  await claimed(campaign)
  expect(await seenBy(CHANNEL, campaign)).toMatchObject({
    frozen: ['CHARGEBACK'],
    order: { standing: { actor: 'CHANNEL' } },
  })
})
