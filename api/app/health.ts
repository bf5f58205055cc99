import type { FastifyInstance } from 'fastify'
import type { House } from '../platform/context.js'

/** What `/readyz` looks at beside the database: each is true when it is well. */
export interface Readiness {
  worker(): boolean
}

/** `/healthz`: the process is alive. `/readyz`: the database answers, is migrated, and the worker works. */
export function mountHealth(app: FastifyInstance, house: House, readiness: Readiness): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const checks = { ...(await databaseChecks(house)), worker: readiness.worker() }
    const ready = Object.values(checks).every(Boolean)
    return reply.code(ready ? 200 : 503).send({ ready, ...checks })
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
