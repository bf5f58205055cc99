/** What an editor begins with. */
export interface Start<Content> {
  content: Content
  draftVersion: number
  /** It is the draft that is kept. */
  drafted: boolean
  /** It is not kept yet: taken from an earlier version. */
  changed: boolean
  basedOn: number | undefined
}

interface Sources<Given> {
  versions: readonly (Given & { version: number })[]
  draft: (Given & { basedOn?: number | null }) | null | undefined
  draftVersion: number
  /** The earlier version that a person wants to begin from. */
  from: number | undefined
}

/** Begins with the version that was asked for, else with the draft, else with what is published, else with nothing. */
export function startOf<Given, Content>(
  { versions, draft, draftVersion, from }: Sources<Given>,
  toWrite: (given: Given | undefined) => Content,
): Start<Content> {
  const wanted = versions.find((one) => one.version === from)
  const newest = versions[0]
  if (wanted)
    return { content: toWrite(wanted), draftVersion, drafted: false, changed: true, basedOn: wanted.version }
  if (draft)
    return {
      content: toWrite(draft),
      draftVersion,
      drafted: true,
      changed: false,
      basedOn: draft.basedOn ?? undefined,
    }
  return {
    content: toWrite(newest),
    draftVersion,
    drafted: false,
    changed: false,
    basedOn: newest?.version,
  }
}
