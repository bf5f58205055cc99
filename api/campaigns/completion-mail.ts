import { createHash } from 'node:crypto'
import { refuseFields } from '../lib/refusal.js'
import { after } from '../lib/time.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { rearmDeadline } from '../platform/deadlines.js'
import { lockStream } from '../platform/events.js'
import { transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { raiseTask } from '../tasks/raise-task.js'
import { campaignMachine } from './campaign.machine.js'

/** Whoever is told late, or anew, has at least this long to dispute. */
const TIME_WHEN_TOLD_LATE = 'PT24H'
/** With less than this left they are told late; a mail that has been on its way for an hour is not. */
const TIME_WHEN_TOLD = 'PT23H'

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
 * SUPPORT sees to it at once. Nothing where the campaign is not, or no more, waiting, or was disputed: whoever disputed it
 * knows. The order's stream is locked.
 */
export async function completionMailBounced(tx: Tx, mail: BouncedCompletionMail): Promise<void> {
  const { orderId, recipientId } = mail
  const campaign = await row<{ id: string; number: string; address: string | null }>(
    tx,
    sql`select c.id, o.number, (select k.email from contacts k where k.id = ${recipientId}) as address
      from campaigns c join orders o on o.id = c.order_id where c.order_id = ${orderId} and c.status = 'COMPLETION_CLAIMED' and c.disputed_at is null`,
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
  await askSupport(asSystem, { id, orderId, number, why: 'The mail came back' })
}

/**
 * The time to dispute is over. Where no mail has told the buyer that it had begun, what a bounce would do is done. Returns
 * whether the release is held for that.
 */
export async function holdWhereNobodyWasTold(tx: Tx, id: string): Promise<boolean> {
  const campaign = await lockCompleted(
    tx,
    sql`c.id = ${id} and c.told_at is null and not c.release_held and c.dispute_by <= ${tx.now}`,
  )
  if (!campaign) return false
  await transition(tx, campaignMachine, id, 'noteNobodyTold', { set: { release_held: true } })
  await askSupport(tx, { ...campaign, why: 'No mail about it has gone out' })
  return true
}

/**
 * The mail server has taken a mail that tells the buyer: from now on they know. Where that comes so late that they would
 * have less than 24 hours, or nothing was released for it, they get those, and are reminded in them.
 */
export async function completionMailTaken(
  tx: Tx,
  { orderId, takenAt }: { orderId: string; takenAt: Date },
): Promise<void> {
  const campaign = await lockCompleted(tx, sql`c.order_id = ${orderId} and c.told_at is null`)
  if (!campaign) return
  const { id, releaseHeld } = campaign
  const before = new Date(campaign.disputeBy)
  const disputeBy = timeWhenTold(before, takenAt)
  if (!releaseHeld && disputeBy === before) {
    await row(tx, sql`update campaigns set told_at = ${takenAt} where id = ${id}`)
    return
  }
  const told = await transition(actingAs(tx, system('campaigns')), campaignMachine, id, 'noteToldLate', {
    set: { ...released(disputeBy), told_at: takenAt },
    data: { disputeBy: disputeBy.toISOString() },
  })
  await runAnew(tx, told, 'The mail has gone out.')
}

/**
 * Sends the completion mail anew, to a second contact of the buyer or to a corrected address: a bounce no longer holds the
 * release, the buyer has at least another 24 hours, and is reminded in them. A buyer who has disputed it knows of it anyhow.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function resendCompletionMail(
  tx: Tx,
  input: { id: string; contactId: string },
): Promise<string> {
  const { id, contactId } = input
  const resent = await transition(tx, campaignMachine, id, 'resendCompletionMail', (campaign) => {
    const disputeBy = later(campaign.disputeBy!, after(tx.now, TIME_WHEN_TOLD_LATE))
    return {
      set: { ...released(disputeBy), ...(!campaign.disputed && { told_at: null }) },
      data: { contactId, disputeBy: disputeBy.toISOString() },
    }
  })
  await refuseUnreachable(tx, { id, contactId, buyerId: resent.facts.buyerId })
  await runAnew(tx, resent, 'The mail was sent anew.')
  return id
}

/** Until when somebody who is told at a moment may dispute, where the time for it ends at `disputeBy`. */
export function timeWhenTold(disputeBy: Date, toldAt: Date): Date {
  return disputeBy < after(toldAt, TIME_WHEN_TOLD) ? after(toldAt, TIME_WHEN_TOLD_LATE) : disputeBy
}

interface Completed {
  readonly id: string
  readonly orderId: string
  readonly number: string
  readonly disputeBy: Date
  readonly releaseHeld: boolean
}

/** The campaign that the condition names, under its order's lock; undefined where it is not, or no more, waiting. */
async function lockCompleted(tx: Tx, condition: ReturnType<typeof sql>): Promise<Completed | undefined> {
  const find = () =>
    row<Completed>(
      tx,
      sql<Completed>`select c.id, c.order_id as "orderId", o.number, c.dispute_by as "disputeBy", c.release_held as "releaseHeld"
        from campaigns c join orders o on o.id = c.order_id where c.status = 'COMPLETION_CLAIMED' and ${condition}`,
    )
  const found = await find()
  if (!found) return undefined
  await lockStream(tx, found.orderId)
  return find()
}

const later = (a: Date, b: Date) => (a < b ? b : a)

const released = (disputeBy: Date) => ({
  release_held: false,
  dispute_by: disputeBy,
  release_reminded_at: null,
})

/** The time to dispute runs again, for a buyer who knows. */
async function runAnew(
  tx: Tx,
  { id, streamId, state }: { id: string; streamId: string; state: string },
  reason: string,
): Promise<void> {
  for (const kind of ['release', 'release-reminder'])
    await rearmDeadline(tx, campaignMachine, { id, streamId, state }, kind)
  await askNobodyToTell(tx, { id, reason })
}

/** The buyer knows that it is complete: nobody of SUPPORT needs to look for them any more, for the reason given. */
export async function askNobodyToTell(tx: Tx, { id, reason }: { id: string; reason: string }): Promise<void> {
  const cause = await openTask(tx, id)
  if (cause) await cancelTasksOf(tx, { cause, reason })
}

async function askSupport(
  tx: Tx,
  { id, orderId, number, why }: Pick<Completed, 'id' | 'orderId' | 'number'> & { why: string },
): Promise<void> {
  if (await openTask(tx, id)) return
  await raiseTask(tx, {
    cause: `${causeOf(id)}${tx.now.getTime()}`,
    orderId,
    role: 'SUPPORT',
    title: `The buyer of ${number} was not told that the campaign is complete`,
    instructions: `${why}, so the money is not released by itself. Find a second contact or the right address, correct it, and send the mail anew from the campaign: the buyer then has at least another 24 hours.`,
    dueInWorkingHours: 2,
  })
}

/** The contact is one of the buyer's who signs in, with an address that has not just sent this mail back. */
async function refuseUnreachable(
  tx: Tx,
  { id, contactId, buyerId }: { id: string; contactId: string; buyerId: string },
): Promise<void> {
  const contact = await row<{ name: string; email: string | null; bounced: string | null; signsIn: boolean }>(
    tx,
    sql`select k.name, k.email, (select c.bounced_address from campaigns c where c.id = ${id}) as bounced,
        exists (select from members m join users u on u.id = m.user_id where m.contact_id = k.id and m.status = 'ACTIVE' and u.status = 'ACTIVE') as "signsIn"
      from contacts k where k.id = ${contactId} and k.organisation_id = ${buyerId}`,
  )
  const refuse = (message: string) => refuseFields([{ path: 'contactId', message }])
  if (!contact) return refuse('a contact of the buyer')
  const { name, email, bounced, signsIn } = contact
  if (!email) return refuse(`${name} has no e-mail address of their own: add one, or choose somebody else`)
  if (!signsIn)
    return refuse(
      `${name} does not sign in, and could neither release nor dispute: invite them first, or choose somebody else`,
    )
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
