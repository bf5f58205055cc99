import { sql } from 'kysely'
import { predicate, type Sql, type ViewerKind } from '../platform/reading/scope.js'
import { scopeOf, type Searched } from '../platform/reading/declare.js'

/**
 * An order is found by how its number begins, with or without its letter, and by the names of its buyer, beneficiary and
 * channel, as far as the viewer may see those. Each is read from its index: of a long list no row is looked at in vain.
 */
export const orderSearched: Searched = (t, wanted, viewer) => {
  const named = organisationsNamed(wanted, viewer)
  const places = ['buyer_id', 'beneficiary_id', 'channel_id'].map(
    (one) => sql`${t}.${sql.id(one)} = any(${named})`,
  )
  const numbers = [sql`upper(${wanted})`, sql`'W-' || ${wanted}`].map((begin) => numberBegins(t, begin))
  return sql`(${sql.join([...numbers, ...places], sql` or `)})`
}

/** Where the numbers lie that begin so, whatever the database sorts by; then what lies there besides falls out. */
function numberBegins(t: Sql, begin: Sql): Sql {
  return sql`(${t}.number between ${begin} and ${begin} || '99999999' and starts_with(${t}.number, ${begin}))`
}

function organisationsNamed(wanted: Sql, viewer: ViewerKind): Sql {
  const g = sql.raw('named')
  const seen = predicate(scopeOf('Organisation')(g, viewer))
  return sql`array(select ${g}.id from organisations ${g} where position(${wanted} in lower(${g}.name)) > 0 and ${seen})`
}
