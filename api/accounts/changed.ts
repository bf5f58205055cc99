import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'

/** Refuses a caller who saw an earlier version of what they change. @refuses STALE_VERSION */
export function checkVersion(tx: Tx, id: string, version: number): void {
  if (tx.expected?.id === id && tx.expected.version !== version)
    throw new Refusal('STALE_VERSION', undefined, { current: version })
}

/** The names of the values that differ: what a log may say of a change without repeating the values. */
export function changedKeys(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((key) => before[key] !== after[key])
}
