import type { Tx } from '../platform/context.js'

/** A mail that was called for, and of which nothing was done after this, is called for again: its worker is lost. */
export const CALLED_MS = 60_000

/** When something is tried after so many seconds: on the full second, or ten, so that what failed together goes together. */
export function tryTime(tx: Tx, afterSeconds: number): Date {
  const step = afterSeconds < 60 ? 1 : 10
  return new Date(Math.ceil((tx.now.getTime() / 1000 + afterSeconds) / step) * step * 1000)
}
