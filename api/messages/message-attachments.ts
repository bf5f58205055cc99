import { attachFile, requireReadyFile } from '../files/ready-file.js'
import type { Tx } from '../platform/context.js'

/** Makes sure that files may be attached. @refuses NOT_FOUND, FILE_NOT_READY, FILE_QUARANTINED */
export async function readyAttachments(tx: Tx, files: readonly string[]): Promise<void> {
  for (const id of files) await requireReadyFile(tx, { id, accept: [] })
}

/** Files belong to a message from now on: whoever may read it may have them. @refuses NOT_FOUND */
export async function attachAll(tx: Tx, messageId: string, files: readonly string[]): Promise<void> {
  for (const id of files) await attachFile(tx, { id, subjectId: messageId })
}
