import { system } from '../../lib/viewer.js'
import type { House, Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { lockStream } from '../../platform/events.js'
import type { TextNotice } from '../../platform/texts/text-provider.js'
import { transaction } from '../../platform/transaction.js'
import { applyFate, type Fated } from './text-fate.js'

type Report = Extract<TextNotice, { about: 'TEXT' }>

/**
 * The provider reports on a text. Reports come in any order and more than once: one that knows less than we do changes
 * nothing. What is not ours is nobody's business.
 */
export async function noteReport(house: House, report: Report): Promise<void> {
  await transaction(house, system('texts'), async (tx) => {
    const named = await row<{ id: string; orderId: string }>(
      tx,
      sql`select id, order_id as "orderId" from texts where id = ${report.textId} or provider_id = ${report.providerId} order by id = ${report.textId} desc limit 1`,
    )
    if (!named) return
    await lockStream(tx, named.orderId)
    const text = await lockText(tx, named.id)
    if (text && concerns(text, report))
      await applyFate(tx, text, { ...report.fate, providerId: report.providerId })
  })
}

function lockText(tx: Tx, id: string): Promise<Fated | undefined> {
  return row<Fated>(
    tx,
    sql`select id, attempt_id as "attemptId", state, provider_id as "providerId", asked, to_number as "toNumber" from texts where id = ${id} for no key update`,
  )
}

/** Where it went out twice, because a first answer was lost, the one that fails says nothing of the other. */
function concerns(text: Fated, { providerId, fate }: Report): boolean {
  return text.providerId === null || text.providerId === providerId || !('cause' in fate)
}
