import type { Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { oneLine, plain } from '../../platform/mailer/content.js'
import { knownZone } from '../format.js'
import type { TextFacts } from './text-facts.js'

/** What is longer is cut: a text is short, and names are what people make them. */
const NAME_LETTERS = 60
const PLACE_LETTERS = 120
const WORDS_LETTERS = 640

interface Found {
  readonly orderId: string
  readonly counterpartId: string
  readonly name: string
  readonly phone: string | null
  readonly locale: string | null
  readonly timeZone: string
  readonly asks: string
  readonly service: string
  readonly attendee: string
  readonly minutes: number
  readonly place: string | null
  readonly startsAt: Date | null
  readonly proposedStartsAt: Date | null
  readonly words: string | null
}

/**
 * Reads what texts about an appointment say, to its counterpart of now or to another who was asked before. Undefined where
 * that person was erased. `attemptId` names the attempt whose words they are.
 */
export async function loadTextFacts(
  tx: Tx,
  of: { readonly appointmentId: string; readonly attemptId?: string | null; readonly counterpartId?: string },
): Promise<TextFacts | undefined> {
  const found = await row<Found>(
    tx,
    sql`select a.order_id as "orderId", c.id as "counterpartId", c.name, c.phone, c.locale, c.time_zone as "timeZone", organisation.name as asks, s.name as service,
        attendee.name as attendee, a.minutes, a.place, a.starts_at as "startsAt", a.proposed_starts_at as "proposedStartsAt",
        (select r.text from attempts t join reasons r on r.id = t.text_id where t.id = ${of.attemptId ?? null}) as words
      from appointments a join counterparts c on c.id = coalesce(${of.counterpartId ?? null}, a.counterpart_id) join services s on s.id = a.service_id
        join contacts attendee on attendee.id = a.attendee_contact_id join organisations organisation on organisation.id = attendee.organisation_id
      where a.id = ${of.appointmentId} and c.erased_at is null`,
  )
  return found && asFacts(of.appointmentId, found)
}

function asFacts(appointmentId: string, found: Found): TextFacts {
  const { place, words } = found
  return {
    ...found,
    appointmentId,
    locale: found.locale ?? 'en',
    timeZone: knownZone(found.timeZone) ?? 'UTC',
    name: short(found.name, NAME_LETTERS),
    asks: short(found.asks, NAME_LETTERS),
    service: short(found.service, NAME_LETTERS),
    attendee: short(found.attendee, NAME_LETTERS),
    place: place === null ? null : short(place, PLACE_LETTERS),
    words: words === null ? null : plain(words).trim().slice(0, WORDS_LETTERS),
    startsAt: moment(found.startsAt),
    proposedStartsAt: moment(found.proposedStartsAt),
  }
}

function short(text: string, letters: number): string {
  const line = oneLine(text)
  return line.length <= letters ? line : `${line.slice(0, letters - 3).trimEnd()}...`
}

const moment = (at: Date | string | null) => (at === null ? null : new Date(at))
