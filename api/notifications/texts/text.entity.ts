import { defineEntity, p } from '@mikro-orm/postgresql'
import type { LinkRef } from '../mint-link.js'

/** What becomes of a text. */
export const textStates = {
  QUEUED: 'It waits to be handed over or to be tried again, or the provider has it and has not sent it yet.',
  WAITING_FOR_MORNING: 'It is night where its recipient lives: it goes out at 08 o’clock there.',
  SENT: 'The provider has sent it; whether it arrived is not known yet.',
  DELIVERED: 'It is on its recipient’s phone.',
  UNDELIVERED: 'The provider has sent it, and it did not arrive.',
  FAILED: 'It was not sent.',
  REFUSED_OPTED_OUT: 'It was not sent: its recipient wants no texts.',
} as const

export type TextState = keyof typeof textStates

/** What somebody meant by a text that they sent us. */
export const replyKinds = {
  STOP: 'They want no more texts.',
  START: 'They want texts again.',
  HELP: 'They asked who we are.',
  ANSWER: 'They have written something.',
} as const

export type ReplyKind = keyof typeof replyKinds

const listed = (states: object) =>
  Object.keys(states)
    .map((state) => `'${state}'`)
    .join(', ')

/**
 * The outbox of texts. A body holds a slot where its link's secret will be; the secret is here only sealed: while it is
 * not known what became of a try, and in the sandbox, where this outbox is the phone.
 */
const TextEntity = defineEntity({
  name: 'Text',
  tableName: 'texts',
  properties: {
    id: p.text().primary(),
    /** What it tells of. */
    eventId: p.text(),
    template: p.text(),
    orderId: p.text(),
    appointmentId: p.text(),
    /** The attempt at reaching somebody that it is, where it is one. */
    attemptId: p.text().nullable(),
    counterpartId: p.text(),
    toName: p.text(),
    toNumber: p.text(),
    locale: p.text(),
    timeZone: p.text(),
    body: p.text().nullable(),
    link: p.json<LinkRef>().nullable(),
    sealedToken: p.text().nullable(),
    state: p.text().default('QUEUED'),
    cause: p.text().nullable(),
    /** The provider's own word for why. */
    failure: p.text().nullable(),
    providerId: p.text().nullable(),
    attempts: p.integer().default(0),
    /** How often its fate was asked for since it was sent. */
    asked: p.integer().default(0),
    /** Real time until which one worker has it in hand. */
    inHandUntil: p.datetime().nullable(),
    /** The trade's time of the next try; of one that was sent, when its fate is asked for. */
    tryAt: p.datetime().nullable(),
    /** Real time of the first try of which nobody knows what came of it; while set, the provider is asked first. */
    unknownSince: p.datetime().nullable(),
    /** The appointment's time that it speaks of: it has no use once that is another. */
    startsAt: p.datetime().nullable(),
    /** From then on it has no use. */
    usefulUntil: p.datetime().nullable(),
    queuedAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    /** When it arrived, or was known not to. */
    endedAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['eventId', 'template', 'counterpartId'] }],
  indexes: [
    { properties: ['queuedAt', 'id'] },
    { properties: ['orderId', 'queuedAt'] },
    { properties: ['appointmentId', 'queuedAt'] },
    { properties: ['state', 'queuedAt'] },
    { properties: ['toNumber', 'queuedAt'] },
    {
      name: 'texts_attempt',
      expression: `create unique index "texts_attempt" on "texts" ("attempt_id") where attempt_id is not null`,
    },
    {
      name: 'texts_provider_id',
      expression: `create unique index "texts_provider_id" on "texts" ("provider_id") where provider_id is not null`,
    },
    {
      name: 'texts_due',
      expression: `create index "texts_due" on "texts" ("try_at") where try_at is not null`,
    },
    {
      name: 'texts_with_body',
      expression: `create index "texts_with_body" on "texts" ("queued_at") where body is not null`,
    },
  ],
  checks: [
    { name: 'texts_state', expression: `state in (${listed(textStates)})` },
    {
      name: 'texts_tried',
      expression: `case when state in ('QUEUED', 'WAITING_FOR_MORNING') then try_at is not null when state = 'SENT' then true else try_at is null end`,
    },
    {
      name: 'texts_ended',
      expression: `(state in ('QUEUED', 'WAITING_FOR_MORNING', 'SENT')) = (ended_at is null)`,
    },
    {
      name: 'texts_cause',
      expression: `(state in ('UNDELIVERED', 'FAILED', 'REFUSED_OPTED_OUT')) = (cause is not null)`,
    },
  ],
})

/** What came back: texts that people sent to our number. */
const TextReplyEntity = defineEntity({
  name: 'TextReply',
  tableName: 'text_replies',
  properties: {
    id: p.text().primary(),
    /** The provider's id: what comes twice is kept once. */
    providerId: p.text().unique(),
    fromNumber: p.text(),
    body: p.text().nullable(),
    kind: p.text(),
    /** What we had last texted that number about; null where that was nothing. */
    orderId: p.text().nullable(),
    appointmentId: p.text().nullable(),
    counterpartId: p.text().nullable(),
    receivedAt: p.datetime(),
  },
  indexes: [
    { properties: ['appointmentId', 'receivedAt'] },
    { properties: ['receivedAt', 'id'] },
    {
      name: 'text_replies_with_body',
      expression: `create index "text_replies_with_body" on "text_replies" ("received_at") where body is not null`,
    },
  ],
  checks: [{ name: 'text_replies_kind', expression: `kind in (${listed(replyKinds)})` }],
})

export const textEntities = [TextEntity, TextReplyEntity]
