import { sql } from 'kysely'
import type { Scope, Sql, ViewerKind } from '../platform/reading/scope.js'

/** Organisations of a viewer's own, and the clients of an agency of theirs, as a list of ids to compare with. */
export function ownOrClients(organisationId: Sql, viewer: ViewerKind): Sql {
  return sql`(${organisationId} = any(${viewer.organisations}::text[]) or exists (select from organisations own
    where own.id = ${organisationId} and own.agency_id = any(${viewer.organisations}::text[])))`
}

/** Staff see all; members what belongs to their organisations and to their agency's clients; others nothing. */
export function ofOwnOrganisations(organisationId: (t: Sql) => Sql): Scope {
  return (t, viewer) => {
    if (viewer.staff()) return true
    return viewer.kind === 'member' ? ownOrClients(organisationId(t), viewer) : false
  }
}
