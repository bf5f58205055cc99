import { migrate } from '../api/platform/database.js'

const url = process.argv[2]
if (!url) throw new Error('Usage: node dist/scripts/migrate.js <connection string of the owner>')
await migrate(url)
