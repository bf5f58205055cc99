import { fastify, type FastifyInstance } from 'fastify'
import { join } from 'node:path'
import { anonymous } from '../lib/viewer.js'
import type { HouseConfig, ServiceName } from '../platform/config.js'
import type { House } from '../platform/context.js'
import { StartRefused } from '../platform/start-refused.js'
import { startWorker, type Worker } from '../platform/worker.js'
import { mountGraphql, type WhoAsks } from './graphql-server.js'
import { mountHealth } from './health.js'
import { openHouse } from './open-house.js'
import { mountSockets } from './sockets.js'
import { mountPages } from './static-pages.js'

/** A house that answers: where, and how it is ended. */
export interface RunningHouse {
  readonly address: string
  readonly house: House
  stop(): Promise<void>
}

const BODY_LIMIT = 256 * 1024

/** Opens the house and starts the named services in this process. */
export async function startHouse(config: HouseConfig, services: ServiceName[]): Promise<RunningHouse> {
  const opened = await openHouse(config)
  const { house } = opened
  const worker = services.includes('worker') ? startWorker(house) : undefined
  if (worker) await house.jobs.work(house)
  const web = services.includes('web') ? await startWeb(house, worker) : undefined
  return {
    address: web?.address ?? config.publicUrl,
    house,
    stop: async () => {
      await web?.stop()
      await worker?.stop()
      await opened.close()
    },
  }
}

async function startWeb(house: House, worker: Worker | undefined): Promise<{ address: string; stop(): Promise<void> }> {
  const app: FastifyInstance = fastify({ bodyLimit: BODY_LIMIT, trustProxy: false, forceCloseConnections: 'idle', requestTimeout: 30_000 })
  const whoAsks: WhoAsks = async () => anonymous
  mountHealth(app, house, { worker: () => worker?.alive() ?? true })
  await mountGraphql(app, house, whoAsks)
  const endSockets = mountSockets(app, house, whoAsks)
  const built = join(import.meta.dirname, '../..')
  await mountPages(app, 'admin', join(built, 'admin'))
  await mountPages(app, 'portal', join(built, 'portal'))
  const address = await listen(app, house.config)
  return {
    address,
    stop: async () => {
      await endSockets()
      await app.close()
    },
  }
}

async function listen(app: FastifyInstance, config: HouseConfig): Promise<string> {
  try {
    await app.listen({ port: config.port, host: '::' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new StartRefused(`Port ${config.port} is taken: end the other program or set PORT.`)
    throw error
  }
  const bound = app.server.address()
  return typeof bound === 'object' && bound ? `http://localhost:${bound.port}` : config.publicUrl
}
