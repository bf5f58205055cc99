import { type FileTrouble, recordQuarantine, type TroubledFile } from '../files/file-trouble.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { raiseTask } from '../tasks/raise-task.js'

/** Files of onboarding documents, and loose ones: what was found stands on the order's feed, and an ADMIN looks into it. */
export const troubledFiles: FileTrouble = {
  quarantined: async (tx, file, finding) => {
    const orderId = await orderOf(tx, file)
    await recordQuarantine(tx, { id: file.id, streamId: orderId ?? (await ownStream(tx, file)), finding })
    await raiseTask(tx, {
      cause: `quarantine:${file.id}`,
      orderId,
      role: 'ADMIN',
      title: 'The virus scanner found something in an uploaded file',
      instructions: `It calls it ${finding}. Nobody can open the file ${file.id}, and it cannot be submitted; its uploader is told at the field and asked for another one. Ask them whether they know where it comes from.`,
      dueInWorkingHours: 8,
    })
  },
  notScanned: async (tx, file) => {
    await raiseTask(tx, {
      cause: `not-scanned:${file.id}`,
      orderId: await orderOf(tx, file),
      role: 'ADMIN',
      title: 'An uploaded file waits for the virus scanner',
      instructions: `The scanner gives no verdict on the file ${file.id}: it cannot be reached, or refuses it. See what it says in the log, and whether it takes files as large as we do. It is tried on until there is a verdict; the file cannot be used before.`,
      dueInWorkingHours: 4,
    })
  },
}

async function orderOf(tx: Tx, { subjectId }: TroubledFile): Promise<string | undefined> {
  if (!subjectId) return undefined
  const document = await row<{ order_id: string }>(
    tx,
    sql`select order_id from onboarding_documents where id = ${subjectId}`,
  )
  return document?.order_id
}

/** A file that belongs to nothing yet has a story of its own. */
async function ownStream(tx: Tx, { id }: TroubledFile): Promise<string> {
  await row(tx, sql`insert into streams (id, last_sequence) values (${id}, 0) on conflict do nothing`)
  return id
}
