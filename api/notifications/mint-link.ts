import { mintInvitation } from '../accounts/invite-member.js'
import { mintOnboardingLink } from '../onboarding/onboarding-link.js'
import { mintAppointmentLink } from '../outreach/counterpart-link.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'

/** What a secret link opens: an onboarding document, an appointment for its counterpart, or an invitation. */
export type LinkRef =
  | { readonly kind: 'onboarding'; readonly documentId: string; readonly round?: number }
  | AppointmentLink
  | { readonly kind: 'invitation'; readonly subjectId: string }

interface AppointmentLink {
  readonly kind: 'appointment'
  readonly appointmentId: string
  readonly counterpartId: string
  /** The states in which what the mail says is still so; left out, in any in which the link opens something. */
  readonly while?: readonly string[]
  /** The time that the mail speaks of, as ISO 8601: once another stands, or it has begun, the mail has no use. */
  readonly startsAt?: string
}

/**
 * Makes a fresh token for a link, right before its mail is handed over to an address; only its hash is stored. Undefined
 * where what it would open has ended, was accepted since or waits for them at another address: then the mail has no use
 * any more.
 */
export async function mintToken(tx: Tx, link: LinkRef, sentTo: string): Promise<string | undefined> {
  if (link.kind === 'invitation') return mintInvitation(tx, { subjectId: link.subjectId, sentTo })
  if (link.kind === 'appointment') return appointmentToken(tx, link)
  return (await mintOnboardingLink(tx, link.documentId, link.round)) ?? undefined
}

async function appointmentToken(tx: Tx, link: AppointmentLink): Promise<string | undefined> {
  return (await stillSays(tx, link)) ? ((await mintAppointmentLink(tx, link)) ?? undefined) : undefined
}

/** Whether what the mail says is still so, now that it is about to go. */
async function stillSays(tx: Tx, link: AppointmentLink): Promise<boolean> {
  const { appointmentId } = link
  const [states, startsAt] = [link.while ?? null, link.startsAt ?? null]
  const found = await row(
    tx,
    sql`select from appointments where id = ${appointmentId} and (${states}::text[] is null or status = any(${states}::text[]))
      and (${startsAt}::timestamptz is null or starts_at = ${startsAt}::timestamptz and starts_at > ${tx.now}::timestamptz)`,
  )
  return found !== undefined
}
