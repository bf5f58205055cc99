import pg from 'pg'
import { sandboxReconciliation } from '../api/funds/gateways/sandbox/sandbox-reconciliation.js'
import { checkLedger, ledgerInvariants } from '../api/funds/ledger-check.js'
import { readConfig } from '../api/platform/config.js'
import { startEmbeddedPostgres } from '../api/platform/embedded-postgres.js'
import { runningPostgres } from '../api/platform/postgres/running.js'

/**
 * `npm run ledger:check`: looks over all money, ours and, in the sandbox, the gateway's. Without DATABASE_URL it looks at
 * the house's own database, whether the house runs or not. Ends with 1 where something is wrong.
 */
const config = readConfig()
const running = config.databaseUrl ?? (await runningPostgres(config.home))
const own = running ? undefined : await startEmbeddedPostgres({ home: config.home, log: () => undefined })
const pool = new pg.Pool({ connectionString: running ?? own?.url, max: 1 })
const invariants = [
  ...ledgerInvariants,
  ...(config.mode === 'sandbox' && !config.stripe ? sandboxReconciliation : []),
]
const violations = await checkLedger(async (statement) => (await pool.query(statement)).rows, invariants)
await pool.end()
await own?.stop()
for (const { invariant, subject, found } of violations) console.error(`${invariant}: ${subject}: ${found}`)
console.log(violations.length ? `${violations.length} wrong.` : `${invariants.length} invariants hold.`)
process.exitCode = violations.length ? 1 : 0
