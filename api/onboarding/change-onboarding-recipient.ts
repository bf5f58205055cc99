import { Refusal, refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { askAnew } from './ask-anew.js'
import { onboardingMachine } from './onboarding.machine.js'

/** A contact who may be asked, with what stands on the document now. */
interface Candidate {
  readonly name: string
  readonly email: string | null
  readonly recipient: 'OWNER' | 'CLIENT'
  readonly isAsked: boolean
}

/**
 * Asks another person: a contact of the buyer or of the beneficiary with an e-mail of their own, copied onto document and
 * line now. The same contact again is taken where name or address were corrected since. Links mailed before end, and the
 * sessions that they opened.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION, RECIPIENT_WITHOUT_EMAIL
 */
export async function changeOnboardingRecipient(
  tx: Tx,
  { id, contactId }: { id: string; contactId: string },
): Promise<string> {
  const moved = await transition(tx, onboardingMachine, id, 'changeOnboardingRecipient', (document) => ({
    data: { contactId, before: document.recipientContactId },
  }))
  const { name, email, recipient } = await candidate(tx, id, contactId)
  await row(
    tx,
    sql`update onboarding_documents set recipient_contact_id = ${contactId}, recipient_name = ${name}, recipient_email = ${email} where id = ${id}`,
  )
  await row(
    tx,
    sql`update order_lines set recipient = ${recipient}, recipient_contact_id = ${contactId}, recipient_name = ${name}, recipient_email = ${email} where id = ${moved.facts.lineId}`,
  )
  await askAnew(tx, moved)
  return id
}

async function candidate(
  tx: Tx,
  id: string,
  contactId: string,
): Promise<Candidate & { readonly email: string }> {
  const found = await row<Candidate>(
    tx,
    sql`select c.name, lower(c.email) as email, case when c.organisation_id = o.buyer_id then 'OWNER' else 'CLIENT' end as recipient,
        d.recipient_contact_id = c.id and d.recipient_name = c.name and lower(d.recipient_email) = lower(c.email) as "isAsked"
      from onboarding_documents d join orders o on o.id = d.order_id join contacts c on c.organisation_id in (o.buyer_id, o.beneficiary_id)
      where d.id = ${id} and c.id = ${contactId}`,
  )
  const path = 'contactId'
  if (!found) refuseFields([{ path, message: 'a contact of the buyer or of whom the work is for' }])
  const { name, email } = found
  if (!email) {
    const message = `${name} has no e-mail address of their own: add one to the contact, or choose somebody else.`
    throw new Refusal('RECIPIENT_WITHOUT_EMAIL', message, { contactId, fields: [{ path, message }] })
  }
  if (found.isAsked)
    refuseFields([
      { path, message: `somebody else: ${name} is asked already; send the request again instead` },
    ])
  return { ...found, email }
}
