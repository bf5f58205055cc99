import { refuseFields } from '../lib/refusal.js'
import { after } from '../lib/time.js'
import type { Tx } from '../platform/context.js'
import { setDeadline } from '../platform/deadlines.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { type CampaignFacts, extendable } from './campaign.facts.js'
import { campaignMachine } from './campaign.machine.js'

/** The time to dispute is extended by no more than this from now. */
const LONGEST_WAIT = 'P30D'
const HOUR = 3_600_000
/** The last reminder of the one who is waited for, and how long before the end it goes; those before it stay as they are. */
const LAST_REMINDER = {
  expire: { kind: 'reminder', step: 1, before: 4 * HOUR },
  release: { kind: 'release-reminder', step: 0, before: 12 * HOUR },
} as const

/**
 * An admin gives more time to accept or to dispute, each once, and says why; the offer not past the day on which the
 * buyer's bank lets the money go, the release not while a mail that came back holds it.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, RELEASE_HELD, DEADLINE_PASSED, ALREADY_EXTENDED,
 *   VALIDATION
 */
export async function extendDeadline(
  tx: Tx,
  input: { id: string; until: Date; reason: string },
): Promise<string> {
  const { id, until } = input
  const reason = reasonFor(input.reason)
  const { facts } = await transition(tx, campaignMachine, id, 'extendDeadline', (campaign) => {
    refuseUntil(tx, campaign, until)
    const accepting = extendable(campaign).kind === 'expire'
    return {
      set: accepting
        ? { accept_by: until, acceptance_extended_at: tx.now }
        : { dispute_by: until, release_extended_at: tx.now, release_reminded_at: null },
      data: {
        deadline: accepting ? 'ACCEPTANCE' : 'RELEASE',
        until: until.toISOString(),
        reasonId: reason.id,
      },
    }
  })
  await reason.keep(tx, facts.orderId)
  const { kind } = extendable(facts)
  const of = { machine: campaignMachine.name, subjectId: id, streamId: facts.orderId }
  await setDeadline(tx, of, kind, until)
  const { kind: reminder, step, before } = LAST_REMINDER[kind]
  const remindAt = new Date(until.getTime() - before)
  if (remindAt > tx.now) await setDeadline(tx, { ...of, step }, reminder, remindAt)
  return id
}

/** @refuses VALIDATION */
function refuseUntil(tx: Tx, campaign: CampaignFacts, until: Date): void {
  const { kind } = extendable(campaign)
  const now = kind === 'expire' ? campaign.acceptBy : campaign.disputeBy!
  const latest = kind === 'expire' ? campaign.authorisedUntil : after(tx.now, LONGEST_WAIT)
  if (until <= now || until <= tx.now)
    refuseFields([{ path: 'until', message: `later than ${now.toISOString()}, which it is now` }])
  if (until > latest) {
    const why = kind === 'expire' ? ': then the buyer’s bank lets the money go' : ''
    refuseFields([{ path: 'until', message: `not after ${latest.toISOString()}${why}` }])
  }
}
