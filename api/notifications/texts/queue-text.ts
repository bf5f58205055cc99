import { newId } from '../../lib/ids.js'
import { awakeAt } from '../../lib/quiet-hours.js'
import type { Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { sendTextJob } from './send-text.task.js'
import type { TextFacts } from './text-facts.js'
import type { TextTemplate } from './text-templates.js'
import { writeText } from './write-text.js'

/** A text that no job has looked at after this is called for again. */
const JOB_LOST_MS = 60_000
/** What could not be sent so long after it was to go has no use any more. */
const USEFUL_MS = 4 * 3_600_000

/** A text to one person, before it is written. */
export interface NewText {
  readonly template: TextTemplate
  readonly facts: TextFacts & { readonly phone: string }
  /** What it tells of; one event is told to one person once by one kind of text. */
  readonly eventId: string
  readonly attemptId: string | null
  /** The appointment's time that it speaks of, where it does. */
  readonly startsAt: Date | null
}

/**
 * Writes a text into the outbox, to be handed over after the commit, or in their morning. Returns its id, or undefined
 * where this was told to this person before.
 */
export async function queueText(tx: Tx, text: NewText): Promise<string | undefined> {
  const { template, facts, eventId, attemptId, startsAt } = text
  const { body, hasLink } = writeText(template, facts, tx.house.config.publicUrl)
  const { orderId, appointmentId, counterpartId, name, phone, locale, timeZone } = facts
  const link = hasLink ? JSON.stringify({ kind: 'appointment', appointmentId, counterpartId }) : null
  const id = newId('txt')
  const queued = await row(
    tx,
    sql`insert into texts (id, event_id, template, order_id, appointment_id, attempt_id, counterpart_id, to_name, to_number, locale, time_zone, body, link, starts_at, useful_until, queued_at, try_at)
      values (${id}, ${eventId}, ${template}, ${orderId}, ${appointmentId}, ${attemptId}, ${counterpartId}, ${name}, ${phone}, ${locale}, ${timeZone}, ${body}, ${link}::jsonb, ${startsAt},
        ${usefulUntil(tx, text)}, ${tx.now}, ${new Date(tx.now.getTime() + JOB_LOST_MS)})
      on conflict do nothing returning id`,
  )
  if (!queued) return undefined
  await tx.house.jobs.send(tx, sendTextJob, { textId: id })
  return id
}

/** A reminder has no use once it has begun. */
function usefulUntil(tx: Tx, { template, facts, startsAt }: NewText): Date {
  const until = new Date(awakeAt(tx.now, facts.timeZone).getTime() + USEFUL_MS)
  return template === 'appointment-reminder' && startsAt && startsAt < until ? startsAt : until
}
