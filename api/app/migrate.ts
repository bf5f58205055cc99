import { MikroORM } from '@mikro-orm/postgresql'
import { migrations } from '../../migrations/index.js'
import { ormOptions } from '../platform/database.js'

/** Brings a database up to date, as its owner. Says which migrations it ran. */
export async function migrate(url: string): Promise<string[]> {
  const orm = await MikroORM.init({
    ...ormOptions(url, []),
    logger: () => undefined,
    migrations: { migrationsList: [...migrations], snapshot: false, tableName: 'migrations' },
  })
  try {
    return (await orm.migrator.up()).map((m) => m.name)
  } finally {
    await orm.close()
  }
}
