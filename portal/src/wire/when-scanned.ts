import { FileNowDocument, type FilePartsFragment } from '../gen/operations.js'
import { ask } from './ask.js'

const FIRST_MS = 800
const LONGEST_MS = 10_000
const TRIES = 40

/** Waits until a file is no longer checked for viruses, and gives it as it is then, or as it was after some minutes. */
export async function whenScanned(file: FilePartsFragment): Promise<FilePartsFragment> {
  let now = file
  for (let tried = 0; now.status === 'SCANNING' && tried < TRIES; tried += 1) {
    await pause(Math.min(FIRST_MS * 1.5 ** tried, LONGEST_MS))
    const { node } = await ask(FileNowDocument, { id: file.id }).catch(() => ({ node: null }))
    now = (node as FilePartsFragment | null) ?? now
  }
  return now
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
