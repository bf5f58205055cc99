import type { World } from './world.js'

interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/** The statements of readings, but who calls, as they are run from now on. */
export interface Heard {
  readonly statements: readonly Statement[]
  /** The blocks of 8 kB that running them once more touches. */
  blocks(): Promise<number>
  /** Hears no more. */
  stop(): void
}

/** Listens to a world's reading pool. */
export function listenIn(world: World): Heard {
  const { pool } = world.running.house.database
  const statements: Statement[] = []
  const run = pool.query.bind(pool) as (...all: unknown[]) => Promise<{ rows: unknown[] }>
  pool.query = ((statement: Statement, ...rest: unknown[]) => {
    if (typeof statement === 'object' && statement.text.includes('as json')) statements.push(statement)
    return run(statement, ...rest)
  }) as typeof pool.query
  return {
    statements,
    blocks: async () => {
      let blocks = 0
      for (const { text, values } of statements.slice()) {
        const { rows } = await run(`explain (analyze, buffers, format json) ${text}`, values)
        const [{ Plan }] = (rows as { 'QUERY PLAN': [{ Plan: Record<string, number> }] }[])[0]!['QUERY PLAN']
        blocks += Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!
      }
      return blocks
    },
    stop: () => {
      pool.query = run as never
    },
  }
}
