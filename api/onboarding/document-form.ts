import type { FormField } from '../catalogue/form-field.js'
import { assert } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

/** The questions of a document: those of the form's version that its line began with. */
export async function formOf(tx: Tx, documentId: string): Promise<readonly FormField[]> {
  const form = await row<{ fields: FormField[] }>(
    tx,
    sql`select f.fields from onboarding_documents d join onboarding_forms f on f.id = d.form_id where d.id = ${documentId}`,
  )
  assert(form, `${documentId} has a form`)
  return form.fields
}
