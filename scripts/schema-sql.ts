import { MikroORM } from '@mikro-orm/postgresql'
import { entities } from '../api/app/entities.js'
import { ormOptions } from '../api/platform/database.js'

/** Prints what the entities still miss in a database: the raw material of the next migration. */
const url = process.argv[2]
if (!url) throw new Error('Usage: node dist/scripts/schema-sql.js <connection string>')
const orm = await MikroORM.init(ormOptions(url, entities))
console.log(await orm.schema.getUpdateSchemaSQL({ wrap: false }))
await orm.close()
