import { demoWorld } from '../api/app/demo-world.js'
import { openHouse } from '../api/app/open-house.js'
import { readConfig } from '../api/platform/config.js'

/** The secret of throw-away houses: sessions made in a template hold in its clones. */
export const THROW_AWAY_SECRET = 'a secret of throw-away houses, for tests alone'

/** Fills a migrated database with the demo world; `home` is a folder for its files. */
export async function makeDemoWorld(url: string, home: string): Promise<void> {
  const config = readConfig({
    DATABASE_URL: url,
    WAYBILL_HOME: home,
    AUTH_SECRET: THROW_AWAY_SECRET,
    LOG_LEVEL: 'error',
    PORT: '4999',
  })
  const opened = await openHouse({ ...config, databaseUrl: url, migrationUrl: url })
  await demoWorld(opened.house)
  await opened.close()
}
