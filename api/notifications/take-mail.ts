import { awakeAt, isQuiet } from '../lib/quiet-hours.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import type { MailInHand } from './mail-in-hand.js'
import { endMail } from './mail-outcome.js'
import { mailStays, mailStaysJob } from './mail-taken.task.js'
import { mailroom } from './mailroom.js'
import { type LinkRef, mintToken } from './mint-link.js'
import { tryTime } from './try-time.js'
import { writeAnew } from './write-anew.js'

interface Found extends Omit<MailInHand, 'token'> {
  readonly link: LinkRef | null
  readonly sealedToken: string | null
  readonly inHand: boolean
  readonly isHeld: boolean
  readonly quietZone: string | null
  readonly isOld: boolean
}

/** What came of asking for a mail: the mail itself, or the next that may go where it ended instead. */
export interface Taken {
  readonly mail?: MailInHand
  readonly next?: string | undefined
}

/** Longer than a hand-over may take: a worker that is gone after this is lost. */
const GRACE_MS = 5000
/** A mail that waits for an earlier one is called when that has ended; it looks by itself only now and then. */
const HELD_S = 600
/** After so long a mail may say of the time that is left what is not so any more. */
const OLD = sql.raw(`interval '1 hour'`)
/** So long does a mail wait for an earlier one to the same person about the same order, and then goes before it. */
const IN_ORDER = sql.raw(`interval '4 hours'`)

/** Takes a mail in hand and makes its link's token. Nothing where there is nothing to hand over now. */
export async function takeMail(tx: Tx, mailId: string): Promise<Taken> {
  const first = await look(tx, mailId)
  const found = first?.isHeld ? await lookAgain(tx, mailId) : first
  if (!found || found.inHand) return {}
  if (found.isHeld) {
    await row(tx, sql`update mails set try_at = ${tryTime(tx, HELD_S)} where id = ${mailId}`)
    return {}
  }
  if (found.quietZone !== null && isQuiet(tx.now, found.quietZone)) {
    await untilMorning(tx, found, found.quietZone)
    return {}
  }
  const token = await tokenOf(tx, found)
  if (found.link && token === undefined) {
    const error = 'Not sent: what its link opens has ended.'
    await tellThatItStays(tx, found)
    return { next: await endMail(tx, found, { state: 'FAILED', error }) }
  }
  const inHandMs = tx.house.config.mail.timeoutMs + GRACE_MS
  await row(
    tx,
    sql`update mails set attempts = ${found.attempts}, in_hand_until = clock_timestamp() + ${inHandMs} * interval '1 millisecond',
      try_at = ${new Date(tx.now.getTime() + inHandMs)} where id = ${mailId}`,
  )
  const anew = found.isOld ? await writeAnew(tx, found) : undefined
  return { mail: { ...found, ...anew, token } }
}

/** Nobody is written to at night: it goes in their morning. */
async function untilMorning(tx: Tx, mail: Found, zone: string): Promise<void> {
  await row(tx, sql`update mails set try_at = ${awakeAt(tx.now, zone)} where id = ${mail.id}`)
  await tellThatItStays(tx, mail)
}

async function tellThatItStays(tx: Tx, { id, template }: Found): Promise<void> {
  if (mailStays.bound[template]) await tx.house.jobs.send(tx, mailStaysJob, { mailId: id })
}

function look(tx: Tx, mailId: string): Promise<Found | undefined> {
  return row<Found>(
    tx,
    sql`select m.id, m.template, m.order_id as "orderId", m.recipient_id as "recipientId", m.recipient_name as "recipientName", m.to_address as "toAddress",
        m.subject, m.html, m.text, m.calendar, m.quiet_zone as "quietZone", m.link, m.sealed_token as "sealedToken", m.message_id as "messageId", m.sending, m.attempts + 1 as attempts,
        m.thread_first as "threadFirst", m.thread_last as "threadLast",
        coalesce(m.in_hand_until > clock_timestamp(), false) as "inHand", m.queued_at <= ${tx.now}::timestamptz - ${OLD} as "isOld",
        m.order_id is not null and exists (select ${earlierMails(tx)}) as "isHeld"
      from mails m where m.id = ${mailId} and m.state = 'QUEUED' and m.html is not null for no key update`,
  )
}

/** The mails that a mail `m` waits behind. One that may go at night does not wait for those that may not. */
function earlierMails(tx: Tx) {
  return sql`from mails earlier where earlier.recipient_id = m.recipient_id and earlier.order_id = m.order_id and earlier.state = 'QUEUED'
    and (earlier.quiet_zone is null or m.quiet_zone is not null) and (earlier.queued_at, earlier.id) < (m.queued_at, m.id) and earlier.queued_at > ${tx.now}::timestamptz - ${IN_ORDER}`
}

/**
 * Looks again once the rows of those it waits behind are locked: who is just ending one of them either knows of this one
 * and calls for it, or has ended it by then. Otherwise neither would call, and this one would wait for nothing.
 */
async function lookAgain(tx: Tx, mailId: string): Promise<Found | undefined> {
  await rows(
    tx,
    sql`select earlier.id from mails m cross join lateral (select earlier.id ${earlierMails(tx)} order by earlier.queued_at, earlier.id for no key update) earlier where m.id = ${mailId}`,
  )
  return look(tx, mailId)
}

function tokenOf(
  tx: Tx,
  { link, sealedToken, toAddress }: Found,
): Promise<string | undefined> | string | undefined {
  if (link) return mintToken(tx, link, toAddress)
  return sealedToken === null ? undefined : mailroom.bound.seals.open(sealedToken)
}
