import { fileEvents } from './file.events.js'
import type { Tx } from '../platform/context.js'
import { record } from '../platform/events.js'
import { port } from '../platform/port.js'

/** A file that something is the matter with. */
export interface TroubledFile {
  readonly id: string
  /** What it belongs to, or null. */
  readonly subjectId: string | null
}

/** What the house does about such files. */
export interface FileTrouble {
  /** The scanner found something in it. */
  quarantined(tx: Tx, file: TroubledFile, finding: string): Promise<void>
  /** It was tried many times, and still is not scanned. */
  notScanned(tx: Tx, file: TroubledFile): Promise<void>
}

/** Bound by the app to the rooms above, which know what files belong to. */
export const fileTrouble = port<FileTrouble>('fileTrouble')

/** Writes that a file was quarantined, on the stream where whoever must know of it reads. */
export async function recordQuarantine(
  tx: Tx,
  { id, streamId, finding }: { id: string; streamId: string; finding: string },
): Promise<void> {
  const type = 'file.quarantined'
  const { visibility } = fileEvents[type]
  await record(tx, { streamId, aggregateId: id, type, visibility, data: { finding } })
}
