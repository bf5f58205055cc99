import type { Tx } from '../context.js'
import { row, sql } from '../database.js'
import type { Sql } from '../reading/scope.js'

/** How somebody came to want no texts. */
export type OptedOutBy = 'text' | 'page' | 'provider'

/** Whether the number in a column (E.164) wants no texts, as SQL; false where there is no number. */
export function optedOut(phone: Sql): Sql {
  return sql`exists (select from text_opt_outs o where o.fingerprint = ${fingerprint(phone)})`
}

/** No text goes to this number (E.164) any more. Returns whether that is new. */
export async function optOutOfTexts(
  tx: Tx,
  { phone, by }: { readonly phone: string; readonly by: OptedOutBy },
): Promise<boolean> {
  const added = await row(
    tx,
    sql`insert into text_opt_outs (fingerprint, opted_out_by, opted_out_at) values (${fingerprint(sql`${phone}::text`)}, ${by}, ${tx.now})
      on conflict do nothing returning 1`,
  )
  return Boolean(added)
}

/** Texts may go to this number (E.164) again. Returns whether that is new. */
export async function optInToTexts(tx: Tx, { phone }: { readonly phone: string }): Promise<boolean> {
  const gone = await row(
    tx,
    sql`delete from text_opt_outs where fingerprint = ${fingerprint(sql`${phone}::text`)} returning 1`,
  )
  return Boolean(gone)
}

/** Whether this number (E.164) wants no texts. */
export async function hasOptedOut(tx: Tx, phone: string): Promise<boolean> {
  const found = await row<{ out: boolean }>(tx, sql`select ${optedOut(sql`${phone}::text`)} as out`)
  return Boolean(found?.out)
}

function fingerprint(phone: Sql): Sql {
  return sql`encode(sha256(convert_to(${phone}, 'UTF8')), 'hex')`
}
