import { createHash } from 'node:crypto'
import { refuseFields } from '../lib/refusal.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { rearmDeadline } from '../platform/deadlines.js'
import { transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { raiseTask } from '../tasks/raise-task.js'
import { campaignMachine } from './campaign.machine.js'

/** Whoever is told anew has at least this long to dispute. */
const TIME_AFTER_RESENDING = 'PT24H'

/** A mail to tell that a campaign is complete, which came back. */
export interface BouncedCompletionMail {
  readonly orderId: string
  /** The contact it was meant for. */
  readonly recipientId: string
  /** The address that refused it; by default the contact's present one. */
  readonly address?: string
}

/**
 * The mail that tells the buyer of the 48 hours did not arrive: the money is not released by itself, and somebody of
 * SUPPORT sees to it at once. Nothing where the campaign is not, or no more, waiting. The order's stream is locked.
 */
export async function completionMailBounced(tx: Tx, mail: BouncedCompletionMail): Promise<void> {
  const { orderId, recipientId } = mail
  const campaign = await row<{ id: string; number: string; address: string | null }>(
    tx,
    sql`select c.id, o.number, (select k.email from contacts k where k.id = ${recipientId}) as address
      from campaigns c join orders o on o.id = c.order_id where c.order_id = ${orderId} and c.status = 'COMPLETION_CLAIMED'`,
  )
  if (!campaign) return
  const asSystem = actingAs(tx, system('campaigns'))
  const { id, number } = campaign
  const address = mail.address ?? campaign.address
  await transition(asSystem, campaignMachine, id, 'noteCompletionMailBounced', {
    set: {
      release_held: true,
      bounced_contact_id: recipientId,
      bounced_address: address && hashOf(address),
    },
    data: { recipientId },
  })
  if (await openTask(tx, id)) return
  await raiseTask(asSystem, {
    cause: `${causeOf(id)}${tx.now.getTime()}`,
    orderId,
    role: 'SUPPORT',
    title: `The buyer of ${number} was not told that the campaign is complete`,
    instructions:
      'The mail came back, so the money is not released by itself. Find a second contact or the right address, correct it, and send the mail anew from the campaign: the buyer then has at least another 24 hours.',
    dueInWorkingHours: 2,
  })
}

/**
 * Sends the completion mail anew, to a second contact of the buyer or to a corrected address: a bounce no longer holds the
 * release, the buyer has at least another 24 hours, and is reminded in them.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function resendCompletionMail(
  tx: Tx,
  input: { id: string; contactId: string },
): Promise<string> {
  const { id, contactId } = input
  const least = after(tx.now, TIME_AFTER_RESENDING)
  const later = (by: Date) => (by < least ? least : by)
  const resent = await transition(tx, campaignMachine, id, 'resendCompletionMail', ({ disputeBy }) => ({
    set: { release_held: false, dispute_by: later(disputeBy!), release_reminded_at: null },
    data: { contactId, disputeBy: later(disputeBy!).toISOString() },
  }))
  const { facts, streamId, state } = resent
  await refuseUnreachable(tx, { id, contactId, buyerId: facts.buyerId })
  const of = { id, streamId, state }
  for (const kind of ['release', 'release-reminder']) await rearmDeadline(tx, campaignMachine, of, kind)
  const cause = await openTask(tx, id)
  if (cause) await cancelTasksOf(tx, { cause, reason: 'The mail was sent anew.' })
  return id
}

/** The contact is one of the buyer's, with an address that has not just sent this mail back. */
async function refuseUnreachable(
  tx: Tx,
  { id, contactId, buyerId }: { id: string; contactId: string; buyerId: string },
): Promise<void> {
  const contact = await row<{ name: string; email: string | null; bounced: string | null }>(
    tx,
    sql`select k.name, k.email, (select c.bounced_address from campaigns c where c.id = ${id}) as bounced
      from contacts k where k.id = ${contactId} and k.organisation_id = ${buyerId}`,
  )
  const refuse = (message: string) => refuseFields([{ path: 'contactId', message }])
  if (!contact) return refuse('a contact of the buyer')
  const { name, email, bounced } = contact
  if (!email) return refuse(`${name} has no e-mail address of their own: add one, or choose somebody else`)
  if (hashOf(email) === bounced)
    refuse(`the mail to ${name} came back: correct the address at the contact first, or choose somebody else`)
}

const causeOf = (id: string) => `completion-mail:${id}:`

async function openTask(tx: Tx, id: string): Promise<string | undefined> {
  const open = await row<{ cause: string }>(
    tx,
    sql`select cause from tasks where starts_with(cause, ${causeOf(id)}) and status not in ('DONE', 'CANCELLED')`,
  )
  return open?.cause
}

/** What an address is remembered by: it can be compared, and not be read. */
function hashOf(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('base64url')
}
