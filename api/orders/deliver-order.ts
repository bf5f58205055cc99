import { attachFile, requireReadyFile } from '../files/ready-file.js'
import { newId } from '../lib/ids.js'
import { refuseFields } from '../lib/refusal.js'
import { after } from '../lib/time.js'
import { wordsGiven } from '../lib/words.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { DeliveryEntity } from './order.entity.js'
import { orderMachine } from './order.machine.js'

/** Within this the buyer answers a delivery; else it counts as confirmed. */
const TIME_TO_ANSWER = 'P14D'
const LONGEST_SUMMARY = 10_000
const MOST_FILES = 20

export interface NewDelivery {
  readonly id: string
  /** What was done, for the buyer. */
  readonly summary: string
  /** The caller's own uploads. */
  readonly files?: readonly string[] | null | undefined
}

/**
 * Hands the finished work to the buyer, with a summary and files, and gives them 14 days to answer.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, WORK_UNFINISHED, FILE_NOT_READY, VALIDATION
 */
export async function deliverOrder(tx: Tx, input: NewDelivery): Promise<string> {
  const { id } = input
  const summary = wordsGiven(input.summary, 'summary', LONGEST_SUMMARY)
  const files = [...new Set(input.files ?? [])]
  if (files.length > MOST_FILES) refuseFields([{ path: 'files', message: `at most ${MOST_FILES}` }])
  const deliveryId = newId('dlv')
  const autoCompleteAt = after(tx.now, TIME_TO_ANSWER)
  const { facts } = await transition(tx, orderMachine, id, 'deliverOrder', ({ revisions }) => ({
    set: { stage: 'DELIVERED', auto_complete_at: autoCompleteAt },
    data: { deliveryId, number: revisions + 1, autoCompleteAt: autoCompleteAt.toISOString() },
  }))
  await tx.em.insert(DeliveryEntity, {
    id: deliveryId,
    orderId: id,
    number: facts.revisions + 1,
    summary,
    deliveredAt: tx.now,
    deliveredBy: tx.viewer.id,
  })
  for (const file of files) {
    await requireReadyFile(tx, { id: file, accept: [] })
    await attachFile(tx, { id: file, subjectId: deliveryId })
  }
  return id
}
