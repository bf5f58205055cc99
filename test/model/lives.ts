import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { checkLedger } from '../../api/funds/ledger-check.js'
import type { AnyLife, Kind, Tally } from './kind.js'
import { openRig, type Rig } from './rig.js'
import { play, type Sequence } from './play.js'

/** Which lives of a seed. */
export type Thousand = 'first' | 'second'

interface Lives<L extends AnyLife, I> {
  /** Whose lives they are, in trade words. */
  readonly of: string
  readonly kind: Kind<L, I>
  readonly sequences: fc.Arbitrary<Sequence>
  /** What many lives must have been through, or they prove little: each happens twenty times and more on average. */
  readonly mustHaveSeen: readonly string[]
}

/**
 * Plays a thousand random sequences against the model: the first or the second of a seed, which files play side by
 * side. `SEED=… npm test -- test/model` plays the same ones again, `SEQUENCES=…` another number of them.
 */
export function playLives<L extends AnyLife, I>(thousand: Thousand, lives: Lives<L, I>): void {
  const numRuns = Number(process.env['SEQUENCES'] ?? 1000)
  const base = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  const seed = thousand === 'first' ? base : base + 1
  let rig: Rig
  beforeAll(async () => {
    rig = await openRig()
  })
  afterAll(() => rig.close())

  test(`${numRuns} lives of ${lives.of} go as the model says (SEED=${base}, the ${thousand} thousand)`, async () => {
    const tally: Tally = new Map()
    const property = fc.asyncProperty(lives.sequences, (sequence) => play(lives.kind, rig, sequence, tally))
    await fc.assert(property, { numRuns, seed, endOnFailure: true })
    expect(await checkLedger((statement: string) => rig.rows(statement))).toEqual([])
    const missed = lives.mustHaveSeen.filter((what) => !tally.has(what))
    expect(numRuns >= 1000 ? missed : []).toEqual([])
    if (process.env['TALLY']) console.log([...tally].map(([what, times]) => `${times} ${what}`).join('\n'))
  }, 1_200_000)
}
