import type { FastifyInstance } from 'fastify'
import type { House } from '../platform/context.js'

/** What `/readyz` looks at beside the database: each is true when it is well. */
export interface Readiness {
  worker(): boolean
  /** Whether files can be reached, and the virus scanner where there is one. */
  storage(): Promise<boolean>
  scanner(): Promise<boolean>
}

/**
 * `/healthz`: the process is alive. `/readyz`: the database answers, is migrated, and the worker works. It also tells of
 * storage and scanner, without which everything else goes on: they make nothing unready.
 */
export function mountHealth(app: FastifyInstance, house: House, readiness: Readiness): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const checks = { ...(await databaseChecks(house)), worker: readiness.worker() }
    const ready = Object.values(checks).every(Boolean)
    const [storage, scanner] = await Promise.all([readiness.storage(), readiness.scanner()])
    return reply.code(ready ? 200 : 503).send({ ready, ...checks, storage, scanner })
  })
}

async function databaseChecks(house: House): Promise<{ database: boolean; migrations: boolean }> {
  try {
    const { rows } = await house.database.pool.query<{ count: number }>(
      'select count(*)::int as count from migrations',
    )
    return { database: true, migrations: rows[0]!.count >= house.migrations }
  } catch {
    return { database: false, migrations: false }
  }
}
