import type { FileShownFragment } from '../gen/documents.js'
import type { Visibility } from '../gen/schema.js'

/** Somebody who can be called upon. */
export interface Callable {
  id: string
  name: string
}

/** A file that goes with a message: on its way, there, or not taken. */
export interface AttachedFile {
  key: number
  name: string
  file?: FileShownFragment
  problem?: string
}

/** What is being written on an order's feed and was not sent yet. */
export interface Draft {
  body: string
  /** Who is to read it, as it was when the first was put into it. */
  readers?: Visibility | undefined
  /** Who is to read it, where that was chosen. */
  chosen?: Visibility
  /** Those whose names were taken from the list after an @. */
  called: readonly Callable[]
  files: readonly AttachedFile[]
  /** Whether it is on its way. */
  sending?: boolean
}

export const EMPTY: Draft = { body: '', called: [], files: [] }

/** A draft with more in it; while there is nothing, it is for whoever is given by then. */
export function changed(draft: Draft, more: Partial<Draft>, readers: Visibility | undefined): Draft {
  const next = { ...draft, ...more }
  const isBegun = Boolean(next.body || next.files.length)
  return { ...next, readers: isBegun ? (draft.readers ?? readers) : undefined }
}

/** What is left once a message was sent: what was written and attached meanwhile, for the same readers. */
export function withoutSent(draft: Draft, sent: Draft): Draft {
  const isSent = draft.body.startsWith(sent.body)
  const body = isSent ? draft.body.slice(sent.body.length).trimStart() : draft.body
  const files = draft.files.filter(({ key }) => !sent.files.some((one) => one.key === key))
  return body || files.length ? { ...draft, body, files, sending: false } : EMPTY
}
