import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { activateAccount } from './activate-account.js'
import { connectPayoutAccount } from './payout-account.js'

/** The demo channel can be paid out to: it accepts campaigns from the start. Does nothing the second time. */
export async function demoPayouts(tx: Tx, channel: string): Promise<void> {
  if (await row(tx, sql`select 1 from payout_accounts where organisation_id = ${channel}`)) return
  await connectPayoutAccount(tx, { organisationId: channel, accountToken: 'acct_demo' })
  await activateAccount(tx, { accountRef: 'acct_demo' })
}
