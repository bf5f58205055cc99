import { sql } from 'kysely'
import { scopeOf, type Searched } from '../platform/reading/declare.js'
import { predicate, type Sql, type ViewerKind } from '../platform/reading/scope.js'
import { PARTIES } from './parties-of.js'

/**
 * An order is found by how its number begins, with or without its letter, and by the names of its buyer, beneficiary and
 * channel, as far as the viewer may see those. The ids of those that fit are gathered from their indexes first, so that
 * it costs what is found, not what there is; asked as a condition, the database would rather walk through every order.
 */
export const orderSearched: Searched = (t, wanted, viewer) => {
  const ways = [
    numberBegins(sql`upper(${wanted})`),
    numberBegins(sql`'W-' || ${wanted}`),
    ofNamed(wanted, viewer),
  ]
  return sql`${t}.id = any(array(${sql.join(ways, sql` union `)}))`
}

/** A number is looked for from four of its digits on: with fewer nearly all begin alike. */
const SHORTEST_BEGIN = 'W-0000'.length

/** Where the numbers lie that begin so, whatever the database sorts by; then what lies there besides falls out. */
function numberBegins(begin: Sql): Sql {
  return sql`select n.id from orders n where char_length(${begin}) >= ${sql.lit(SHORTEST_BEGIN)} and n.number between ${begin} and ${begin} || '99999999' and starts_with(n.number, ${begin})`
}

/** The orders of everybody whose name fits, by their indexes; `offset 0` keeps them from being read as one. */
function ofNamed(wanted: Sql, viewer: ViewerKind): Sql {
  const g = sql.raw('named')
  const seen = predicate(scopeOf('Organisation')(g, viewer))
  const places = PARTIES.map(
    (place) => sql`(select k.id from orders k where k.${sql.id(place)} = ${g}.id offset 0)`,
  )
  return sql`select way.id from organisations ${g} cross join lateral (${sql.join(places, sql` union all `)}) way
    where position(${wanted} in lower(${g}.name)) > 0 and ${seen}`
}
