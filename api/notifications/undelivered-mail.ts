import { noteMailBounced } from '../orders/note-mail-bounced.js'
import { prefixOf } from '../lib/ids.js'
import { system } from '../lib/viewer.js'
import { actingAs, type Tx } from '../platform/context.js'
import { port } from '../platform/port.js'
import { raiseTask } from '../tasks/raise-task.js'
import { mailKindOf } from './mail-kinds.js'
import type { MailInHand } from './mail-in-hand.js'

/** A mail that did not reach its recipient, and never will by itself. */
export type UndeliveredMail = Pick<
  MailInHand,
  'id' | 'template' | 'orderId' | 'recipientId' | 'recipientName' | 'toAddress' | 'sending'
> & { readonly error: string }

/**
 * What counted on a kind of mail having arrived, by template: a promise that was kept by it, and is not. Runs with the
 * order's stream locked. Bound by the app.
 */
export const mailUndelivered =
  port<Readonly<Record<string, (tx: Tx, mail: UndeliveredMail) => Promise<unknown>>>>('mail undelivered')

/**
 * A mail that bounced, at once or by a report that came back, or was given up: the order's log tells of it, what counted
 * on it is taken back, and where it was a mail that the order needs somebody of SUPPORT sees to it, once for each time it
 * was sent. The order's stream is locked.
 */
export async function tellUndelivered(tx: Tx, mail: UndeliveredMail): Promise<void> {
  const { id, template, orderId, recipientId, sending } = mail
  if (!orderId) return
  const asMail = actingAs(tx, system('mail'))
  await noteMailBounced(asMail, { orderId, mailId: id, template, recipientId })
  await mailUndelivered.bound[template]?.(asMail, mail)
  if (template === 'campaign-completed') return // its campaign raises a task of its own
  if (mailKindOf(template) !== 'CONTRACT' && template !== 'dashboard-invitation') return
  await raiseTask(asMail, {
    cause: `mail:${id}:${sending}`,
    orderId,
    role: 'SUPPORT',
    title: 'A mail did not arrive',
    instructions: `The mail "${template}" could not be delivered. The mail server says: ${mail.error.slice(0, 500)} ${howToMend(recipientId)}`,
    dueInWorkingHours: 4,
  })
}

function howToMend(recipientId: string): string {
  return prefixOf(recipientId) === 'cpt'
    ? 'It was for the counterpart of the appointment. Ask the buyer for the right address and change it at the appointment, or reach the counterpart in another way.'
    : "Ask the buyer for the right address, correct it at the contact, and send the mail again from the order's mails."
}
