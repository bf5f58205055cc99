import { defineEntity, p } from '@mikro-orm/postgresql'

/** A token that was mailed: good for one purpose, one thing, once. Only its hash is here. Times are real time. */
export const LinkEntity = defineEntity({
  name: 'Link',
  tableName: 'links',
  properties: {
    id: p.text().primary(),
    purpose: p.text(),
    subjectId: p.text().index(),
    contactId: p.text().nullable(),
    /** The address that it was mailed to, where that is what it proves: of an invitation. */
    sentTo: p.text().nullable(),
    tokenHash: p.text().unique(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
})

/** What a redeemed link opened: seven days with that one thing. Times are real time. */
export const LinkSessionEntity = defineEntity({
  name: 'LinkSession',
  tableName: 'link_sessions',
  properties: {
    id: p.text().primary(),
    linkId: p.text().index(),
    subjectId: p.text().index(),
    contactId: p.text().nullable(),
    tokenHash: p.text().unique(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
})
