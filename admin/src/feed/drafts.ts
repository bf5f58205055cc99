import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { type Draft, EMPTY } from './draft.js'

type Change = (draft: Draft) => Draft

/** What is being written, by order. */
export interface Drafts {
  of: (orderId: string) => Draft
  change: (orderId: string, change: Change) => void
  /** Calls whenever one has changed; gives what ends that. */
  heed: (call: () => void) => () => void
}

/** Keeps what is being written while one turns to other pages. */
export function openDrafts(): Drafts {
  const drafts = new Map<string, Draft>()
  const heeding = new Set<() => void>()
  const of = (orderId: string) => drafts.get(orderId) ?? EMPTY
  return {
    of,
    change: (orderId, change) => {
      drafts.set(orderId, change(of(orderId)))
      for (const call of heeding) call()
    },
    heed: (call) => {
      heeding.add(call)
      return () => heeding.delete(call)
    },
  }
}

/** The drafts of whoever is signed in: with the frame of the pages they are gone. */
export const DraftsContext = createContext<Drafts>(openDrafts())

/** What is being written on an order's feed, and how it is changed. */
export function useDraft(orderId: string): [Draft, (change: Change) => void] {
  const drafts = useContext(DraftsContext)
  const draft = useSyncExternalStore(drafts.heed, () => drafts.of(orderId))
  const change = useCallback((how: Change) => drafts.change(orderId, how), [drafts, orderId])
  return [draft, change]
}
