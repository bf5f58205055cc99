import type { Tx } from '../platform/context.js'
import { eraseMentions, type ErasureRoom, type Sought } from '../platform/erasure.js'
import { row, rows, sql } from '../platform/database.js'
import { eraseMailsOf } from './retention.js'

/** Mails to them, whole; and their name where a mail to somebody else says it. */
export const mailsErasure: ErasureRoom = {
  async knownAs(tx, { contactIds, userIds }) {
    const found = await rows<{ text: string }>(
      tx,
      sql`select distinct unnest(array[recipient_name, to_address]) as text from mails where recipient_id = any(${[...contactIds, ...userIds]}::text[])`,
    )
    return found.map(({ text }) => text)
  },

  async erase(tx, person) {
    const recipients = [...person.contactIds, ...person.userIds, ...(await asCounterparts(tx, person))]
    const mails = await row<{ count: number }>(
      tx,
      sql`select count(*)::int as count from mails where recipient_id = any(${recipients}::text[])`,
    )
    await eraseMailsOf(tx, recipients)
    const columns = {
      subject: 'text',
      html: 'text',
      text: 'text',
      calendar: 'jsonb',
      last_error: 'text',
    } as const
    return { mails: mails!.count, mentions: await eraseMentions(tx, 'mails', columns, person) }
  },
}

/** As whom they were written to from outside: at one of their addresses, as an appointment's counterpart. */
async function asCounterparts(tx: Tx, { mention }: Sought): Promise<string[]> {
  if (mention === null) return []
  const found = await rows<{ id: string }>(
    tx,
    sql`select distinct recipient_id as id from mails where recipient_kind = 'counterpart' and to_address ~* ${mention}`,
  )
  return found.map(({ id }) => id)
}
