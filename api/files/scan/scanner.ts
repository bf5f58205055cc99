import type { Readable } from 'node:stream'
import { port } from '../../platform/port.js'

/** What a scanner says of a file: nothing found, or the name of what it found. */
export type Verdict = { readonly found: null } | { readonly found: string }

/** Looks for harmful software in files. */
export interface Scanner {
  /**
   * Reads the whole stream, piece by piece, and says what is in it.
   * @throws where the scanner cannot be reached, breaks off, is too slow or gives no verdict: nothing is known then
   */
  scan(body: Readable): Promise<Verdict>
  /** Whether it answers just now. */
  reachable(): Promise<boolean>
}

/** The house's scanner; undefined where it has none, and then no file is scanned. Bound by the app. */
export const scanner = port<Scanner | undefined>('scanner')
