import type { RevisionShownFragment } from '../gen/documents.js'

/** What one revision changed against the one before it, field by field. */
export interface Change {
  key: string
  before: string
  after: string
}

/** The fields whose answers or files differ between two revisions; all that is filled in for a first one. */
export function changesBetween(
  before: RevisionShownFragment | undefined,
  after: RevisionShownFragment,
): Change[] {
  const old = valuesOf(before)
  const now = valuesOf(after)
  const keys = [...new Set([...now.keys(), ...old.keys()])]
  return keys
    .map((key) => ({ key, before: old.get(key) ?? '', after: now.get(key) ?? '' }))
    .filter((change) => change.before !== change.after)
}

function valuesOf(revision: RevisionShownFragment | undefined): Map<string, string> {
  const values = new Map((revision?.answers ?? []).map(({ key, value }) => [key, value.join(', ')]))
  for (const { key, file } of revision?.files ?? []) {
    values.set(key, [values.get(key), file?.name].filter(Boolean).join(', '))
  }
  return values
}
