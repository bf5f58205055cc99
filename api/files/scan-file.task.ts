import { system } from '../lib/viewer.js'
import type { House, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type Job, job } from '../platform/jobs.js'
import { transaction } from '../platform/transaction.js'
import { fileTrouble } from './file-trouble.js'
import { scanner, type Verdict } from './scan/scanner.js'
import { storage } from './storage/storage.js'

/** After so many tries, some 20 minutes, a person looks why nothing is scanned. It is tried on all the same. */
const PATIENCE = 10
const LONGEST_PAUSE_SECONDS = 300

/** Shows a file that has arrived to the virus scanner, as often as it takes: without a verdict it is never given out. */
export const scanFileJob: Job<{ id: string; tried: number }> = job({
  name: 'scan-file',
  expires: 900,
  run: scanFile,
})

interface Waiting {
  readonly id: string
  readonly storage_key: string
  readonly subject_id: string | null
}

async function scanFile(house: House, { id, tried }: { id: string; tried: number }): Promise<void> {
  const { rows } = await house.database.pool.query<Waiting>(
    `select id, storage_key, subject_id from files where id = $1 and status = 'SCANNING'`,
    [id],
  )
  if (!rows[0]) return
  const verdict = await askScanner(house, rows[0])
  await transaction(house, system('files'), async (tx) => {
    const file = await row<Waiting>(
      tx,
      sql`select id, storage_key, subject_id from files where id = ${id} and status = 'SCANNING' for update`,
    )
    if (!file) return
    await (verdict ? settleScan(tx, file, verdict) : waitLonger(tx, file, tried + 1))
  })
}

/** What the scanner says; undefined where it says nothing, for whatever reason. */
async function askScanner(house: House, { id, storage_key: key }: Waiting): Promise<Verdict | undefined> {
  if (!scanner.bound) return undefined
  try {
    return await scanner.bound.scan(await storage.bound.openRead(key))
  } catch (error) {
    house.log.warn({ err: error, file: id }, 'a file could not be scanned and waits')
    return undefined
  }
}

async function settleScan(tx: Tx, { id, subject_id: subjectId }: Waiting, { found }: Verdict): Promise<void> {
  const [status, scan, refusal] = found
    ? ['QUARANTINED', 'FOUND', 'FILE_QUARANTINED']
    : ['READY', 'CLEAN', null]
  await row(
    tx,
    sql`update files set status = ${status}, scan = ${scan}, finding = ${found}, refusal = ${refusal}, scanned_at = ${tx.now}, version = version + 1
      where id = ${id}`,
  )
  if (found) await fileTrouble.bound.quarantined(tx, { id, subjectId }, found)
}

async function waitLonger(tx: Tx, { id, subject_id: subjectId }: Waiting, tried: number): Promise<void> {
  if (tried === PATIENCE) await fileTrouble.bound.notScanned(tx, { id, subjectId })
  await tx.house.jobs.send(tx, scanFileJob, { id, tried }, Math.min(2 ** tried, LONGEST_PAUSE_SECONDS))
}
