import { eraseMentions, type ErasureRoom } from '../platform/erasure.js'
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
    const recipients = [...person.contactIds, ...person.userIds]
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
