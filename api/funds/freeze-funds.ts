import { newId } from '../lib/ids.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { setDeadline } from '../platform/deadlines.js'
import { port } from '../platform/port.js'
import type { FreezeCause } from './freeze-cause.js'
import { FreezeEntity } from './freeze.entity.js'
import { happened } from './funds.events.js'
import { closeThawed, heldFunds, lockOrder } from './held-funds.js'
import { sendOperation } from './operation-jobs.js'

/** A cause that freezes an order's money; `subjectId` tells several of one kind apart (a chargeback's id). */
export interface Frozen {
  readonly orderId: string
  readonly cause: FreezeCause
  readonly subjectId?: string
}

/** Told when the last cause is gone and money may move again. Bound by the app. */
export const fundsThawed = port<(tx: Tx, of: { orderId: string }) => Promise<void>>('funds thawed')

/** Freezes what is held, and whatever of it is due and not sent yet. A cause that stands already freezes nothing twice. */
export async function freezeFunds(tx: Tx, { orderId, cause, subjectId = orderId }: Frozen): Promise<void> {
  await lockOrder(tx, orderId)
  if (await standingFreeze(tx, orderId, cause, subjectId)) return
  const { held } = await heldFunds(tx, orderId)
  await tx.em.insert(FreezeEntity, { id: newId('frz'), orderId, cause, subjectId, held, frozenAt: tx.now })
  await happened(tx, orderId, 'funds.frozen', { cause, subjectId })
}

/** Ends one cause; where it was the last, what waited goes on its way. One that does not stand is no matter. */
export async function unfreezeFunds(tx: Tx, { orderId, cause, subjectId = orderId }: Frozen): Promise<void> {
  await lockOrder(tx, orderId)
  const freeze = await standingFreeze(tx, orderId, cause, subjectId)
  if (!freeze) return
  await row(tx, sql`update freezes set lifted_at = ${tx.now} where id = ${freeze.id}`)
  await happened(tx, orderId, 'funds.unfrozen', { cause, subjectId })
  if ((await heldFunds(tx, orderId)).frozen) return
  await resume(tx, orderId)
  await closeThawed(tx, { orderId })
  await fundsThawed.bound(tx, { orderId })
}

function standingFreeze(tx: Tx, orderId: string, cause: FreezeCause, subjectId: string) {
  return row<{ id: string }>(
    tx,
    sql`select id from freezes where order_id = ${orderId} and cause = ${cause} and subject_id = ${subjectId} and lifted_at is null`,
  )
}

/** What was requested before the freeze is sent now, and what had failed is tried again. */
async function resume(tx: Tx, orderId: string): Promise<void> {
  const waiting = await rows<{ id: string; state: string }>(
    tx,
    sql`select id, state from operations where order_id = ${orderId} and kind in ('REFUND', 'RELEASE') and (state = 'REQUESTED' or state = 'FAILED' and overtaken_at is null)`,
  )
  for (const { id, state } of waiting) {
    if (state === 'REQUESTED') await tx.house.jobs.send(tx, sendOperation, { operationId: id })
    else
      await setDeadline(
        tx,
        { machine: 'Operation', subjectId: id, streamId: orderId, runsOn: true },
        'retry',
        tx.now,
      )
  }
}
