import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { checkLedger } from '../../api/funds/ledger-check.js'
import { openRig, type Rig } from './rig.js'
import { play } from './play.js'
import type { Tally } from './run.js'
import { sequences } from './sequences.js'

/** What a thousand lives must have been through, or they prove little: each happens twenty times and more on average. */
const MUST_HAVE_SEEN = [
  'payOrder: DEADLINE_PASSED',
  'payOrder: PAYMENT_IN_PROGRESS',
  'approveOnboarding: NOT_NEWEST_REVISION',
  'deliverOrder: WORK_UNFINISHED',
  'requestRevision',
  'cancelOrder: WORK_HAS_BEGUN',
  'cancelOrder: AMOUNT_EXCEEDED',
  'cancelOrder',
  'confirmDelivery',
  'holdOrder',
  'resumeOrder',
  'waiveOnboarding',
  'reopenOnboarding',
]

/**
 * Plays that many random sequences against the model. `SEED=… npm test -- test/model` plays the same ones again,
 * `SEQUENCES=…` another number of them.
 */
export function playLives(count: number): void {
  const numRuns = Number(process.env['SEQUENCES'] ?? count)
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  let rig: Rig
  beforeAll(async () => {
    rig = await openRig()
  })
  afterAll(() => rig.close())

  test(`${numRuns} lives of orders go as the model says (seed ${seed})`, async () => {
    const tally: Tally = new Map()
    const property = fc.asyncProperty(sequences, (sequence) => play(rig, sequence, tally))
    await fc.assert(property, { numRuns, seed, endOnFailure: true })
    expect(await checkLedger((statement: string) => rig.rows(statement))).toEqual([])
    const missed = MUST_HAVE_SEEN.filter((what) => !tally.has(what))
    expect(numRuns >= 1000 ? missed : []).toEqual([])
  }, 1_200_000)
}
