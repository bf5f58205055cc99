import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { noteChargeback, settleChargeback } from '../../api/funds/chargeback.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { UPLOAD } from '../campaigns/a-creative.js'
import { anOfferedPackage, CHANGE_PACKAGE } from '../catalogue/a-package.js'
import { aCampaign, BUYER, CHANNEL } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'

let world: World
let other: pg.Client
beforeAll(async () => {
  world = await openWorld()
  other = new pg.Client({ connectionString: world.running.house.config.databaseUrl })
  await other.connect()
})
afterAll(async () => {
  await other?.end()
  await world?.close()
})

/** While somebody else has the lock of this stream. */
async function whileLocked(streamId: string, act: () => Promise<void>): Promise<void> {
  await other.query('begin')
  try {
    await other.query('select 1 from streams where id = $1 for no key update', [streamId])
    await act()
  } finally {
    await other.query('rollback')
  }
}

test('whoever may not take a verb is told so, and waits for no lock', async () => {
  const { house } = world.running
  const { id, orderId, price, currency } = await aCampaign(world, { at: 'ACCEPTED' })
  const packageId = await anOfferedPackage(world, 'Not theirs')
  const [channel, buyer] = [await world.as(CHANNEL), await world.as(BUYER)]
  await whileLocked(orderId, async () => {
    const upload = { id, key: 'copy', f: 'fil_00000000000000000000000000' }
    expect(await channel.refused(UPLOAD, upload)).toMatchObject({ code: 'FORBIDDEN' })
  })
  await whileLocked(packageId, async () => {
    expect(await buyer.refused(CHANGE_PACKAGE, { id: packageId, n: 'Mine' })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
  const [payment] = await world.rows<{ ref: string }>(
    `select provider_ref as ref from operations where order_id = $1 and kind = 'AUTHORISE'`,
    [orderId],
  )
  const about = { about: 'CHARGEBACK', outcome: 'OPENED', paymentRef: payment!.ref, ref: 'cb_1' } as const
  await transaction(house, system('payments'), (tx) =>
    noteChargeback(tx, { ...about, amount: price, currency }),
  )
  const [matter] = await world.rows<{ id: string }>('select id from chargebacks where order_id = $1', [
    orderId,
  ])
  const admin: Viewer = { ...anonymous, kind: 'staff', id: 'usr_admin', roles: ['ADMIN'] }
  await whileLocked(orderId, async () => {
    const settled = transaction(house, admin, (tx) =>
      settleChargeback(tx, { id: matter!.id, outcome: 'LOST' }),
    )
    await expect(settled).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
