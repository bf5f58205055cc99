import { mintInvitation } from '../accounts/invite-member.js'
import { mintLink } from '../accounts/links.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

/** What a mail's secret link opens: an onboarding document, or a member's or a team member's invitation. */
export type LinkRef =
  | { readonly kind: 'onboarding'; readonly documentId: string; readonly contactId: string }
  | { readonly kind: 'invitation'; readonly subjectId: string }

/** Real days for which the link to an onboarding document is good; it opens once, and its page mails a fresh one. */
const ONBOARDING_DAYS = 30

/**
 * Makes a fresh token for a link, right before its mail is handed over; only its hash is stored. Undefined where what it
 * would open has ended or was accepted since: then the mail has no use any more.
 */
export async function mintToken(tx: Tx, link: LinkRef): Promise<string | undefined> {
  if (link.kind === 'invitation') return mintInvitation(tx, link.subjectId)
  const { documentId: subjectId, contactId } = link
  const open = await row(tx, sql`select from onboarding_documents where id = ${subjectId} and status not in ('APPROVED', 'VOID')`)
  return open ? mintLink(tx, { subjectId, contactId, purpose: 'onboarding', days: ONBOARDING_DAYS }) : undefined
}
