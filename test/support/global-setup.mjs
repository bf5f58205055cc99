import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { build } from '../../scripts/build.mjs'

const root = join(import.meta.dirname, '../..')

// One throw-away PostgreSQL for the whole run, with every migration applied once to the database that
// freshDatabase() clones. It ends with this process, however that ends: see startEmbeddedPostgres.
export default async function globalSetup({ testPathPatterns }) {
  if (!(await build({ fronts: needsPages(testPathPatterns.patterns) }))) throw new Error('It did not build.')
  const { startEmbeddedPostgres } = await import(join(root, 'dist/api/platform/embedded-postgres.js'))
  const home = await mkdtemp(join(tmpdir(), 'waybill-test-'))
  process.on('SIGINT', () => process.exit(130))
  process.on('SIGTERM', () => process.exit(143))
  try {
    const postgres = await startEmbeddedPostgres({ home, log: () => undefined, throwAway: true })
    globalThis.waybillTestPostgres = postgres
    await makeTemplate(postgres.url)
    process.env.WAYBILL_TEST_DATABASE_URL = postgres.url
  } catch (error) {
    await globalThis.waybillTestPostgres?.stop()
    await rm(home, { recursive: true, force: true })
    throw error
  }
}

// Only the tests in a browser need the pages: with all of them, or when they were named.
function needsPages(named) {
  return existsSync('/usr/bin/chromium') && (named.length === 0 || named.some((name) => /e2e/.test(name)))
}

// Two templates: an empty one, and one with the demo world in it, made once by the program's own verbs.
async function makeTemplate(url) {
  const { migrate } = await import(join(root, 'dist/api/app/migrate.js'))
  await asOwner(url, 'create database template_waybill')
  await migrate(at(url, 'template_waybill'))
  await asOwner(url, 'create database template_demo template template_waybill strategy file_copy')
  const { makeDemoWorld } = await import(join(root, 'dist/scripts/make-demo-world.js'))
  await makeDemoWorld(at(url, 'template_demo'), await mkdtemp(join(tmpdir(), 'waybill-demo-')))
}

async function asOwner(url, statement) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function at(url, database) {
  const found = new URL(url)
  found.pathname = `/${database}`
  return found.href
}
