import { defineEntity, p } from '@mikro-orm/postgresql'
import type { LinkRef } from './mint-link.js'

/** What becomes of a mail. */
export const mailStates = {
  QUEUED: 'It waits to be handed over, or to be tried again.',
  TAKEN: 'The mail server has taken it; in the sandbox without one it is kept here.',
  BOUNCED: 'Its address was refused for good.',
  FAILED: 'It could not be handed over, and is no longer tried.',
} as const

export type MailState = keyof typeof mailStates

/**
 * The outbox: one row per mail and recipient. The bodies hold a slot where a link's secret will be; the secret itself is
 * put in when the mail is handed over, and is here only sealed: while a sign-in link waits, and in the sandbox, where
 * this outbox is the mailbox.
 */
export const MailEntity = defineEntity({
  name: 'Mail',
  tableName: 'mails',
  properties: {
    id: p.text().primary(),
    /** What it tells of; null where it tells of no event of the trade. */
    eventId: p.text().nullable(),
    template: p.text(),
    recipientKind: p.text(),
    recipientId: p.text(),
    recipientName: p.text(),
    toAddress: p.text(),
    subject: p.text(),
    html: p.text().nullable(),
    text: p.text().nullable(),
    /** The link whose secret is made when the mail is handed over. */
    link: p.json<LinkRef>().nullable(),
    sealedToken: p.text().nullable(),
    state: p.text().default('QUEUED'),
    attempts: p.integer().default(0),
    /** Real time until which one worker has it in hand. */
    inHandUntil: p.datetime().nullable(),
    lastError: p.text().nullable(),
    messageId: p.text(),
    orderId: p.text().nullable(),
    queuedAt: p.datetime(),
    takenAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['eventId', 'template', 'recipientId'] }],
  indexes: [
    { properties: ['queuedAt', 'id'] },
    { properties: ['orderId', 'queuedAt'] },
    { properties: ['state', 'queuedAt'] },
  ],
  checks: [
    { name: 'mails_state', expression: `state in ('QUEUED', 'TAKEN', 'BOUNCED', 'FAILED')` },
    { name: 'mails_recipient_kind', expression: `recipient_kind in ('contact', 'user')` },
    { name: 'mails_taken', expression: `(state = 'TAKEN') = (taken_at is not null)` },
  ],
})

export const notificationsEntities = [MailEntity]
