import { migrations } from '../../migrations/index.js'
import type { HouseConfig } from '../platform/config.js'
import type { House } from '../platform/context.js'
import { APP_ROLE, openDatabase } from '../platform/database.js'
import { openJobQueue } from '../platform/job-queue.js'
import { openHintTarget } from '../platform/live/event-target.js'
import { openLive } from '../platform/live/live.js'
import { startRelay } from '../platform/live/relay.js'
import { openLog } from '../platform/log.js'
import { bindPorts, type Bound } from './bindings.js'
import { entities } from './entities.js'
import { jobs } from './jobs.js'
import { schema } from './schema.js'

/** A house with its parts open, ports bound, and nothing served or worked on yet. */
export interface OpenHouse {
  readonly house: House
  readonly bound: Bound
  close(): Promise<void>
}

/** Opens the parts of the program on a migrated database. */
export async function openHouse(config: HouseConfig): Promise<OpenHouse> {
  const log = openLog(config.logLevel)
  schema({ sandbox: config.mode === 'sandbox' }) // what is wrong with a type or a right is told before anything is opened
  const database = await openDatabase({
    url: config.databaseUrl,
    entities,
    commandPool: config.commandPool,
    readingPool: config.readingPool,
  })
  const queue = await openJobQueue(config.databaseUrl, { role: APP_ROLE, log, kinds: jobs })
  const hints = openHintTarget(config.redisUrl, log)
  const live = openLive(hints.target, log)
  const relay = startRelay(database.pool, live, log)
  const house: House = {
    config,
    database,
    jobs: queue,
    live,
    log,
    migrations: migrations.length,
    relayNudge: () => relay.nudge(),
  }
  const bound = await bindPorts(house)
  return {
    house,
    bound,
    close: async () => {
      await relay.stop()
      hints.close()
      await queue.stop()
      await bound.close()
      await database.close()
    },
  }
}
