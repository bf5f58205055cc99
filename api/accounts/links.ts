import { createHash } from 'node:crypto'
import { newId, newToken } from '../lib/ids.js'
import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'

/** What a mailed link is good for; a token for one is nothing for the other. */
export type LinkPurpose = 'invitation' | 'onboarding' | 'appointment'

/** The thing that a link is about, and the contact or counterpart it was sent to; null for a member of the team. */
export interface LinkSubject {
  readonly subjectId: string
  readonly contactId: string | null
}

/** A link that was just redeemed. */
export interface RedeemedLink extends LinkSubject {
  readonly linkId: string
  /** The address that it was mailed to, in lower case, where that was said when it was made. */
  readonly sentTo: string | null
}

const SESSION_DAYS = 7

/**
 * Makes a link and returns its token, which is nowhere else: only its SHA-256 is stored. It is good for `days` of real
 * time, once, for this purpose alone. `sentTo` is the address that the mail goes to, where whoever follows the link is to
 * have proved it.
 */
export async function mintLink(
  tx: Tx,
  input: LinkSubject & { readonly purpose: LinkPurpose; readonly days: number; readonly sentTo?: string },
): Promise<string> {
  const token = newToken()
  await rows(
    tx,
    sql`insert into links (id, purpose, subject_id, contact_id, sent_to, token_hash, created_at, expires_at)
      values (${newId('lnk')}, ${input.purpose}, ${input.subjectId}, ${input.contactId}, ${input.sentTo?.toLowerCase() ?? null}, ${hashToken(token)}, now(), now() + make_interval(days => ${input.days}))`,
  )
  return token
}

/**
 * Uses a link up. Unknown, used, expired, withdrawn and meant for something else all look the same.
 * @refuses LINK_ENDED
 */
export async function redeemLink(
  tx: Tx,
  input: { token: string; purpose: LinkPurpose },
): Promise<RedeemedLink> {
  const used = await row<RedeemedLink>(
    tx,
    sql<RedeemedLink>`update links set used_at = now() where token_hash = ${hashToken(input.token)} and purpose = ${input.purpose}
      and used_at is null and revoked_at is null and expires_at > now()
      returning id as "linkId", subject_id as "subjectId", contact_id as "contactId", sent_to as "sentTo"`,
  )
  if (!used) throw new Refusal('LINK_ENDED')
  return used
}

/** What a link was about that may be used or expired, but was never withdrawn: enough to mail a fresh one. */
export async function knownLink(
  tx: Tx,
  input: { token: string; purpose: LinkPurpose },
): Promise<LinkSubject | undefined> {
  return row<LinkSubject>(
    tx,
    sql<LinkSubject>`select subject_id as "subjectId", contact_id as "contactId" from links
      where token_hash = ${hashToken(input.token)} and purpose = ${input.purpose} and revoked_at is null`,
  )
}

/** Ends every link and link session of a thing, or only those of one contact. */
export async function endLinks(tx: Tx, input: { subjectId: string; contactId?: string }): Promise<void> {
  const whose = input.contactId ? sql`and contact_id = ${input.contactId}` : sql``
  await rows(
    tx,
    sql`update links set revoked_at = now() where subject_id = ${input.subjectId} and revoked_at is null ${whose}`,
  )
  await rows(
    tx,
    sql`update link_sessions set ended_at = now() where subject_id = ${input.subjectId} and ended_at is null ${whose}`,
  )
}

/** Opens the seven days that a redeemed link gives with its one thing; the token is for `Authorization: Bearer`. */
export async function startLinkSession(
  tx: Tx,
  link: RedeemedLink,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const session = await row<{ expiresAt: Date }>(
    tx,
    sql<{
      expiresAt: Date
    }>`insert into link_sessions (id, link_id, subject_id, contact_id, token_hash, expires_at)
      values (${newId('lks')}, ${link.linkId}, ${link.subjectId}, ${link.contactId}, ${hashToken(token)}, now() + make_interval(days => ${SESSION_DAYS}))
      returning expires_at as "expiresAt"`,
  )
  return { token, expiresAt: new Date(session!.expiresAt) }
}

/** The form in which a link's token is stored and looked up. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
