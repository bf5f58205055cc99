import { sql } from 'kysely'
import { viewerNow, type Scope, type Sql } from '../platform/reading/scope.js'
import type { Viewer } from '../lib/viewer.js'

/** A file is its uploader's: a person, or whoever came by a link to the same thing. */
export const ownFiles: Scope = (t, viewer) => {
  if (viewer.kind === 'anonymous') return false
  const sameCaller = sql`(${t}.uploaded_by_kind = ${sql.lit(viewer.kind)} and ${t}.uploaded_by = ${viewer.id})`
  return viewer.kind === 'link' ? sql`(${sameCaller} or ${t}.uploaded_for = ${viewer.subject})` : sameCaller
}

/** The same as a predicate over the table `files` in a statement that runs at once. */
export function ownedBy(viewer: Viewer): Sql {
  const answer = ownFiles(sql.raw('files'), viewerNow(viewer))
  return typeof answer === 'boolean' ? sql.raw(String(answer)) : answer
}
