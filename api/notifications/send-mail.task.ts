import { system } from '../lib/viewer.js'
import type { House, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { job } from '../platform/jobs.js'
import { MailFailure } from '../platform/mailer/outgoing.js'
import { transaction } from '../platform/transaction.js'
import { type LinkRef, mintToken } from './mint-link.js'
import { mailroom, withToken } from './mailroom.js'
import { mailTaken, mailTakenJob } from './mail-taken.task.js'
import type { MailState } from './mail.entity.js'

/** Hands one mail over. It may run twice: a mail that is taken, or in another worker's hands, is left alone. */
export const sendMailJob = job<{ mailId: string }>({
  name: 'send-mail',
  retries: 50,
  expires: 60,
  run: (house, data) => sendMail(house, data.mailId),
})

/** Seconds until the next try: an hour's outage, or a day's, loses nothing. After the last, the mail has failed. */
export const PAUSES_S = [5, 15, 60, 180, 600, 900, ...Array<number>(48).fill(1800)]

/** Longer than a hand-over may take, shorter than the job's own limit. */
const IN_HAND_S = 40

interface InHand {
  readonly id: string
  readonly template: string
  readonly recipientName: string
  readonly toAddress: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly link: LinkRef | null
  readonly sealedToken: string | null
  readonly attempts: number
  readonly inHand: boolean
  readonly token: string | undefined
}

interface Outcome {
  readonly state: MailState
  readonly error: string | null
}

async function sendMail(house: House, mailId: string): Promise<void> {
  const mail = await transaction(house, system('mail'), (tx) => take(tx, mailId))
  if (!mail) return
  const outcome = await handOver(mail)
  if (outcome.state !== 'TAKEN')
    house.log.warn({ mail: mailId, state: outcome.state, attempt: mail.attempts }, 'a mail was not taken')
  await transaction(house, system('mail'), (tx) => note(tx, mail, outcome))
}

/** Takes the mail in hand and makes its link's token. Undefined where there is nothing to hand over now. */
async function take(tx: Tx, mailId: string): Promise<InHand | undefined> {
  const found = await row<Omit<InHand, 'token'>>(
    tx,
    sql`select id, template, recipient_name as "recipientName", to_address as "toAddress", subject, html, text, link, sealed_token as "sealedToken",
        attempts + 1 as attempts, coalesce(in_hand_until > clock_timestamp(), false) as "inHand"
      from mails where id = ${mailId} and state = 'QUEUED' and html is not null for no key update`,
  )
  if (!found) return undefined
  if (found.inHand) {
    await tx.house.jobs.send(tx, sendMailJob, { mailId }, IN_HAND_S)
    return undefined
  }
  const token = found.link
    ? await mintToken(tx, found.link)
    : found.sealedToken
      ? mailroom.bound.seals.open(found.sealedToken)
      : undefined
  if (found.link && token === undefined) {
    await end(tx, mailId, { state: 'FAILED', error: 'Not sent: what its link opens has ended.' })
    return undefined
  }
  await row(
    tx,
    sql`update mails set attempts = ${found.attempts}, in_hand_until = clock_timestamp() + ${IN_HAND_S} * interval '1 second' where id = ${mailId}`,
  )
  return { ...found, token }
}

/** The only step that leaves the house: outside any transaction. */
async function handOver(mail: InHand): Promise<Outcome> {
  const body = (text: string) => (mail.token === undefined ? text : withToken(text, mail.token))
  const to = { name: mail.recipientName, address: mail.toAddress }
  try {
    await mailroom.bound.mailer.deliver({
      id: mail.id,
      to,
      subject: mail.subject,
      html: body(mail.html),
      text: body(mail.text),
    })
    return { state: 'TAKEN', error: null }
  } catch (error) {
    const failure = error instanceof MailFailure ? error : new MailFailure('temporary', String(error))
    const givenUp = mail.attempts > PAUSES_S.length
    const state =
      failure.kind === 'recipient' ? 'BOUNCED' : failure.kind === 'permanent' || givenUp ? 'FAILED' : 'QUEUED'
    return { state, error: failure.message }
  }
}

/** Writes down what became of it, and what follows: the next try, or what waited for it to be taken. */
async function note(tx: Tx, mail: InHand, outcome: Outcome): Promise<void> {
  if (outcome.state === 'QUEUED') {
    await row(
      tx,
      sql`update mails set in_hand_until = null, last_error = ${outcome.error} where id = ${mail.id}`,
    )
    await tx.house.jobs.send(tx, sendMailJob, { mailId: mail.id }, PAUSES_S[mail.attempts - 1])
    return
  }
  const { isMailbox, seals } = mailroom.bound
  await end(tx, mail.id, outcome, isMailbox && mail.token !== undefined ? seals.seal(mail.token) : null)
  if (outcome.state === 'TAKEN' && mailTaken.bound[mail.template])
    await tx.house.jobs.send(tx, mailTakenJob, { mailId: mail.id })
}

async function end(
  tx: Tx,
  mailId: string,
  { state, error }: Outcome,
  sealedToken: string | null = null,
): Promise<void> {
  const takenAt = state === 'TAKEN' ? tx.now : null
  await row(
    tx,
    sql`update mails set state = ${state}, taken_at = ${takenAt}, last_error = ${error}, sealed_token = ${sealedToken}, in_hand_until = null where id = ${mailId}`,
  )
}
