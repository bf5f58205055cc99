import { system } from '../lib/viewer.js'
import type { House, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { job } from '../platform/jobs.js'
import { port } from '../platform/port.js'
import { transaction } from '../platform/transaction.js'

/** A mail that the mail server has taken. */
export interface TakenMail {
  readonly id: string
  readonly eventId: string | null
  readonly orderId: string | null
  readonly recipientId: string
  readonly takenAt: Date
}

/**
 * What waits for a kind of mail to be taken, by template: a promise that is kept by it. May be called twice for one mail.
 * Bound by the app.
 */
export const mailTaken =
  port<Readonly<Record<string, (tx: Tx, mail: TakenMail) => Promise<unknown>>>>('mail taken')

/** Tells of a taken mail in a transaction of its own: whatever goes wrong there, the mail is not sent again. */
export const mailTakenJob = job<{ mailId: string }>({
  name: 'mail-taken',
  run: (house, data) => tellTaken(house, data.mailId),
})

/** What is told that a kind of mail does not go now, by template; may be called twice for one mail. Bound by the app. */
export const mailStays =
  port<Readonly<Record<string, (tx: Tx, mail: StayingMail) => Promise<unknown>>>>('mail stays')

/** A mail that waits for its recipient's morning (`QUEUED`), or was not sent as it is of no use any more (`FAILED`). */
export interface StayingMail {
  readonly id: string
  readonly state: 'QUEUED' | 'FAILED'
}

/** Tells of it in a transaction of its own: an order's stream is locked before a mail's row, never after. */
export const mailStaysJob = job<{ mailId: string }>({
  name: 'mail-stays',
  run: (house, { mailId }) =>
    transaction(house, system('mail'), async (tx) => {
      const mail = await row<StayingMail & { template: string }>(
        tx,
        sql`select id, template, state from mails where id = ${mailId} and state in ('QUEUED', 'FAILED')`,
      )
      if (mail) await mailStays.bound[mail.template]?.(tx, mail)
    }),
})

/** One that has come back meanwhile has told nobody. */
async function tellTaken(house: House, mailId: string): Promise<void> {
  await transaction(house, system('mail'), async (tx) => {
    const order = await row<{ id: string | null }>(
      tx,
      sql`select order_id as id from mails where id = ${mailId}`,
    )
    if (order?.id) await lockStream(tx, order.id)
    const mail = await row<TakenMail & { template: string }>(
      tx,
      sql`select id, template, event_id as "eventId", order_id as "orderId", recipient_id as "recipientId", taken_at as "takenAt" from mails where id = ${mailId} and state = 'TAKEN'`,
    )
    if (mail) await mailTaken.bound[mail.template]?.(tx, { ...mail, takenAt: new Date(mail.takenAt) })
  })
}
