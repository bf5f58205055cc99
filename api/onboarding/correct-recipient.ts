import { endLinks } from '../accounts/links.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { record } from '../platform/events.js'
import { onboardingEvents } from './onboarding.events.js'

/** Who answers an order's forms, where they can be reached by now. */
export interface Corrected {
  readonly orderId: string
  readonly contactId: string
  readonly name: string
  readonly email: string
}

/**
 * The address of an order's recipient was wrong and is mended: the forms that still wait for them, and their lines, get the
 * right one, so that whatever is told next reaches them. Links that went to the wrong one end, and what they had opened. The
 * order's stream is locked.
 */
export async function correctRecipient(
  tx: Tx,
  { orderId, contactId, name, email }: Corrected,
): Promise<void> {
  const corrected = await rows<{ id: string; lineId: string }>(
    tx,
    sql`update onboarding_documents set recipient_name = ${name}, recipient_email = ${email}
      where order_id = ${orderId} and recipient_contact_id = ${contactId} and recipient_email <> ${email}
        and status not in ('APPROVED', 'WAIVED', 'VOID') returning id, line_id as "lineId"`,
  )
  for (const { id } of corrected) {
    await endLinks(tx, { subjectId: id })
    const type = 'onboarding.recipient-corrected'
    const { visibility } = onboardingEvents[type]
    await record(tx, { streamId: orderId, aggregateId: id, type, visibility, data: { contactId } })
  }
  await row(
    tx,
    sql`update order_lines set recipient_name = ${name}, recipient_email = ${email}
      where id = any(${corrected.map(({ lineId }) => lineId)}::text[])`,
  )
}
