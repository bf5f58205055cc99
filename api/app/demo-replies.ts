import { addSavedReply } from '../messages/saved-replies.js'
import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { transaction } from '../platform/transaction.js'

const REPLIES = [
  [
    'On its way',
    'Thank you for asking. We are looking into it right now and write again here within the hour.',
  ],
  [
    'We keep trying',
    'We have not been able to reach them yet. We try again at another time of the day, by telephone and by text, and tell you here as soon as we have spoken.',
  ],
  [
    'Better contact',
    'Do you know another number, or a better time to call? Send it here and we try it at once.',
  ],
] as const

/** Some replies that the demo world's support has saved. Does nothing where there are some already. */
export async function demoReplies(house: House): Promise<void> {
  const { rows } = await house.database.pool.query('select from saved_replies limit 1')
  if (rows.length) return
  await transaction(house, system('demo'), async (tx) => {
    for (const [title, body] of REPLIES) await addSavedReply(tx, { title, body })
  })
}
