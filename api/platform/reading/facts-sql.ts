import { sql } from 'kysely'
import type { Facts } from '../../lib/facts.js'
import type { Sql } from './scope.js'

/** A machine's facts as one JSON object over a row; their alias `t` becomes the row's own. */
export function factSql(facts: Facts, t: Sql): Sql {
  const parts = Object.entries(facts).map(([key, fact]) => sql`${sql.lit(key)}, ${over(fact.sql, t)}`)
  const chunks = []
  for (let i = 0; i < parts.length; i += 40)
    chunks.push(sql`jsonb_build_object(${sql.join(parts.slice(i, i + 40))})`)
  return chunks.length ? sql.join(chunks, sql` || `) : sql`'{}'::jsonb`
}

/** An expression written over the alias `t`, over this row instead. */
function over(expression: string, t: Sql): Sql {
  const pieces = expression.split(/\bt\.(?=[a-z_])/)
  return sql.join(
    pieces.map((piece, i) => (i === 0 ? sql.raw(piece) : sql`${t}.${sql.raw(piece)}`)),
    sql``,
  )
}
