import type { Tx } from './context.js'
import type { RawBuilder } from 'kysely'
import { rows, sql } from './database.js'
import { port } from './port.js'

/** What stands where a person's name stood. */
export const ERASED = 'Erased person'
/** An address that nobody can have. Source: RFC 2606. */
export const ERASED_ADDRESS = 'erased@waybill.invalid'

/** Somebody who is to be erased, by all the ids they have. */
export interface Person {
  readonly contactIds: readonly string[]
  /** Their user, where they ever signed in or were invited to the team. */
  readonly userIds: readonly string[]
  /** The mailed links they were sent: what was done through one, they did. */
  readonly linkIds: readonly string[]
}

/** A person with what finds them in the words of others. */
export interface Sought extends Person {
  /** A PostgreSQL regular expression, to be matched without case; null where nothing is safe to look for. */
  readonly mention: string | null
}

/** How many of what was erased. */
export type Counts = Readonly<Record<string, number>>

/** What one room knows of people, and how it forgets them. */
export interface ErasureRoom {
  /** Names, addresses and numbers under which the room has copied somebody. */
  knownAs?(tx: Tx, person: Person): Promise<string[]>
  /** What still waits for them and must be given to somebody else first, by what it is. */
  duties?(tx: Tx, person: Person): Promise<Readonly<Record<string, string[]>>>
  /** Takes everything that names them out of the room's rows. Events, ledger and numbers stay. */
  erase(tx: Tx, person: Sought): Promise<Counts>
}

/** Every room that holds something of people; bound by the app. */
export const erasureRooms = port<readonly ErasureRoom[]>('erasure rooms')

/** Everybody who acted as this person: for columns that say who wrote something. */
export function actorsOf({ userIds, linkIds }: Person): string[] {
  return [...userIds, ...linkIds]
}

/**
 * Puts {@link ERASED} in the place of a person wherever others wrote their name, address or number into a table's texts.
 * `within` narrows it. Returns how many rows.
 */
export async function eraseMentions(
  tx: Tx,
  table: string,
  columns: Readonly<Record<string, 'text' | 'jsonb'>>,
  { mention }: Sought,
): Promise<number> {
  if (mention === null) return 0
  const names = Object.entries(columns)
  const set = names.map(
    ([name, type]) =>
      sql`${sql.id(name)} = regexp_replace(${sql.id(name)}::text, ${mention}, ${ERASED}, 'gi')::${sql.raw(type)}`,
  )
  const found = names.map(([name]) => sql`${sql.id(name)}::text ~* ${mention}`)
  return changed(
    tx,
    sql`update ${sql.table(table)} set ${sql.join(set)} where ${sql.join(found, sql` or `)} returning 1`,
  )
}

/** How many rows a statement with `returning` gave. */
export async function changed(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  return (await rows(tx, statement)).length
}
