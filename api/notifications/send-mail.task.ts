import { setTimeout as pause } from 'node:timers/promises'
import { system } from '../lib/viewer.js'
import type { House, Tx } from '../platform/context.js'
import { job } from '../platform/jobs.js'
import { MailFailure } from '../platform/mailer/outgoing.js'
import { LINES } from '../platform/mailer/smtp.js'
import { row, sql } from '../platform/database.js'
import { transaction } from '../platform/transaction.js'
import { mailKindOf, ONE_CLICK } from './mail-kinds.js'
import { noteOutcome, type Outcome } from './mail-outcome.js'
import { picturesIn } from './mail-pictures.js'
import { calendarPart } from './mail-calendar.js'
import { mailroom, withToken } from './mailroom.js'
import type { MailInHand } from './mail-in-hand.js'
import { takeMail } from './take-mail.js'
import { CALLED_MS } from './try-time.js'

/**
 * Hands one mail over. The job is only a call to look: whether there is something to do stands in the mail's row, so it
 * may run twice or be lost. As many at once as there are lines to the mail server.
 */
export const sendMailJob = job<{ mailId: string }>({
  name: 'send-mail',
  retries: 3,
  expires: 180,
  workers: LINES,
  run: (house, data) => sendMail(house, data.mailId),
})

/**
 * Seconds until the next try: an hour's outage, or a day's, loses nothing. After the last, the mail has failed. The
 * times are the trade's and stand in the row, see {@link mailTimetable}.
 */
export const PAUSES_S = [5, 15, 60, 180, 300, ...Array<number>(24).fill(600), ...Array<number>(42).fill(1800)]

async function sendMail(house: House, mailId: string): Promise<void> {
  const taken = await transaction(house, system('mail'), async (tx) => {
    const { mail, next } = await takeMail(tx, mailId)
    await callFor(tx, next)
    return mail
  })
  if (!taken) return
  const outcome = await handOver(house, taken)
  if (outcome.state !== 'TAKEN')
    house.log.warn({ mail: mailId, state: outcome.state, attempt: taken.attempts }, 'a mail was not taken')
  await writeDown(house, taken, outcome)
}

/** The pauses between tries to write an outcome down, in milliseconds: together less than a mail is in hand for. */
const WRITING_PAUSES_MS = [100, 300, 900, 2000]

/**
 * What the mail server said is not to be lost: a mail that it took and of which that is written nowhere goes out again. Rows
 * that others hold, and a database that is away for a moment, are waited for.
 */
async function writeDown(house: House, mail: MailInHand, outcome: Outcome): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await transaction(house, system('mail'), async (tx) =>
        callFor(tx, await noteOutcome(tx, mail, outcome)),
      )
    } catch (error) {
      const wait = WRITING_PAUSES_MS[attempt]
      if (wait === undefined) throw error
      house.log.warn({ err: error, mail: mail.id }, 'what became of a mail is written down again')
      await pause(wait)
    }
  }
}

/**
 * Calls for the mail that waited behind one that has ended. Its row says so as well, so that a call whose worker is lost is
 * made again soon. Who holds the row just now looks at it, or ends it, once this is over: they are not waited for.
 */
async function callFor(tx: Tx, next: string | undefined): Promise<void> {
  if (!next) return
  await row(
    tx,
    sql`with waiting as (select id from mails where id = ${next} and state = 'QUEUED' for no key update skip locked)
      update mails set try_at = least(try_at, ${new Date(tx.now.getTime() + CALLED_MS)}) from waiting where mails.id = waiting.id`,
  )
  await tx.house.jobs.send(tx, sendMailJob, { mailId: next })
}

/** The only step that leaves the house: outside any transaction. */
async function handOver(house: House, mail: MailInHand): Promise<Outcome> {
  const body = (text: string) => (mail.token === undefined ? text : withToken(text, mail.token))
  const { mailer, preferences } = mailroom.bound
  const { template, recipientId, threadFirst, threadLast } = mail
  try {
    await mailer.deliver({
      id: mail.id,
      messageId: mail.messageId,
      sending: mail.sending,
      to: { name: mail.recipientName, address: mail.toAddress },
      subject: mail.subject,
      html: body(mail.html),
      text: body(mail.text),
      pictures: await picturesIn(house, mail.html),
      calendar: mail.calendar ? calendarPart(mail.calendar) : undefined,
      thread: threadFirst && threadLast ? { first: threadFirst, last: threadLast } : undefined,
      unsubscribeUrl: ONE_CLICK.includes(template)
        ? preferences.oneClick(recipientId, mailKindOf(template))
        : undefined,
    })
    return { state: 'TAKEN', error: null }
  } catch (error) {
    const failure = error instanceof MailFailure ? error : new MailFailure('temporary', String(error))
    return afterFailure(mail, failure)
  }
}

function afterFailure(mail: MailInHand, { kind, message }: MailFailure): Outcome {
  if (kind === 'recipient') return { state: 'BOUNCED', error: message }
  const pause = PAUSES_S[mail.attempts - 1]
  if (kind === 'permanent' || pause === undefined) return { state: 'FAILED', error: message }
  return { state: 'QUEUED', error: message, afterSeconds: pause }
}
