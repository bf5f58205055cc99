import { awakeAt } from '../../lib/quiet-hours.js'
import type { Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { optedOut } from '../../platform/texts/text-opt-outs.js'
import type { Instead } from './text-in-hand.js'
import { appointmentTexts, type TextKind, type TextTemplate } from './text-templates.js'

interface Standing {
  readonly template: string
  readonly timeZone: string
  readonly optedOut: boolean
  readonly isOver: boolean
  readonly status: string | null
  /** Whether it is to the counterpart of now, or at least to their number. */
  readonly isSamePerson: boolean
  readonly isSameNumber: boolean
  readonly isSameTime: boolean
}

/**
 * Why a text is not to go out at this moment; undefined where it may. Looked at right before it is handed over: who wants
 * no texts gets none, nobody is woken, and what has been overtaken while it waited is not told.
 */
export async function whyNotNow(tx: Tx, textId: string): Promise<Instead | undefined> {
  const found = await row<Standing>(
    tx,
    sql`select t.template, t.time_zone as "timeZone", ${optedOut(sql`t.to_number`)} as "optedOut", coalesce(t.useful_until <= ${tx.now}, false) as "isOver",
        a.status, coalesce(c.id = t.counterpart_id and c.phone = t.to_number, false) as "isSamePerson",
        coalesce(c.phone = t.to_number, false) as "isSameNumber", t.starts_at is null or t.starts_at is not distinct from a.starts_at as "isSameTime"
      from texts t left join appointments a on a.id = t.appointment_id left join counterparts c on c.id = a.counterpart_id where t.id = ${textId}`,
  )
  return found && reason(tx, found)
}

function reason(tx: Tx, text: Standing): Instead | undefined {
  if (text.optedOut) return { state: 'REFUSED_OPTED_OUT', cause: 'OPTED_OUT' }
  const { goesIn, toFormer }: TextKind = appointmentTexts[text.template as TextTemplate]
  const isTheirs = toFormer ? !text.isSameNumber : text.isSamePerson
  const fits = isTheirs && text.isSameTime && goesIn.includes(text.status ?? '')
  if (!fits) return { state: 'FAILED', cause: 'OVERTAKEN' }
  if (text.isOver) return { state: 'FAILED', cause: 'TOO_LATE' }
  const until = awakeAt(tx.now, text.timeZone)
  return until > tx.now ? { state: 'WAITING_FOR_MORNING', until } : undefined
}
