import pg from 'pg'
import { sandboxReconciliation } from '../api/funds/gateways/sandbox/sandbox-reconciliation.js'
import { checkLedger, ledgerInvariants } from '../api/funds/ledger-check.js'
import { readConfig } from '../api/platform/config.js'
import { startEmbeddedPostgres } from '../api/platform/embedded-postgres.js'

/**
 * `npm run ledger:check`: looks over all money, ours and, in the sandbox, the gateway's. Without DATABASE_URL it opens the
 * house's own database, so the house must not run meanwhile. Ends with 1 where something is wrong.
 */
const config = readConfig()
const own = config.databaseUrl
  ? undefined
  : await startEmbeddedPostgres({ home: config.home, log: () => undefined })
const pool = new pg.Pool({ connectionString: config.databaseUrl ?? own?.url, max: 1 })
const invariants = [...ledgerInvariants, ...(config.mode === 'sandbox' ? sandboxReconciliation : [])]
const violations = await checkLedger(async (statement) => (await pool.query(statement)).rows, invariants)
await pool.end()
await own?.stop()
for (const { invariant, subject, found } of violations) console.error(`${invariant}: ${subject}: ${found}`)
console.log(violations.length ? `${violations.length} wrong.` : `${invariants.length} invariants hold.`)
process.exitCode = violations.length ? 1 : 0
