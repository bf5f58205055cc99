import { scanner } from './scan/scanner.js'
import { storage } from './storage/storage.js'

const KEPT_MS = 5000

/** Whether storage and scanner answer, asked at most every five seconds however often somebody wants to know. */
export function filesReachable(): { storage(): Promise<boolean>; scanner(): Promise<boolean> } {
  return {
    storage: remembered(() => storage.bound.reachable()),
    scanner: remembered(async () => scanner.bound?.reachable() ?? true),
  }
}

function remembered(ask: () => Promise<boolean>): () => Promise<boolean> {
  let last: { at: number; answer: Promise<boolean> } | undefined
  return () => {
    const now = performance.now()
    if (!last || now - last.at > KEPT_MS) last = { at: now, answer: ask() }
    return last.answer
  }
}
