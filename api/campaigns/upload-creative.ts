import { attachFile, requireReadyFile } from '../files/ready-file.js'
import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { personOf } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockFor, Repeated, transition } from '../platform/transition.js'
import { campaignMachine } from './campaign.machine.js'
import { CreativeVersionEntity } from './creative.entity.js'
import type { CreativeEventData } from './creative.events.js'
import { creativeMachine } from './creative.machine.js'

/** Most versions of one creative: whoever needs more should talk first. */
const MOST_VERSIONS = 50

interface Asked {
  readonly orderId: string
  readonly creativeId: string | null
  readonly types: readonly string[]
  /** The number, file and status of its newest version; 0 and null before there is one. */
  readonly number: number
  readonly fileId: string | null
  readonly status: string | null
  readonly keys: readonly string[]
}

/**
 * The buyer sends a file for a creative of a campaign: its first version or the next one, which the channel must approve
 * even where the one before was approved. The same file once more changes nothing. Returns the creative's id.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, FILE_NOT_READY, FILE_QUARANTINED, FILE_TYPE_REFUSED,
 * VALIDATION
 */
export async function uploadCreative(
  tx: Tx,
  { id, key, fileId }: { id: string; key: string; fileId: string },
): Promise<string> {
  const asked = await askedFor(tx, id, key)
  const { creativeId } = asked
  const versionId = newId('crv')
  await transition(tx, campaignMachine, id, 'uploadCreative', () => {
    if (!creativeId) refuseFields([{ path: 'key', message: `one of ${asked.keys.join(', ') || 'none'}` }])
    refuseSame(asked, fileId)
    const data: CreativeEventData['creative.uploaded'] = {
      campaignId: id,
      creativeId,
      versionId,
      key,
      number: asked.number + 1,
      replacesApproved: asked.status === 'APPROVED',
    }
    return { data: { ...data } }
  })
  await take(tx, creativeId!, asked.types, fileId)
  await tx.em.insert(CreativeVersionEntity, {
    id: versionId,
    status: creativeMachine.initial,
    creativeId: creativeId!,
    orderId: asked.orderId,
    number: asked.number + 1,
    fileId,
    uploadedAt: tx.now,
    uploadedBy: personOf(tx.viewer),
  })
  await row(tx, sql`update creatives set newest_id = ${versionId} where id = ${creativeId}`)
  return creativeId!
}

/** What is asked for under this key, and what was sent last, under the order's lock. */
async function askedFor(tx: Tx, campaignId: string, key: string): Promise<Asked> {
  await lockFor(tx, campaignMachine, campaignId, 'uploadCreative')
  const asked = await row<Asked>(
    tx,
    sql`select c.order_id as "orderId", k.id as "creativeId", coalesce(k.types, '[]') as types, coalesce(v.number, 0) as number,
        v.file_id as "fileId", v.status, array(select a.key from creatives a where a.campaign_id = c.id order by a.position) as keys
      from campaigns c left join creatives k on k.campaign_id = c.id and k.key = ${key}
      left join creative_versions v on v.id = k.newest_id where c.id = ${campaignId}`,
  )
  return asked!
}

/** The same file again is a retry, unless it was rejected. */
function refuseSame({ creativeId, fileId: newest, status, number }: Asked, fileId: string): void {
  if (newest === fileId && status === 'REJECTED')
    refuseFields([{ path: 'fileId', message: 'another file: this one was rejected' }])
  if (newest === fileId) throw new Repeated(creativeId!)
  if (number >= MOST_VERSIONS)
    refuseFields([{ path: 'fileId', message: `at most ${MOST_VERSIONS} versions of a creative` }])
}

/** The file is clean, of a type that is asked for, and belongs to the creative from now on. */
async function take(tx: Tx, creativeId: string, accept: readonly string[], fileId: string): Promise<void> {
  try {
    await requireReadyFile(tx, { id: fileId, accept, subjectId: creativeId })
    await attachFile(tx, { id: fileId, subjectId: creativeId })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'NOT_FOUND')) throw error
    refuseFields([{ path: 'fileId', message: 'a file that you have uploaded' }])
  }
}
