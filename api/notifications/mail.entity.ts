import { defineEntity, p } from '@mikro-orm/postgresql'
import type { CalendarEntry } from '../outreach/ics.js'
import type { LinkRef } from './mint-link.js'

/** What becomes of a mail. */
export const mailStates = {
  QUEUED: 'It waits to be handed over, or to be tried again.',
  TAKEN: 'The mail server has taken it; in the sandbox without one it is kept here.',
  BOUNCED: 'Its address was refused for good, at once or by a report that came back later.',
  FAILED: 'It could not be handed over, and is no longer tried.',
} as const

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
    /** The calendar entry that travels with it; its moments are texts here. */
    calendar: p.json<CalendarEntry>().nullable(),
    /** The zone in whose night it is not handed over; null where it may go at any time. */
    quietZone: p.text().nullable(),
    /** Of mails that tell of messages: the number of the last entry of the order's feed that was told by then. */
    toldTo: p.integer().nullable(),
    state: p.text().default('QUEUED'),
    attempts: p.integer().default(0),
    /** Real time until which one worker has it in hand. */
    inHandUntil: p.datetime().nullable(),
    /** The trade's time of the next try; set while it is queued, and passed where a worker was lost with it in hand. */
    tryAt: p.datetime().nullable(),
    /** 1 at first, and one more each time that somebody sends it anew. */
    sending: p.integer().default(1),
    lastError: p.text().nullable(),
    messageId: p.text(),
    orderId: p.text().nullable(),
    queuedAt: p.datetime(),
    takenAt: p.datetime().nullable(),
    bouncedAt: p.datetime().nullable(),
    /** The Message-IDs of the first and the last mail before it about the same order to the same person. */
    threadFirst: p.text().nullable(),
    threadLast: p.text().nullable(),
  },
  uniques: [{ properties: ['eventId', 'template', 'recipientId'] }],
  indexes: [
    { properties: ['queuedAt', 'id'] },
    { properties: ['orderId', 'queuedAt'] },
    { properties: ['state', 'queuedAt'] },
    { properties: ['recipientId', 'orderId', 'queuedAt'] },
    {
      name: 'mails_due',
      expression: `create index "mails_due" on "mails" ("try_at") where state = 'QUEUED'`,
    },
    {
      name: 'mails_with_body',
      expression: `create index "mails_with_body" on "mails" ("queued_at") where html is not null`,
    },
  ],
  checks: [
    { name: 'mails_state', expression: `state in ('QUEUED', 'TAKEN', 'BOUNCED', 'FAILED')` },
    { name: 'mails_recipient_kind', expression: `recipient_kind in ('contact', 'user', 'counterpart')` },
    {
      name: 'mails_taken',
      expression: `case state when 'TAKEN' then taken_at is not null when 'BOUNCED' then true else taken_at is null end`,
    },
    { name: 'mails_tried', expression: `(state = 'QUEUED') = (try_at is not null)` },
    { name: 'mails_bounced', expression: `(state = 'BOUNCED') = (bounced_at is not null)` },
  ],
})

/** What people have chosen to get or not, where they chose: one row per person and kind of mail. */
const MailPreferenceEntity = defineEntity({
  name: 'MailPreference',
  tableName: 'mail_preferences',
  properties: {
    recipientId: p.text().primary(),
    kind: p.text().primary(),
    isOn: p.boolean(),
    changedAt: p.datetime(),
    /** `page` by somebody signed in, `link` by the link of a mail, `one-click` by their mail program. */
    changedBy: p.text(),
  },
})

/** Mails that were not written, and why. */
const WithheldMailEntity = defineEntity({
  name: 'WithheldMail',
  tableName: 'mails_withheld',
  properties: {
    eventId: p.text().primary(),
    template: p.text().primary(),
    recipientId: p.text().primary(),
    kind: p.text(),
    orderId: p.text().nullable(),
    reason: p.text(),
    withheldAt: p.datetime(),
  },
  indexes: [{ properties: ['orderId'] }, { properties: ['recipientId'] }],
})

/** What is told in one mail with whatever else comes within a while: one row per kind of mail and order, until it is told. */
const MailDigestEntity = defineEntity({
  name: 'MailDigest',
  tableName: 'mail_digests',
  properties: {
    orderId: p.text().primary(),
    template: p.text().primary(),
    /** The first event that it tells of. */
    eventId: p.text(),
    tellAt: p.datetime(),
  },
  indexes: [{ properties: ['tellAt'] }],
})

export const notificationsEntities = [MailEntity, MailPreferenceEntity, WithheldMailEntity, MailDigestEntity]
