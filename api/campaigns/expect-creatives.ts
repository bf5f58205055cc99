import type { RequiredCreative } from '../catalogue/required-creative.js'
import { newId } from '../lib/ids.js'
import { assert } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { CreativeEntity } from './creative.entity.js'

/** A campaign begins: the creatives that its version of the package asks for are expected of the buyer. */
export async function expectCreatives(
  tx: Tx,
  { campaignId, packageId }: { campaignId: string; packageId: string },
): Promise<void> {
  const version = await row<{ asked: RequiredCreative[] }>(
    tx,
    sql`select required_creatives as asked from packages where id = ${packageId}`,
  )
  assert(version, `${packageId} is a version of a package`)
  await tx.em.insertMany(
    CreativeEntity,
    version.asked.map((creative, position) => ({ id: newId('cre'), campaignId, position, ...creative })),
  )
}
