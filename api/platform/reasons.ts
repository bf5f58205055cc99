import { newId } from '../lib/ids.js'
import { wordsGiven } from '../lib/words.js'
import type { Tx } from './context.js'
import { sql } from './database.js'
import { actorsOf, changed, eraseMentions, type ErasureRoom } from './erasure.js'
import { ReasonEntity } from './platform.entity.js'
import type { Sql } from './reading/scope.js'

/** Words that somebody gives with a verb, before they are kept: events carry the id alone, so that the words can be erased. */
export interface GivenReason {
  readonly id: string
  readonly text: string
  /** Keeps them, once the verb is allowed. */
  keep(tx: Tx, streamId: string): Promise<void>
}

/** Takes the words, 1 to 1000 characters; `path` names the argument. @refuses VALIDATION */
export function reasonFor(words: string, path = 'reason'): GivenReason {
  const id = newId('rsn')
  const text = wordsGiven(words, path)
  return {
    id,
    text,
    async keep(tx, streamId) {
      await tx.em.insert(ReasonEntity, { id, streamId, text, givenBy: tx.viewer.id, givenAt: tx.now })
    },
  }
}

/** The words that an event `e` names, as SQL; null where they were erased, or none were given. */
export function reasonOf(e: Sql): Sql {
  return sql`(select r.text from reasons r where r.id = ${e}.data->>'reasonId')`
}

/** Reasons that a person gave go, and those of others forget them. */
export const reasonsErasure: ErasureRoom = {
  async erase(tx, person) {
    const reasons = await changed(
      tx,
      sql`update reasons set text = null where given_by = any(${actorsOf(person)}::text[]) and text is not null returning 1`,
    )
    return { reasons, mentions: await eraseMentions(tx, 'reasons', { text: 'text' }, person) }
  },
}
