import { ownZone } from '../../format/format.js'
import { Refused } from '../../wire/refused.js'
import { counterpartWords as words } from '../../words/appointments.js'
import { expected } from '../../words/refusals.js'

/** Whom an appointment is with, as it is typed. */
export interface CounterpartDraft {
  name: string
  email: string
  phone: string
  timeZone: string
  locale: string
}

/** An empty one: they are thought to live where the reader does, until somebody says otherwise. */
export function emptyCounterpart(): CounterpartDraft {
  return { name: '', email: '', phone: '', timeZone: ownZone(), locale: 'en' }
}

interface Known {
  name: string
  email: string | null
  phone: string | null
  timeZone: string
  locale: string | null
}

/** A known one, to be corrected. */
export function draftOf({ name, email, phone, timeZone, locale }: Known): CounterpartDraft {
  return { name, email: email ?? '', phone: phone ?? '', timeZone, locale: locale ?? 'en' }
}

/** What is sent: blanks gone, a telephone's number in the form that the world agrees on (E.164). */
export function inputOf({ name, email, phone, timeZone, locale }: CounterpartDraft) {
  return {
    name: name.trim(),
    email: email.trim() || null,
    phone: dialled(phone) || null,
    timeZone,
    locale,
  }
}

/** A telephone's number without what people put between its digits; `00` before it is the plus sign. */
function dialled(phone: string): string {
  return phone.replace(/[\s()./-]/g, '').replace(/^00/, '+')
}

export type CounterpartProblems = Partial<Record<keyof CounterpartDraft, string>>

/** What is still missing, said before it is sent; nothing where all is there. */
export function missingIn(draft: CounterpartDraft): CounterpartProblems {
  const { name, email, phone } = inputOf(draft)
  return {
    ...(name ? {} : { name: words.needName }),
    ...(email || phone ? {} : { email: words.needReach }),
    ...(phone && !/^\+\d{6,15}$/.test(phone) ? { phone: words.phoneWrong } : {}),
  }
}

const FIELDS = ['name', 'email', 'phone', 'timeZone', 'locale'] as const

/** What the API refused about single fields. */
export function refusedIn(error: Error | undefined): CounterpartProblems {
  if (!(error instanceof Refused)) return {}
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const problem = error.at(field)
      return problem ? [[field, expected(problem)]] : []
    }),
  )
}
