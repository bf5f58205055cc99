import { newId } from '../lib/ids.js'
import { Refusal } from '../lib/refusal.js'
import { isStaff } from '../lib/viewer.js'
import { wordsGiven } from '../lib/words.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream, record, startStream } from '../platform/events.js'
import { changedKeys, checkVersion } from '../accounts/changed.js'
import type { MessageEventData } from './message.events.js'
import { SavedReplyEntity } from './message.entity.js'

const LONGEST_TITLE = 100
const LONGEST_BODY = 10_000

/** Saves a reply under a title of 1 to 100 characters, to be used again by the team. @refuses FORBIDDEN, VALIDATION */
export async function addSavedReply(tx: Tx, input: { title: string; body: string }): Promise<string> {
  mayKeep(tx)
  const title = wordsGiven(input.title, 'title', LONGEST_TITLE)
  const body = wordsGiven(input.body, 'body', LONGEST_BODY)
  const id = newId('rpl')
  await startStream(tx, id)
  await tx.em.insert(SavedReplyEntity, { id, title, body, changedBy: tx.viewer.id, changedAt: tx.now })
  await told(tx, id, 'saved-reply.added', {})
  return id
}

/** Changes a saved reply; what is left out stays. @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, VALIDATION */
export async function changeSavedReply(
  tx: Tx,
  input: { id: string; title?: string | null; body?: string | null },
): Promise<string> {
  mayKeep(tx)
  const { id } = input
  const before = await known(tx, id)
  const after = {
    title: input.title == null ? before.title : wordsGiven(input.title, 'title', LONGEST_TITLE),
    body: input.body == null ? before.body : wordsGiven(input.body, 'body', LONGEST_BODY),
  }
  const fields = changedKeys(before, after)
  if (!fields.length) return id
  await row(
    tx,
    sql`update saved_replies set title = ${after.title}, body = ${after.body}, changed_by = ${tx.viewer.id}, changed_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
  await told(tx, id, 'saved-reply.changed', { fields })
  return id
}

/** Removes a saved reply; messages that were written with it stay. @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION */
export async function removeSavedReply(tx: Tx, { id }: { id: string }): Promise<string> {
  mayKeep(tx)
  await known(tx, id)
  await row(tx, sql`delete from saved_replies where id = ${id}`)
  await told(tx, id, 'saved-reply.removed', {})
  return id
}

function mayKeep(tx: Tx): void {
  if (!isStaff(tx.viewer, 'ADMIN', 'SUPPORT') && tx.viewer.kind !== 'system') throw new Refusal('FORBIDDEN')
}

/** The reply as it is, under its lock. */
async function known(tx: Tx, id: string): Promise<{ title: string; body: string }> {
  const exists = await row(tx, sql`select id from saved_replies where id = ${id}`)
  if (!exists) throw new Refusal('NOT_FOUND')
  await lockStream(tx, id)
  const reply = await row<{ title: string; body: string; version: number }>(
    tx,
    sql`select title, body, version from saved_replies where id = ${id}`,
  )
  if (!reply) throw new Refusal('NOT_FOUND')
  checkVersion(tx, id, reply.version)
  return { title: reply.title, body: reply.body }
}

async function told<T extends keyof MessageEventData>(
  tx: Tx,
  id: string,
  type: T,
  data: MessageEventData[T],
): Promise<void> {
  await record(tx, { streamId: id, aggregateId: id, type, visibility: 'STAFF', data: { ...data } })
}
