import type { IssueInput } from '../gen/schema.js'

/** Issues being marked: a note per place. A place is `whole`, `field:<key>` or `file:<id>`. */
export type IssueDraft = Record<string, string>

/** The place of a form field. */
export const fieldPlace = (key: string) => `field:${key}`
/** The place of a file. */
export const filePlace = (id: string) => `file:${id}`
/** The whole document. */
export const wholePlace = 'whole'

/** The draft as the verb takes it; places with an empty note are left out. `fieldOf` tells a file's field. */
export function toIssues(draft: IssueDraft, fieldOf: (fileId: string) => string | undefined): IssueInput[] {
  return Object.entries(draft)
    .filter(([, note]) => note.trim())
    .map(([place, note]) => {
      const at = place.indexOf(':')
      const [kind, key] = at < 0 ? [place, ''] : [place.slice(0, at), place.slice(at + 1)]
      if (kind === 'file') return { fileId: key, fieldKey: fieldOf(key), note }
      return kind === 'field' ? { fieldKey: key, note } : { note }
    })
}

/** The draft with the note at a place; without one the place is no longer marked. */
export function withNote(draft: IssueDraft, place: string, note: string | undefined): IssueDraft {
  const others = Object.fromEntries(Object.entries(draft).filter(([other]) => other !== place))
  return note === undefined ? others : { ...draft, [place]: note }
}
