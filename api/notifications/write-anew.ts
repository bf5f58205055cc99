import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { routesOf } from './routes-of.js'
import { loadEvent } from './told-event.js'
import { writeMail } from './write-mail.js'

/** Mails that say how much time is left from when they are told: what was right when they were written need not be any more. */
const SAYS_TIME_LEFT: readonly string[] = ['campaign-completed']

/** A mail that has waited for long. */
export interface Old {
  readonly id: string
  readonly template: string
  readonly recipientId: string
}

/** A mail's words. */
export interface Words {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/**
 * What a mail that has waited for long says by now, where it says how much time is left: it is written anew. Undefined
 * where it says nothing of the kind, or there is nothing left to tell.
 */
export async function writeAnew(tx: Tx, { id, template, recipientId }: Old): Promise<Words | undefined> {
  if (!SAYS_TIME_LEFT.includes(template)) return undefined
  const told = await row<{ by: string }>(
    tx,
    sql`select event_id as by from mails where id = ${id} and event_id is not null`,
  )
  const event = told && (await loadEvent(tx, told.by))
  const route = event && routesOf(event).find((found) => found.template === template)
  const addressed = route && (await route.mails(tx, event)).find(({ to }) => to.id === recipientId)
  if (!addressed) return undefined
  const { subject, html, text } = await writeMail(tx, addressed)
  await row(tx, sql`update mails set subject = ${subject}, html = ${html}, text = ${text} where id = ${id}`)
  return { subject, html, text }
}
