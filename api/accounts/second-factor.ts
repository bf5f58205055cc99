import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { makeSeals } from '../platform/mailer/seal.js'
import { hashBackupCode, newBackupCodes } from './backup-codes.js'
import { personHappened } from './person-happened.js'
import type { Session } from './session.js'
import { matchingStep, newTotpSecret, totpUri } from './totp.js'

/** Who must have one where the house asks for it. */
export const FACTOR_ROLES: readonly string[] = ['ADMIN', 'FINANCE']

const WRONG_CODES = 5
const LOCK_MINUTES = 15
const CODE = {
  path: 'code',
  message: 'a code that your app shows now and that was not used yet, or a backup code',
}

/** What came of a code. A refusal is told after the commit, so that what was counted stays counted. */
export type Checked =
  | { readonly ok: true; readonly backupCodesLeft: number }
  | { readonly ok: false; readonly refusal: Refusal }

interface Factor {
  readonly secret: string
  readonly backupCodes: string[]
  readonly confirmed: boolean
  readonly lastStep: number
  readonly failures: number
  /** Real time, in milliseconds: codes and locks do not follow the sandbox's clock. */
  readonly nowMs: number
  /** Seconds until codes are taken again. */
  readonly locked: number
}

/**
 * Begins to set up the second factor of a session's person: a fresh secret, to be confirmed by a code of it. What was
 * begun before and not confirmed is replaced. @refuses INVALID_TRANSITION where there is one already
 */
export async function beginSecondFactor(tx: Tx, session: Session): Promise<{ secret: string; uri: string }> {
  if ((await factorOf(tx, session))?.confirmed)
    throw new Refusal('INVALID_TRANSITION', 'It is set up already.')
  const secret = newTotpSecret()
  await row(
    tx,
    sql`insert into auth."secondFactor" ("userId", secret) values (${session.authUserId}, ${seals(tx).seal(secret)})
      on conflict ("userId") do update set secret = excluded.secret, "lastStep" = 0`,
  )
  return { secret, uri: totpUri(secret, session.email) }
}

/**
 * Confirms a second factor by a code of it: from now on it is asked for at every sign-in. Gives the backup codes, which
 * nobody can read again; the session counts as proven.
 */
export async function confirmSecondFactor(
  tx: Tx,
  session: Session,
  code: string,
): Promise<Checked & { readonly backupCodes: string[] }> {
  const factor = await factorOf(tx, session)
  if (!factor) throw new Refusal('INVALID_TRANSITION', 'Begin to set it up first.')
  if (factor.confirmed) throw new Refusal('INVALID_TRANSITION', 'It is set up already.')
  const checked = await check(tx, session, factor, code)
  if (!checked.ok) return { ...checked, backupCodes: [] }
  const backupCodes = await keepBackupCodes(tx, session)
  await row(
    tx,
    sql`update auth."secondFactor" set "confirmedAt" = now() where "userId" = ${session.authUserId}`,
  )
  await prove(tx, session)
  await personHappened(tx, session.userId, 'person.factor-set-up', {})
  return { ...checked, backupCodes }
}

/** Proves the second factor for one session, by a code of the app or a backup code, each good once. */
export async function proveSecondFactor(tx: Tx, session: Session, code: string): Promise<Checked> {
  const checked = await check(tx, session, await confirmed(tx, session), code)
  if (checked.ok) await prove(tx, session)
  return checked
}

/** Makes new backup codes; the old ones end. Wants a code. */
export async function renewBackupCodes(
  tx: Tx,
  session: Session,
  code: string,
): Promise<Checked & { readonly backupCodes: string[] }> {
  const checked = await check(tx, session, await confirmed(tx, session), code)
  if (!checked.ok) return { ...checked, backupCodes: [] }
  const backupCodes = await keepBackupCodes(tx, session)
  await personHappened(tx, session.userId, 'person.backup-codes-renewed', {})
  return { ...checked, backupCodes }
}

/** Takes one's own second factor away, where one may do without. Wants a code. @refuses FORBIDDEN */
export async function removeSecondFactor(tx: Tx, session: Session, code: string): Promise<Checked> {
  if (needsFactor(tx.house.config.secondFactor, session.roles))
    throw new Refusal(
      'FORBIDDEN',
      'Your role needs a second factor. An admin can reset it, then set up a new one.',
    )
  const checked = await check(tx, session, await confirmed(tx, session), code)
  if (!checked.ok) return checked
  await row(tx, sql`delete from auth."secondFactor" where "userId" = ${session.authUserId}`)
  await personHappened(tx, session.userId, 'person.factor-removed', {})
  return checked
}

/** Whether people with these roles must have a second factor. */
export function needsFactor(setting: 'required' | 'optional', roles: readonly string[]): boolean {
  return setting === 'required' && roles.some((role) => FACTOR_ROLES.includes(role))
}

async function confirmed(tx: Tx, session: Session): Promise<Factor> {
  const factor = await factorOf(tx, session)
  if (!factor?.confirmed)
    throw new Refusal('INVALID_TRANSITION', 'There is no second factor yet: set it up first.')
  return factor
}

/** The factor, locked: two tries at once take turns, so that neither a code nor a failure counts twice. */
async function factorOf(tx: Tx, { authUserId }: Session): Promise<Factor | undefined> {
  return row<Factor>(
    tx,
    sql<Factor>`select secret, "backupCodes", "confirmedAt" is not null as confirmed, "lastStep"::float8 as "lastStep", failures,
        (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs",
        greatest(coalesce(ceil(extract(epoch from "lockedUntil" - clock_timestamp())), 0), 0)::int as locked
      from auth."secondFactor" where "userId" = ${authUserId} for update`,
  )
}

async function check(tx: Tx, session: Session, factor: Factor, given: string): Promise<Checked> {
  if (factor.locked > 0) throw new Refusal('RATE_LIMITED', undefined, { retryAfter: factor.locked })
  const code = given.replace(/\s/g, '')
  const step = matchingStep(seals(tx).open(factor.secret), code, factor.nowMs)
  if (step !== undefined && step > factor.lastStep) return taken(tx, session, factor, 'code', step)
  const hash = hashBackupCode(code, tx.house.config.authSecret)
  const left = factor.backupCodes.filter((kept) => kept !== hash)
  if (left.length < factor.backupCodes.length)
    return taken(tx, session, { ...factor, backupCodes: left }, 'backup-code', factor.lastStep)
  return wrong(tx, session, factor)
}

async function taken(
  tx: Tx,
  { authUserId, userId }: Session,
  { backupCodes, confirmed: known }: Factor,
  by: 'code' | 'backup-code',
  step: number,
): Promise<Checked> {
  await row(
    tx,
    sql`update auth."secondFactor" set "lastStep" = ${step}, "backupCodes" = ${backupCodes}, failures = 0, "lockedUntil" = null where "userId" = ${authUserId}`,
  )
  const backupCodesLeft = backupCodes.length
  if (known) await personHappened(tx, userId, 'person.factor-proven', { by, backupCodesLeft })
  return { ok: true, backupCodesLeft }
}

async function wrong(tx: Tx, { authUserId, userId }: Session, { failures, nowMs }: Factor): Promise<Checked> {
  const now = failures + 1
  await personHappened(tx, userId, 'person.factor-refused', { failures: now })
  if (now < WRONG_CODES) {
    await row(tx, sql`update auth."secondFactor" set failures = ${now} where "userId" = ${authUserId}`)
    return { ok: false, refusal: codeRefusal() }
  }
  const until = new Date(nowMs + LOCK_MINUTES * 60_000)
  await row(
    tx,
    sql`update auth."secondFactor" set failures = 0, "lockedUntil" = ${until} where "userId" = ${authUserId}`,
  )
  await personHappened(tx, userId, 'person.factor-locked', { until: until.toISOString() })
  return { ok: false, refusal: new Refusal('RATE_LIMITED', undefined, { retryAfter: LOCK_MINUTES * 60 }) }
}

function codeRefusal(): Refusal {
  return new Refusal('VALIDATION', `${CODE.path}: ${CODE.message}`, { fields: [CODE] })
}

async function keepBackupCodes(tx: Tx, { authUserId }: Session): Promise<string[]> {
  const codes = newBackupCodes()
  const hashes = codes.map((code) => hashBackupCode(code, tx.house.config.authSecret))
  await row(tx, sql`update auth."secondFactor" set "backupCodes" = ${hashes} where "userId" = ${authUserId}`)
  return codes
}

async function prove(tx: Tx, { token }: Session): Promise<void> {
  await row(tx, sql`update auth.session set "secondFactorAt" = now() where token = ${token}`)
}

/** Secrets at rest are sealed under a key of their own. */
const seals = (tx: Tx) => makeSeals(tx.house.config.authSecret, 'second factor')
