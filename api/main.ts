import { parseArgs } from 'node:util'
import pg from 'pg'
import { type Config, type HouseConfig, readConfig } from './platform/config.js'
import { startEmbeddedPostgres } from './platform/embedded-postgres.js'
import { StartRefused } from './platform/start-refused.js'

type Stoppable = { stop(): Promise<void> }

const OLDEST_NODE = 22
const DRAIN_SECONDS = 10

/** What runs, in the order it was started; ended the other way round. */
const running: Stoppable[] = []
let ending: Promise<never> | undefined

process.on('SIGINT', () => void (ending ??= end()))
process.on('SIGTERM', () => void (ending ??= end()))
start().catch(refuse)

async function start(): Promise<void> {
  const began = performance.now()
  refuseOldNode()
  const config = await withDatabase(withGateway(readConfig(undefined, commandLine())))
  // Loaded only now: an old Node cannot even read these, and a wrong setting should be told at once.
  const { migrate } = await import('./app/migrate.js')
  const { startHouse } = await import('./app/house.js')
  const { demoOrdersOf } = await import('./app/demo-world.js')
  const { sandboxPage } = await import('./app/sandbox-page.js')
  say('Bringing the database up to date')
  await migrate(config.migrationUrl)
  if (ending) return
  const house = await startHouse(config, [...config.services])
  running.push(house)
  if (config.mode === 'sandbox' && config.services.includes('web')) {
    // The demo world's orders are paid with the sandbox's own tokens.
    if (config.services.includes('worker') && !config.stripe) await demoOrdersOf(house)
    say(sandboxPage(house.address))
  }
  say(`Ready at ${house.address} after ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C ends it.`)
}

/** Play money is for the sandbox alone. */
function withGateway(config: Config): Config {
  if (config.mode === 'sandbox' || config.stripe) return config
  throw new StartRefused(
    'In production mode STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be set: there is no play money.',
  )
}

function refuseOldNode(): void {
  const [major] = process.versions.node.split('.').map(Number)
  if (major && major >= OLDEST_NODE) return
  throw new StartRefused(
    `Waybill needs Node ${OLDEST_NODE} or newer, this is ${process.version}: use npm start.`,
  )
}

function commandLine(): { SERVICES?: string | undefined } {
  try {
    const { values } = parseArgs({ options: { services: { type: 'string' } } })
    return values.services === undefined ? {} : { SERVICES: values.services }
  } catch (error) {
    throw new StartRefused(
      `${(error as Error).message.split('. ')[0]}; the only option is --services=web,worker.`,
    )
  }
}

async function withDatabase(config: Config): Promise<HouseConfig> {
  if (config.databaseUrl) {
    const migrationUrl = config.migrationUrl ?? config.databaseUrl
    await reach('DATABASE_URL', config.databaseUrl)
    if (migrationUrl !== config.databaseUrl) await reach('MIGRATION_URL', migrationUrl)
    return Object.freeze({ ...config, databaseUrl: config.databaseUrl, migrationUrl })
  }
  say('Starting PostgreSQL')
  const postgres = await startEmbeddedPostgres({ home: config.home, log: say })
  running.push(postgres)
  return Object.freeze({ ...config, databaseUrl: postgres.url, migrationUrl: postgres.url })
}

async function reach(name: string, url: string): Promise<void> {
  const { hostname, port, pathname } = new URL(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const where = `${hostname}:${port || 5432}${pathname}`
    throw new StartRefused(`The database ${where} (${name}) cannot be reached: ${message || code}.`)
  }
}

async function end(): Promise<never> {
  say('Ending: finishing what was begun')
  const late = setTimeout(
    () => {
      say(`Not everything ended within ${DRAIN_SECONDS} seconds; leaving now.`)
      process.exit(1)
    },
    DRAIN_SECONDS * 1000 - 500,
  )
  late.unref()
  await stopAll()
  process.exit(0)
}

async function stopAll(): Promise<void> {
  for (let part = running.pop(); part; part = running.pop()) {
    await part.stop().catch((error: Error) => say(`A part did not end cleanly: ${error.message}`))
  }
}

async function refuse(error: unknown): Promise<void> {
  if (ending) return
  process.stderr.write(`${reason(error)}\n`)
  await stopAll()
  process.exit(1)
}

function reason(error: unknown): string {
  if (error instanceof StartRefused) return error.message
  // Not foreseen, so whoever mends it needs the whole of it.
  return `Waybill could not start: ${error instanceof Error ? error.stack : String(error)}`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
