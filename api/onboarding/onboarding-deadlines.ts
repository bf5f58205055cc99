import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { DeadlineAct, DueDeadline } from '../platform/deadlines.js'
import { record } from '../platform/events.js'
import { raiseTask } from '../tasks/raise-task.js'
import { onboardingEvents } from './onboarding.events.js'
import { onboardingMachine } from './onboarding.machine.js'

/** What happens to a document that waits for its recipient, by the deadlines of its machine. */
export const onboardingDeadlineActs = {
  'OnboardingDocument.reminder': remind,
  'OnboardingDocument.stale': raiseStale,
  'OnboardingDocument.claim-lapse': noteLapse,
} as const satisfies Record<string, DeadlineAct>

/** The queue has one more: whoever follows it hears so. The claim itself stands until somebody else takes it. */
async function noteLapse(tx: Tx, due: DueDeadline): Promise<void> {
  const document = await row<Document & { reviewerId: string }>(
    tx,
    sql`select order_id as "orderId", reviewer_id as "reviewerId" from onboarding_documents
      where id = ${due.subjectId} and status = 'IN_REVIEW' and claimed_until <= ${tx.now}`,
  )
  if (document) await note(tx, due, document, 'onboarding.claim-lapsed', { reviewerId: document.reviewerId })
}

interface Document {
  readonly orderId: string
}

interface Waiting extends Document {
  readonly lineId: string
  readonly contactId: string
}

/** The mail goes by the event. The document itself did not change, and keeps its version. */
async function remind(tx: Tx, due: DueDeadline): Promise<void> {
  const document = await waiting(tx, due)
  if (document)
    await note(tx, due, document, 'onboarding.reminded', { contactId: document.contactId, step: due.step })
}

async function raiseStale(tx: Tx, due: DueDeadline): Promise<void> {
  const document = await waiting(tx, due)
  if (!document) return
  await note(tx, due, document, 'onboarding.stale', { contactId: document.contactId })
  await raiseTask(tx, {
    orderId: document.orderId,
    lineId: document.lineId,
    cause: `onboarding.stale:${due.subjectId}:${due.id}`,
    role: 'ADMIN',
    title: 'Onboarding has waited for 30 days',
    instructions: 'Ask the recipient or the buyer what they are waiting for. Nothing was cancelled.',
    dueInWorkingHours: 8,
  })
}

async function waiting(tx: Tx, due: DueDeadline): Promise<Waiting | undefined> {
  const states = onboardingMachine.deadlines.reminder.in
  return row<Waiting>(
    tx,
    sql`select order_id as "orderId", line_id as "lineId", recipient_contact_id as "contactId" from onboarding_documents
      where id = ${due.subjectId} and status = any(${[...states]})`,
  )
}

async function note(
  tx: Tx,
  due: DueDeadline,
  { orderId }: Document,
  type: 'onboarding.reminded' | 'onboarding.stale' | 'onboarding.claim-lapsed',
  data: Record<string, unknown>,
): Promise<void> {
  const { visibility } = onboardingEvents[type]
  await record(tx, { streamId: orderId, aggregateId: due.subjectId, type, visibility, data })
}
