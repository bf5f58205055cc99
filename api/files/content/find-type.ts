import { fileTypeFromBuffer } from 'file-type'
import type { Bytes } from './bytes.js'
import { officeType } from './office.js'
import { holdsMarkup, isPlainText } from './text.js'
import { endsAsArchive } from './zip-directory.js'

const HEAD = 4096
const TAIL = 66_000 // the longest end of a ZIP archive: 22 bytes and a comment of 65 535

/**
 * The type of a file by its bytes alone; undefined where it is none that we take, or more than one thing at once: a
 * picture or PDF that is an archive from behind, or begins or ends with a web page.
 */
export async function findType(bytes: Bytes): Promise<string | undefined> {
  const head = await bytes.read(0, HEAD)
  if (head.subarray(0, 2).toString('latin1') === 'PK') return officeType(bytes)
  const found = await fileTypeFromBuffer(head)
  if (!found) return (await isPlainText(bytes, head)) ? 'text/plain' : undefined
  const type = found.mime === 'image/apng' ? 'image/png' : found.mime
  if (!['application/pdf', 'image/png', 'image/jpeg'].includes(type)) return undefined
  const tail = await bytes.read(Math.max(0, bytes.size - TAIL), TAIL)
  const twofold =
    endsAsArchive(tail) || holdsMarkup(head.subarray(0, 1024)) || holdsMarkup(tail.subarray(-1024))
  return twofold ? undefined : type
}
