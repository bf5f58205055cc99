import { Refusal } from '../lib/refusal.js'
import { command } from '../platform/command.js'
import type { Ctx, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type Answer, tidyAnswers } from './answers.js'
import { formOf } from './document-form.js'
import { type Draft, saveOnboardingDraft } from './save-onboarding-draft.js'

interface Sent extends Draft {
  readonly expectedVersion?: number | null | undefined
  readonly dryRun?: boolean | null | undefined
}

/**
 * Submits; where an answer or file is refused, which undoes the whole command, what was sent is kept as the draft by a
 * command of its own before the refusal is told: nobody types it twice.
 */
export async function keepingWhatWasSent<T>(ctx: Ctx, sent: Sent, submit: () => Promise<T>): Promise<T> {
  try {
    return await submit()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'VALIDATION' && !sent.dryRun) await keep(ctx, sent)
    throw error
  }
}

async function keep(ctx: Ctx, { id, answers, files, expectedVersion }: Sent): Promise<void> {
  const input = { id, answers, files }
  try {
    await command(
      ctx,
      { verb: 'saveOnboardingDraft', input, expectedVersion },
      (tx) => saveWhereChanged(tx, input),
      async () => undefined,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error // what can't even be kept is named by the refusal that is told
  }
}

/** A draft that says the same already is left alone, with its version. */
async function saveWhereChanged(tx: Tx, draft: Draft): Promise<void> {
  const kept = await row<{ answers: Answer[]; files: string[] }>(
    tx,
    sql`select d.answers, array(select f.key || ':' || f.file_id from onboarding_files f
      where f.document_id = d.id and f.revision_id is null order by f.position) as files
      from onboarding_documents d where d.id = ${draft.id}`,
  )
  if (!kept) return
  const answers = tidyAnswers(await formOf(tx, draft.id), draft.answers)
  const files = (draft.files ?? []).map(({ key, fileId }) => `${key}:${fileId}`)
  const print = (a: readonly Answer[], f: readonly string[]) =>
    JSON.stringify([a.map(({ key, value }) => [key, value]), f])
  if (print(answers, files) !== print(kept.answers, kept.files)) await saveOnboardingDraft(tx, draft)
}
