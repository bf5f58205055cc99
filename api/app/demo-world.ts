import { demoAccounts } from '../accounts/demo-accounts.js'
import { demoCatalogue } from '../catalogue/demo-catalogue.js'
import { demoPackages } from '../catalogue/demo-packages.js'
import { demoPayouts } from '../funds/demo-payouts.js'
import type { Bound } from './bindings.js'
import { demoAppointments } from './demo-appointments.js'
import { demoCampaigns } from './demo-campaigns.js'
import { demoOrders } from './demo-orders.js'
import { demoReplies } from './demo-replies.js'
import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { transaction } from '../platform/transaction.js'

/** Fills an empty sandbox with people and services, by the verbs that everybody uses. Does nothing the second time. */
export async function demoWorld(house: House): Promise<void> {
  const { channel } = await demoAccounts(house)
  await transaction(house, system('demo'), async (tx) => {
    await demoCatalogue(tx)
    await demoPackages(tx, channel)
    await demoPayouts(tx, channel)
  })
}

/** Fills a running sandbox with orders at several stages. Does nothing where there are orders already. */
export async function demoOrdersOf({ house, bound }: { house: House; bound: Bound }): Promise<void> {
  const people = await demoAccounts(house)
  await demoOrders(house, bound.disk, people)
  await demoCampaigns(house, people)
  await demoAppointments(house, people)
  await demoReplies(house)
}
