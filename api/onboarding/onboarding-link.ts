import { knownLink, mintLink, redeemLink, startLinkSession } from '../accounts/links.js'
import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { record } from '../platform/events.js'
import { onboardingEvents } from './onboarding.events.js'

/** Nothing is asked any more: no link is made that would open it. */
const ENDED = ['APPROVED', 'WAIVED', 'VOID']
/** Real days for which a mailed link can be followed. */
const LINK_DAYS = 30
/** Seconds of real time between two fresh links that are asked for. */
export const PAUSE_SECONDS = 120

/** What following a link gives: the token for `Authorization: Bearer`, good for this one document. */
export interface OpenedLink {
  readonly token: string
  readonly documentId: string
  readonly expiresAt: Date
}

/**
 * Makes the token of a mail's link to a document, at the moment in which the mail is handed over. Null where the
 * document has ended, or the request has gone out anew since the mail of this round was written: it opens nothing.
 */
export async function mintOnboardingLink(tx: Tx, documentId: string, round?: number): Promise<string | null> {
  const open = await row<{ contactId: string }>(
    tx,
    sql`select recipient_contact_id as "contactId" from onboarding_documents
      where id = ${documentId} and status <> all(${ENDED}) and request_round = coalesce(${round ?? null}::int, request_round)`,
  )
  if (!open) return null
  const { contactId } = open
  return mintLink(tx, { subjectId: documentId, contactId, purpose: 'onboarding', days: LINK_DAYS })
}

/** Follows a mailed link, once: seven days with its document, and with nothing else. @refuses LINK_ENDED */
export async function redeemOnboardingLink(tx: Tx, input: { token: string }): Promise<OpenedLink> {
  const link = await redeemLink(tx, { token: input.token, purpose: 'onboarding' })
  const { token, expiresAt } = await startLinkSession(tx, link)
  return { token, documentId: link.subjectId, expiresAt }
}

/**
 * A link that was used or has expired: a fresh one is mailed to the same address. Whoever holds the old one learns
 * nothing else. Returns the document. @refuses LINK_ENDED, RATE_LIMITED
 */
export async function requestFreshOnboardingLink(tx: Tx, input: { token: string }): Promise<string> {
  const link = await knownLink(tx, { token: input.token, purpose: 'onboarding' })
  if (!link) throw new Refusal('LINK_ENDED')
  const id = link.subjectId
  const of = await row<{ orderId: string }>(
    tx,
    sql`select order_id as "orderId" from onboarding_documents where id = ${id}`,
  )
  if (!of) throw new Refusal('LINK_ENDED')
  const document = await row<{ status: string; contactId: string; rest: number | null }>(
    tx,
    sql`select status, recipient_contact_id as "contactId",
      ceil(extract(epoch from link_requested_at - now()) + ${PAUSE_SECONDS})::int as rest from onboarding_documents where id = ${id}`,
  )
  if (!document || ENDED.includes(document.status)) throw new Refusal('LINK_ENDED')
  if (document.rest && document.rest > 0)
    throw new Refusal('RATE_LIMITED', undefined, { retryAfter: document.rest })
  await row(tx, sql`update onboarding_documents set link_requested_at = now() where id = ${id}`)
  const { visibility } = onboardingEvents['onboarding.link-requested']
  await record(tx, {
    streamId: of.orderId,
    aggregateId: id,
    type: 'onboarding.link-requested',
    visibility,
    data: { contactId: document.contactId },
  })
  return id
}
