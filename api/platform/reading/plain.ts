import { type RawBuilder, sql } from 'kysely'
import { compiler } from './compiler.js'
import type { ReadingContext } from './read.js'

/** The rows of a named statement over the same connections as the planned readings: for counts, charts and logs. */
export async function inPlain<T>(ctx: ReadingContext, statement: RawBuilder<T>): Promise<T[]> {
  const { sql: text, parameters } = sql`select to_json(r)::text as json from (${statement}) r`.compile(
    compiler,
  )
  const rows = await ctx.run({ text, values: [...parameters] })
  return rows.map(({ json }) => JSON.parse(json) as T)
}
