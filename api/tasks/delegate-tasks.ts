import { createHash } from 'node:crypto'
import { Refusal, type RefusalCode, refuseFields } from '../lib/refusal.js'
import { command } from '../platform/command.js'
import type { Ctx } from '../platform/context.js'
import { delegateTask } from './delegate-task.js'

const MOST = 100

/** What became of one item. */
export interface BulkOutcome {
  readonly id: string
  readonly refusal: RefusalCode | null
  readonly message: string | null
}

/** Who gets which task, and how the caller wants it taken. */
export interface BulkDelegation {
  readonly items: readonly { readonly id: string; readonly assigneeId: string }[]
  readonly idempotencyKey?: string | null
  readonly dryRun?: boolean | null
}

/**
 * Delegates many tasks, each in a transaction of its own: what is refused for one leaves the others alone. Returns a
 * result for each, in their order. @refuses VALIDATION for more than 100 or a key that can't be, IDEMPOTENCY_MISMATCH
 */
export async function delegateTasks(
  ctx: Ctx,
  { items, idempotencyKey, dryRun }: BulkDelegation,
): Promise<BulkOutcome[]> {
  if (items.length > MOST) refuseFields([{ path: 'items', message: `at most ${MOST}` }])
  await takeKey(ctx, { items, idempotencyKey, dryRun })
  const outcomes: BulkOutcome[] = []
  for (const { id, assigneeId } of items) {
    const input = { id, assigneeId }
    const key = idempotencyKey ? keyOf(idempotencyKey, id) : null
    try {
      await command(
        ctx,
        { verb: 'delegateTask', input, idempotencyKey: key, dryRun },
        (tx) => delegateTask(tx, input),
        async () => id,
      )
      outcomes.push({ id, refusal: null, message: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcomes.push({ id, refusal: error.code, message: error.message })
    }
  }
  return outcomes
}

/** The key is taken for these items and no others, before anything is done. */
function takeKey(ctx: Ctx, { items, idempotencyKey, dryRun }: BulkDelegation): Promise<null> {
  const asked = { verb: 'delegateTasks', input: { items }, idempotencyKey, dryRun }
  return command(
    ctx,
    asked,
    async () => null,
    async () => null,
  )
}

/** One item's own key, as long for a long key as for a short one. */
function keyOf(key: string, id: string): string {
  return createHash('sha256')
    .update(JSON.stringify([key, id]))
    .digest('base64url')
}
