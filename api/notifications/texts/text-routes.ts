import type { DomainEvent } from '../../domain-events.js'
import type { Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { idIn, type ToldEvent } from '../told-event.js'
import { loadTextFacts } from './load-text-facts.js'
import { queueText } from './queue-text.js'
import type { TextFacts } from './text-facts.js'
import { attemptFates } from './text-room.js'
import type { TextTemplate } from './text-templates.js'

/** One kind of text that an event is told by. */
interface TextRoute {
  readonly template: TextTemplate
  /** Whom the text is the attempt to reach, where it is one; undefined where this event is told by no text. */
  readonly about: (tx: Tx, event: ToldEvent) => Promise<About | undefined>
}

interface About {
  readonly attemptId?: string | null
  /** Somebody else than the counterpart of now. */
  readonly counterpartId?: string
  /** Whether it speaks of the time that was agreed. */
  readonly ofItsTime?: boolean
  /** Of a reminder: whether it begins within hours. */
  readonly isSoon?: boolean
}

/** From so many hours on it is soon. */
const SOON = 6

const always = async (): Promise<About> => ({ ofItsTime: true })

/** Which texts go to a counterpart when something happens. What is not named here is told by none. */
const textRoutes: Partial<Record<DomainEvent, readonly TextRoute[]>> = {
  'appointment.attempt-made': [
    {
      template: 'appointment-request',
      about: async (_tx, event) =>
        event.data['kind'] === 'TEXT' ? { attemptId: idIn(event, 'attemptId') } : undefined,
    },
  ],
  'appointment.unconfirmed': [
    {
      template: 'appointment-unconfirmed',
      about: async (_tx, event) => {
        const attemptId = idIn(event, 'attemptId')
        return attemptId === null ? undefined : { attemptId }
      },
    },
  ],
  'appointment.reschedule-proposed': [{ template: 'appointment-request', about: async () => ({}) }],
  // Whoever has an address gets the fresh link by mail.
  'appointment.link-requested': [
    { template: 'appointment-request', about: (tx, event) => freshLink(tx, event, false) },
    { template: 'appointment-confirmed', about: (tx, event) => freshLink(tx, event, true) },
  ],
  'appointment.confirmed': [{ template: 'appointment-confirmed', about: always }],
  'appointment.rescheduled': [{ template: 'appointment-changed', about: always }],
  'appointment.reminder': [
    {
      template: 'appointment-reminder',
      about: async (_tx, event) => ({ ofItsTime: true, isSoon: Number(event.data['hours']) <= SOON }),
    },
  ],
  'appointment.cancelled': [
    {
      template: 'appointment-cancelled',
      about: async (tx, event) => ((await hadHeard(tx, event)) ? { ofItsTime: true } : undefined),
    },
  ],
  // Whoever has an address is told by mail.
  'appointment.counterpart-changed': [{ template: 'appointment-no-longer-asked', about: formerCounterpart }],
}

/** Texts whoever must hear of an event by text: writes the outbox of texts. Telling again tells nobody twice. */
export async function tellByText(tx: Tx, event: ToldEvent): Promise<void> {
  for (const route of routesOf(event.type)) await text(tx, event, route)
}

/** Whether anybody is told of this type of event by text. */
export function isToldByText(type: string): boolean {
  return routesOf(type).length > 0
}

function routesOf(type: string): readonly TextRoute[] {
  const table: Readonly<Record<string, readonly TextRoute[]>> = textRoutes
  return table[type] ?? []
}

async function text(tx: Tx, event: ToldEvent, { template, about }: TextRoute): Promise<void> {
  const asked = await about(tx, event)
  if (!asked) return
  const { attemptId = null, ofItsTime = false, isSoon = false } = asked
  const loaded = await loadTextFacts(tx, { appointmentId: event.aggregateId, ...asked })
  const facts = loaded && { ...loaded, isSoon }
  if (facts && hasPhone(facts)) {
    const startsAt = ofItsTime ? facts.startsAt : null
    await queueText(tx, { template, facts, eventId: event.id, attemptId, startsAt })
    return
  }
  if (attemptId !== null) await attemptFates.bound(tx, { attemptId, state: 'FAILED' })
}

function hasPhone(facts: TextFacts): facts is TextFacts & { readonly phone: string } {
  return facts.phone !== null
}

/** A link in place of one that was used, for a counterpart without an address: with the agreed time, where there is one. */
async function freshLink(tx: Tx, event: ToldEvent, confirmed: boolean): Promise<About | undefined> {
  const asked = await row(
    tx,
    sql`select 1 from appointments a join counterparts c on c.id = a.counterpart_id
      where a.id = ${event.aggregateId} and c.email is null and (a.status = 'CONFIRMED') = ${confirmed}`,
  )
  return asked === undefined ? undefined : { ofItsTime: confirmed }
}

/**
 * Whether the counterpart of an appointment knows of it, and it is not over: nobody is told of the end of what they never
 * heard of, nor that a time is called off that has been.
 */
async function hadHeard(tx: Tx, event: ToldEvent): Promise<boolean> {
  const heard = await row(
    tx,
    sql`select 1 from appointments a where a.id = ${event.aggregateId} and coalesce(a.starts_at > ${event.occurredAt}, true) and (a.confirmed_at is not null
      or ${wasReached(sql`a.counterpart_id`)})`,
  )
  return Boolean(heard)
}

/** Whoever was asked before, where they can be told by text alone, know of it, and it is not their own number that is asked now. */
async function formerCounterpart(tx: Tx, event: ToldEvent): Promise<About | undefined> {
  const former = await row<{ id: string }>(
    tx,
    sql`select c.id from appointments a join counterparts now on now.id = a.counterpart_id join counterparts c on c.id = ${idIn(event, 'before')}
      where a.id = ${event.aggregateId} and c.email is null and c.phone is distinct from now.phone and ${wasReached(sql`c.id`)}`,
  )
  return former && { counterpartId: former.id }
}

/** Whether a counterpart of an appointment `a` has heard of it by what was tried. */
const wasReached = (counterpartId: ReturnType<typeof sql>) =>
  sql`exists (select from attempts t where t.appointment_id = a.id and t.counterpart_id = ${counterpartId}
    and (t.kind <> 'CALL' or t.outcome in ('VOICEMAIL', 'CALL_BACK', 'TALKED')))`
