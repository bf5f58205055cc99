import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'

/**
 * Gives a person the means to sign in, inside the trade's own transaction: a row in the sign-in tables and, where a
 * password is given, its hash. Returns the sign-in id for `users.auth_user_id`. A password that is there stays.
 */
export async function createCredentials(
  tx: Tx,
  person: { readonly email: string; readonly name: string; readonly password?: string },
): Promise<string> {
  const email = person.email.toLowerCase()
  const user = await row<{ id: string }>(
    tx,
    sql<{
      id: string
    }>`insert into auth."user" (id, name, email, "emailVerified") values (${randomUUID()}, ${person.name}, ${email}, true)
      on conflict (email) do update set "emailVerified" = true returning id`,
  )
  const id = user!.id
  if (person.password === undefined) return id
  await rows(
    tx,
    sql`insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
      select ${randomUUID()}, ${id}, 'credential', ${id}, ${await hashPassword(person.password)}, now()
      where not exists (select from auth.account where "userId" = ${id} and "providerId" = 'credential')`,
  )
  return id
}

/** Ends every session of a user at once; open sockets learn of it by asking who they are. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await rows(
    tx,
    sql`delete from auth.session where "userId" = (select auth_user_id from users where id = ${userId})`,
  )
}
