import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { durationMs } from '../../lib/time.js'

function scalar<T>(
  name: string,
  description: string,
  parse: (input: string) => T | undefined,
  serialize: (value: unknown) => string,
  numbers = false,
): GraphQLScalarType<T, string> {
  const take = (input: unknown): T => {
    const text =
      typeof input === 'string'
        ? input
        : numbers && typeof input === 'number' && Number.isSafeInteger(input)
          ? String(input)
          : undefined
    const value = text === undefined ? undefined : parse(text)
    if (value === undefined)
      throw new GraphQLError(`${name} cannot be ${JSON.stringify(input)}: ${description}`)
    return value
  }
  const fromLiteral = (node: ValueNode) =>
    take(node.kind === Kind.STRING ? node.value : numbers && node.kind === Kind.INT ? node.value : node.kind)
  return new GraphQLScalarType({ name, description, serialize, parseValue: take, parseLiteral: fromLiteral })
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

/** A moment, always with its offset; answers are in UTC with milliseconds. */
export const DateTime = scalar<Date>(
  'DateTime',
  'A moment as ISO-8601 with an offset, for example 2026-03-01T12:00:00Z. Answers are in UTC.',
  (text) => {
    const date = new Date(text)
    return ISO_TIME.test(text) && !Number.isNaN(date.getTime()) ? date : undefined
  },
  (value) => new Date(value as string | Date).toISOString(),
)

/** A day of the calendar, without a time or a zone. */
export const Day = scalar<string>(
  'Day',
  'A day of the calendar as YYYY-MM-DD, without a time.',
  (text) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
    const midnight = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text) ? text : undefined
  },
  String,
)

/** A whole number of any size, as text. */
export const BigIntText = scalar<bigint>(
  'BigInt',
  'A whole number of any size, written as text so that no digit is lost, for example "129900".',
  (text) => (/^-?\d{1,19}$/.test(text) ? BigInt(text) : undefined),
  String,
  true,
)

/** A number in a stream of events. */
export const Sequence = scalar<bigint>(
  'Sequence',
  'The number of an entry in its feed, as text; it only ever rises. Feeds are read on from one.',
  (text) => (/^\d{1,18}$/.test(text) ? BigInt(text) : undefined),
  String,
  true,
)

/** An ISO-4217 currency code. */
export const CurrencyCode = scalar<string>(
  'CurrencyCode',
  'A currency by its ISO-4217 code, for example EUR.',
  (text) => (/^[A-Z]{3}$/.test(text) ? text : undefined),
  String,
)

/** An ISO-8601 duration of days and less, in milliseconds when parsed. */
export const Duration = scalar<number>(
  'Duration',
  'A length of time as ISO-8601, in days and less, for example PT48H.',
  durationMs,
  String,
)
