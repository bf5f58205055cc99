import { refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { type MailKind, mailKindOf, mailKinds } from './mail-kinds.js'
import type { Recipient } from './recipient.js'

/** How a choice was made: on a page, signed in or by a mail's link, or by one click in a mail program. */
export type ChosenBy = 'page' | 'link' | 'one-click'

/**
 * Writes down whether these recipients want a kind of mail.
 * @refuses VALIDATION for a kind that is always on
 */
export async function choose(
  tx: Tx,
  choice: { recipientIds: readonly string[]; kind: MailKind; on: boolean; by: ChosenBy },
): Promise<void> {
  const { kind, on, by } = choice
  const recipientIds = kind === 'CAMPAIGNS' ? await membersOnly(tx, choice.recipientIds) : choice.recipientIds
  if (!mailKinds[kind].canBeSwitched || !recipientIds.length)
    refuseFields([
      { path: 'kind', message: 'one that can be switched off: this one belongs to the order itself' },
    ])
  await rows(
    tx,
    sql`insert into mail_preferences (recipient_id, kind, is_on, changed_at, changed_by)
      select recipient, ${kind}, ${on}, ${tx.now}, ${by} from unnest(${recipientIds}::text[]) recipient
      on conflict (recipient_id, kind) do update set is_on = excluded.is_on, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
  )
}

/** Those who are members of a channel, but do not own it: its owners get whatever its contracts are about. */
async function membersOnly(tx: Tx, recipientIds: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select m.contact_id as id from members m join organisations o on o.id = m.organisation_id
      where m.contact_id = any(${recipientIds}::text[]) and m.role = 'MEMBER' and m.status = 'ACTIVE' and o.kind = 'CHANNEL'`,
  )
  return found.map(({ id }) => id)
}

/**
 * Whether somebody does not want this mail; then it is written down that it was not written, and why. Mails that belong
 * to an order itself are wanted by everybody.
 */
export async function isUnwanted(
  tx: Tx,
  mail: { eventId: string | null; template: string; to: Recipient; orderId: string | null },
): Promise<boolean> {
  const { eventId, template, to, orderId } = mail
  const kind = to.mailKind ?? mailKindOf(template)
  if (!mailKinds[kind].canBeSwitched || !eventId) return false
  const off = await row<{ changedBy: ChosenBy }>(
    tx,
    sql`select changed_by as "changedBy" from mail_preferences where recipient_id = ${to.id} and kind = ${kind} and not is_on`,
  )
  if (!off) return false
  await row(
    tx,
    sql`insert into mails_withheld (event_id, template, recipient_id, kind, order_id, reason, withheld_at)
      values (${eventId}, ${template}, ${to.id}, ${kind}, ${orderId}, ${REASONS[off.changedBy]}, ${tx.now}) on conflict do nothing`,
  )
  return true
}

const REASONS: Readonly<Record<ChosenBy, string>> = {
  page: 'Switched off by its recipient.',
  link: "Switched off by its recipient, by a mail's link.",
  'one-click': 'Switched off by its recipient, by one click in the mail program.',
}
