import { mintInvitation } from '../accounts/invite-member.js'
import { mintOnboardingLink } from '../onboarding/onboarding-link.js'
import type { Tx } from '../platform/context.js'

/** What a mail's secret link opens: an onboarding document, or a member's or a team member's invitation. */
export type LinkRef =
  | { readonly kind: 'onboarding'; readonly documentId: string; readonly round?: number }
  | { readonly kind: 'invitation'; readonly subjectId: string }

/**
 * Makes a fresh token for a link, right before its mail is handed over; only its hash is stored. Undefined where what it
 * would open has ended or was accepted since: then the mail has no use any more.
 */
export async function mintToken(tx: Tx, link: LinkRef): Promise<string | undefined> {
  if (link.kind === 'invitation') return mintInvitation(tx, link.subjectId)
  return (await mintOnboardingLink(tx, link.documentId, link.round)) ?? undefined
}
