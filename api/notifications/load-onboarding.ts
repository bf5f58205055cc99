import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { IssueFacts, OnboardingFacts } from './facts.js'
import { idIn, type ToldEvent } from './told-event.js'

interface Found extends Omit<
  OnboardingFacts,
  'askedAt' | 'at' | 'issues' | 'requiredFiles' | 'reopened' | 'formerRecipientId'
> {
  readonly reopenedReason: string | null
  readonly askedAt: Date | null
  readonly fields: readonly { key: string; label: string; kind: string; required: boolean }[]
  readonly issues: readonly { fieldKey: string | null; fileName: string | null; note: string }[]
}

/** Events by which the recipient is asked: at first, once more, or to change something. */
const ASKING = [
  'onboarding.requested',
  'onboarding.resent',
  'onboarding.recipient-changed',
  'onboarding.changes-requested',
  'onboarding.reopened',
]

/** The facts of the onboarding document that the event is about. */
export async function onboardingFacts(tx: Tx, event: ToldEvent): Promise<OnboardingFacts | undefined> {
  const found = await row<Found>(
    tx,
    sql`select o.id as "orderId", d.id as "documentId", o.number, s.name as service, buyer.name as buyer, beneficiary.name as beneficiary,
        d.recipient_contact_id as "recipientId", d.recipient_name as recipient, d.recipient_email as "recipientEmail",
        o.placed_by_contact_id as "placedById", recipient.organisation_id = o.buyer_id as "ownOrder",
        d.request_round as round, d.status in ('SUBMITTED', 'IN_REVIEW') as submitted, d.reopened_reason as "reopenedReason", d.waived_reason as "waivedReason",
        (select max(e.occurred_at) from events e where e.aggregate_id = d.id and e.type = any(${ASKING})) as "askedAt",
        d.status = 'CHANGES_REQUESTED' as "sentBack", f.fields, newest.number as revision,
        (select coalesce(json_agg(json_build_object('fieldKey', coalesce(i.field_key, answered.key), 'fileName', file.name, 'note', i.note) order by i.id), '[]')
          from onboarding_issues i left join files file on file.id = i.file_id
            left join onboarding_files answered on answered.revision_id = i.revision_id and answered.file_id = i.file_id
          where i.revision_id = d.newest_revision_id) as issues
      from onboarding_documents d join order_lines l on l.id = d.line_id join orders o on o.id = l.order_id join services s on s.id = l.service_id
        join organisations buyer on buyer.id = o.buyer_id join organisations beneficiary on beneficiary.id = o.beneficiary_id
        join contacts recipient on recipient.id = d.recipient_contact_id join onboarding_forms f on f.id = d.form_id
        left join onboarding_revisions newest on newest.id = d.newest_revision_id
      where d.id = ${event.aggregateId}`,
  )
  if (!found) return undefined
  const { fields, askedAt, reopenedReason, ...document } = found
  const before = idIn(event, 'before')
  const whole = reopenedReason === null ? [] : [{ fieldKey: null, fileName: null, note: reopenedReason }]
  return {
    ...document,
    askedAt: new Date(askedAt ?? event.occurredAt),
    at: event.occurredAt,
    reopened: reopenedReason !== null,
    formerRecipientId: before === document.recipientId ? null : before,
    requiredFiles: requiredFiles(fields),
    issues: [...whole, ...found.issues].map((issue) => asked(issue, fields)),
  }
}

const where =
  (fits: (document: OnboardingFacts) => boolean): typeof onboardingFacts =>
  async (tx, event) => {
    const document = await onboardingFacts(tx, event)
    return document && fits(document) ? document : undefined
  }

/** The same, where whoever is asked has to fill it in. */
export const onboardingToBegin = where((document) => !document.sentBack && !document.submitted)

/** The same, where they have to change something. */
export const onboardingSentBack = where((document) => document.sentBack)

/** The same, where it is our turn. */
export const onboardingInOurHands = where((document) => document.submitted)

function requiredFiles(fields: Found['fields']): string[] {
  return fields.filter((field) => field.kind === 'FILE' && field.required).map((field) => field.label)
}

/** An issue with what it is about: the question, and of a file its name, too. */
function asked({ fieldKey, fileName, note }: Found['issues'][number], fields: Found['fields']): IssueFacts {
  const question = fields.find((field) => field.key === fieldKey)?.label ?? null
  const about = [question, fileName].filter((part) => part !== null).join(': ')
  return { about: about || null, note }
}
