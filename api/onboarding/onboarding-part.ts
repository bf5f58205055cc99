import { endLinks } from '../accounts/links.js'
import { newId } from '../lib/ids.js'
import { assert, Refusal } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import type { OrderPart, PartLine } from '../orders/order-part.js'
import { noteStanding } from '../orders/stage.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { enter, transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { holdTasksOf, resumeTasksOf } from '../tasks/hold-tasks.js'
import { raiseRevisionTasks } from '../tasks/raise-revision-tasks.js'
import { OnboardingDocumentEntity } from './onboarding.entity.js'
import { onboardingMachine } from './onboarding.machine.js'

/** What an ONBOARDED line becomes: its recipient is asked for the onboarding document. */
export const onboardingPart: OrderPart = {
  start: requestOnboarding,
  hold: (tx, line) => holdTasksOf(tx, line.orderId),
  resume: resumeOnboarding,
  revise: (tx, { id, orderId }, revision) => raiseRevisionTasks(tx, { orderId, lineId: id, revision }),
  end: endOnboarding,
}

async function requestOnboarding(tx: Tx, line: PartLine): Promise<void> {
  const asked = await row<{ name: string; email: string }>(
    tx,
    sql`select recipient_name as name, recipient_email as email from order_lines where id = ${line.id}`,
  )
  const { formId, recipientContactId: contactId } = line
  assert(asked && formId && contactId, `line ${line.id} has a form and a recipient`)
  const id = newId('doc')
  await tx.em.insert(OnboardingDocumentEntity, {
    id,
    status: onboardingMachine.initial,
    orderId: line.orderId,
    lineId: line.id,
    formId,
    recipientContactId: contactId,
    recipientName: asked.name,
    recipientEmail: asked.email,
    answers: [],
    requestedAt: tx.now,
    waitingSince: tx.now,
  })
  const data = { lineId: line.id, contactId }
  await enter(tx, onboardingMachine, id, { type: 'onboarding.requested', data })
  await noteStanding(tx, line.id, { stage: 'AWAITING_ONBOARDING' })
}

/** The order goes on: what the document's own columns say of its deadlines moves with them. */
async function resumeOnboarding(tx: Tx, line: PartLine): Promise<void> {
  await row(
    tx,
    sql`update onboarding_documents o set
        waiting_since = coalesce((select d.due_at - interval '30 days' from deadlines d where d.subject_id = o.id and d.kind = 'stale'), waiting_since),
        claimed_until = coalesce((select d.due_at from deadlines d where d.subject_id = o.id and d.kind = 'claim-lapse'), claimed_until)
      where o.line_id = ${line.id}`,
  )
  await resumeTasksOf(tx, line.orderId)
}

async function endOnboarding(tx: Tx, line: PartLine): Promise<void> {
  await voidOnboarding(tx, line)
  await cancelTasksOf(tx, { orderId: line.orderId, reason: 'The order has ended.' })
}

/** The order ends: nothing more is asked, and whoever holds a link holds nothing. An approved one stays as it is. */
async function voidOnboarding(tx: Tx, line: PartLine): Promise<void> {
  const document = await row<{ id: string }>(
    tx,
    sql`select id from onboarding_documents where line_id = ${line.id}`,
  )
  if (!document) return
  try {
    const set = { reviewer_id: null, claimed_until: null }
    await transition(actingAs(tx, system('orders')), onboardingMachine, document.id, 'voidOnboarding', {
      set,
    })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'INVALID_TRANSITION')) throw error
  }
  await endLinks(tx, { subjectId: document.id })
}
