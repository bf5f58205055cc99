import { namedType } from '../data/schema-description.js'
import { schema } from '../gen/schema.js'

/** One thing that a verb asks, as its dialog draws it. */
export interface Asked {
  name: string
  type: string
  many: boolean
  required: boolean
}

/** What the API leaves open for others, and staff must say; but where a verb leaves it open for them, too. */
const named = (verb: string, argument: string) => argument === 'refund' && verb !== 'cancelAppointment'

const given = new Set(['id', 'idempotencyKey', 'expectedVersion', 'dryRun'])

/** What a verb asks beside the record it is done to, read from the schema. */
export function askedBy(verb: string): Asked[] {
  const args: Record<string, string> = schema.mutations[verb as keyof typeof schema.mutations]?.args ?? {}
  return Object.entries(args)
    .filter(([name]) => !given.has(name))
    .map(([name, type]) => ({
      name,
      type: namedType(type),
      many: type.startsWith('['),
      required: type.endsWith('!') || named(verb, name),
    }))
    .sort((a, b) => rank(a.name) - rank(b.name))
}

/** The schema sorts by name; a person is asked who or what it is first. */
function rank(name: string): number {
  const first = [
    'of',
    'until',
    'contactId',
    'outcome',
    'title',
    'name',
    'kind',
    'email',
    'businessEmail',
    'phone',
    'summary',
  ]
  return first.includes(name) ? first.indexOf(name) : first.length
}

/** Whether the schema has the verb, done to one record. */
export function takesRecord(verb: string): boolean {
  return 'id' in (schema.mutations[verb as keyof typeof schema.mutations]?.args ?? {})
}

/** Whether a verb asks anything; if not, its button does it at once. */
export function hasForm(verb: string): boolean {
  return askedBy(verb).length > 0
}
