import type { ActivityPartsFragment as Entry } from '../gen/operations.js'
import { moment, plain } from '../format/format.js'
import { appointmentSentences, attemptSentence } from './appointment-feed.js'
import { campaignSentences, ofCampaigns } from './campaign-feed.js'

type Mark = 'good' | 'bad' | 'act' | null

/** What each thing that happens is called on the feed, and how its mark is coloured. */
const SENTENCES: Record<string, [sentence: string, mark?: Mark]> = {
  'order.placed': ['The order was placed.'],
  'order.payment-requested': ['A payment was started.'],
  'order.opened': ['The payment is final. The work begins.', 'good'],
  'order.dashboard-invited': ['The client was invited to their dashboard.'],
  'order.communication-invited': ['We sent instructions on how to talk to our team.'],
  'order.communication-kept': ['Those instructions have arrived.'],
  'order.payment-expiring': ['The time to pay is over; the payment is being called off.', 'bad'],
  'order.expired': ['The order was not paid in time and is cancelled.', 'bad'],
  'order.completed': ['The order is complete.', 'good'],
  'order.cancelled': ['The order has ended without result.', 'bad'],
  'order.delivered': ['The work was delivered.', 'good'],
  'order.revision-requested': ['A revision was asked for.', 'act'],
  'order.delivery-confirmed': ['The delivery was confirmed. The order is complete.', 'good'],
  'order.auto-completed': ['The delivery counts as confirmed. The order is complete.', 'good'],
  'order.held': ['The order is on hold.', 'act'],
  'order.resumed': ['The order goes on.'],
  'order.called-off': ['The order was cancelled.', 'bad'],
  'payment.charged': ['The payment arrived', 'good'],
  'payment.refused': ['The payment was refused', 'bad'],
  'payment.cancelled': ['The payment was called off before any money moved', 'bad'],
  'payment.came-late': ['A payment came too late and goes back', 'bad'],
  'refund.requested': ['A refund is on its way'],
  'refund.issued': ['The money was given back', 'good'],
  'refund.called-off': ['A refund is not sent: the bank has given the money back'],
  'refund.failed': ['A refund did not go through; we try again', 'bad'],
  'onboarding.requested': ['The form was sent to its recipient.'],
  'onboarding.draft-saved': ['A draft of the form was saved.'],
  'onboarding.submitted': ['The form was submitted.'],
  'onboarding.withdrawn': ['The form was taken back.'],
  'onboarding.claimed': ['Our team is looking at the form.'],
  'onboarding.approved': ['The form is approved. Our team has the work.', 'good'],
  'onboarding.changes-requested': ['Something on the form needs another look.', 'act'],
  'onboarding.reminded': ['We reminded the recipient of the form.'],
  'onboarding.resent': ['The form was sent again.'],
  'onboarding.recipient-changed': ['Somebody else was asked to fill in the form.'],
  'onboarding.waived': ['The form is not needed after all. Our team has the work.', 'good'],
  'onboarding.reopened': ['The form was asked for once more.', 'act'],
  'onboarding.voided': ['The form is no longer needed.'],
  'report.sent': ['A report was sent.', 'good'],
  'provisioning.started': ['An add-on is being set up.'],
  'provisioning.activated': ['An add-on is active.', 'good'],
  'provisioning.given-up': ['An add-on could not be set up; it is refunded.', 'bad'],
  'status.given': ['Where it stood, told at once. A person of our team looks, too.'],
  ...campaignSentences,
  ...appointmentSentences,
}

/** The same to those for whom the order is done: money is between its buyer and us. */
const TO_OTHERS: Record<string, string> = {
  'order.opened': 'The work begins.',
  'provisioning.given-up': 'An add-on could not be set up.',
}

/** What happened, in a sentence, by its word of the trade. What this portal does not know yet is shown by its own name. */
export function sentenceFor(what: string, buys: boolean, isCampaign = false): string {
  const [room = '', change = ''] = what.split('.')
  return (
    (isCampaign ? ofCampaigns[what] : undefined) ??
    (buys ? undefined : TO_OTHERS[what]) ??
    SENTENCES[what]?.[0] ??
    `${plain(room)}: ${plain(change).toLowerCase()}.`
  )
}

/** An entry of the feed as a sentence, with what it carries. */
export function entryText(entry: Entry, buys: boolean, isCampaign = false): string {
  const sentence = sentenceFor(entry.what, buys, isCampaign)
  if (entry.__typename === 'PaymentEntry') {
    return joined(sentence, [entry.amount?.formatted, entry.failure && plain(entry.failure).toLowerCase()])
  }
  if (entry.__typename === 'AppointmentEntry') return joined(sentence, [timeOf(entry), entry.reason])
  if (entry.__typename === 'AttemptEntry' && entry.attempt) return attemptSentence(entry.attempt)
  if (entry.__typename === 'OrderEntry' || entry.__typename === 'TaskEntry') {
    return entry.reason ? `${sentence} ${entry.reason}` : sentence
  }
  return sentence
}

function joined(sentence: string, details: readonly (string | null | undefined)[]): string {
  const told = details.filter(Boolean)
  return told.length > 0 ? `${sentence.replace(/\.$/, '')} · ${told.join(' · ')}` : sentence
}

/** When it is; where it was moved, from when to when. */
function timeOf({ startsAt, formerStartsAt }: Extract<Entry, { __typename: 'AppointmentEntry' }>) {
  if (!startsAt) return null
  return formerStartsAt ? `${moment(formerStartsAt)} → ${moment(startsAt)}` : moment(startsAt)
}

/** How an entry's mark is coloured; nothing for most of them. */
export function entryMark(entry: Entry): Mark {
  return SENTENCES[entry.what]?.[1] ?? null
}
