import {
  changed,
  ERASED,
  ERASED_ADDRESS,
  eraseMentions,
  type ErasureRoom,
  type Person,
} from '../platform/erasure.js'
import type { FormFieldKind } from '../catalogue/form-field.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'

/** The kinds of answer that may say something about a person. A day, a number, a choice or a yes does not. */
const PERSONAL: readonly FormFieldKind[] = ['SHORT_TEXT', 'LONG_TEXT', 'EMAIL', 'URL', 'PHONE']

/**
 * The documents they were asked for or answered: their name on it, and every answer in words, in the draft and in each
 * revision. Documents that still wait for them must be asked of somebody else first.
 */
export const onboardingErasure: ErasureRoom = {
  async knownAs(tx, { contactIds }) {
    const found = await rows<{ text: string }>(
      tx,
      sql`select unnest(array[recipient_name, recipient_email]) as text from onboarding_documents where recipient_contact_id = any(${contactIds}::text[])`,
    )
    return found.map(({ text }) => text).filter((text) => text !== ERASED_ADDRESS)
  },

  async duties(tx, { contactIds }) {
    const found = await rows<{ id: string }>(
      tx,
      sql`select id from onboarding_documents where status not in ('APPROVED', 'WAIVED', 'VOID') and recipient_contact_id = any(${contactIds}::text[]) order by id`,
    )
    return { documents: found.map(({ id }) => id) }
  },

  async erase(tx, person) {
    const documents = await documentsOf(tx, person)
    const answers = await eraseAnswers(tx, documents)
    await rows(
      tx,
      sql`update onboarding_documents set recipient_name = ${ERASED}, recipient_email = ${ERASED_ADDRESS} where recipient_contact_id = any(${person.contactIds}::text[])`,
    )
    const columns = { answers: 'jsonb', waived_reason: 'text', reopened_reason: 'text' } as const
    const mentions = await eraseMentions(tx, 'onboarding_documents', columns, person)
    if (person.mention === null) return { answers, mentions }
    const frozen = await row<{ count: number }>(tx, sql`select erase_mentions(${person.mention}) as count`)
    return { answers, mentions: mentions + frozen!.count }
  },
}

/** The documents that they were the recipient of, or whose form they filled in. */
async function documentsOf(tx: Tx, { contactIds, userIds, linkIds }: Person): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select id from onboarding_documents where recipient_contact_id = any(${contactIds}::text[])
      union select document_id from onboarding_revisions where submitted_by_id = any(${[...userIds, ...linkIds]}::text[])`,
  )
  return found.map(({ id }) => id)
}

/** Which answers are words is said by the form of each document. Returns how many drafts and revisions there were. */
async function eraseAnswers(tx: Tx, documents: readonly string[]): Promise<number> {
  const forms = await rows<{ ids: string[]; keys: string[] }>(
    tx,
    sql`select array_agg(distinct d.id) as ids, array_agg(distinct f->>'key') as keys
      from onboarding_documents d join onboarding_forms form on form.id = d.form_id, jsonb_array_elements(form.fields) f
      where d.id = any(${documents}::text[]) and f->>'kind' = any(${PERSONAL}::text[]) group by form.id`,
  )
  let erased = 0
  for (const { ids, keys } of forms) {
    erased += await changed(
      tx,
      sql`update onboarding_documents set answers = erase_answers(answers, ${keys}::text[]) where id = any(${ids}::text[]) returning 1`,
    )
    const frozen = await row<{ count: number }>(
      tx,
      sql`select erase_revisions(${ids}::text[], ${keys}::text[]) as count`,
    )
    erased += frozen!.count
  }
  return erased
}
