/**
 * One thing a machine's rules look at: an SQL expression over the aggregate's row (alias `t`) and how its JSON form is
 * read. The reading selects it to show what may be done, the transition loads it again under the lock to check.
 */
export interface Fact<T> {
  readonly sql: string
  readonly read: (json: unknown) => T
}

export type Facts = Record<string, Fact<unknown>>

/** The values of a machine's facts. */
export type FactsOf<F extends Facts> = { readonly [K in keyof F]: F[K] extends Fact<infer T> ? T : never }

const of =
  <T>(read: (json: unknown) => T) =>
  (sql: string): Fact<T> => ({ sql, read })
const orNull =
  <T>(read: (json: unknown) => T) =>
  (sql: string): Fact<T | null> => ({ sql, read: (json) => (json === null ? null : read(json)) })

const asText = (json: unknown) => json as string
const asTime = (json: unknown) => new Date(json as string)

/** The kinds of fact. `maybe…` may be null. */
export const fact = {
  text: of(asText),
  maybeText: orNull(asText),
  bool: of((json) => json as boolean),
  int: of((json) => Number(json)),
  time: of(asTime),
  maybeTime: orNull(asTime),
  texts: of((json) => (json ?? []) as string[]),
}

/** Reads a JSON object of raw fact values. */
export function readFacts<F extends Facts>(facts: F, row: Record<string, unknown>): FactsOf<F> {
  return Object.fromEntries(Object.entries(facts).map(([key, f]) => [key, f.read(row[key])])) as FactsOf<F>
}
