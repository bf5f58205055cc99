import { sql } from 'kysely'
import { Refusal } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import type { House, Tx } from './context.js'
import { row } from './database.js'
import { deadlineActs, deadlineGivenUp, type DueDeadline, GRACE_MS } from './deadlines.js'
import { transaction } from './transaction.js'

const COLUMNS = sql.raw(
  'd.id, d.machine, d.kind, d.subject_id as "subjectId", d.stream_id as "streamId", d.step, d.due_at as "dueAt", d.attempts, d.useful_until as "usefulUntil"',
)
const PAUSES_S = [2, 10, 60, 300, 1800, 7200]

type Claimed = DueDeadline & { usefulUntil: Date | null }

/**
 * Acts on the one deadline that is due longest, if there is one that nobody else works on. Its stream is locked first,
 * as by every verb, and the deadline goes in the same transaction in which it acts: a killed worker leaves nothing.
 * Returns whether there was one.
 */
export async function actOnNextDue(house: House): Promise<boolean> {
  let claimed: Claimed | undefined
  try {
    return await transaction(house, system('deadline'), async (tx) => {
      claimed = await claim(tx)
      if (!claimed) return false
      await act(tx, claimed)
      return true
    })
  } catch (error) {
    if (!claimed) throw error
    await postpone(house, claimed, error)
    return true
  }
}

/**
 * A click that came too late: does first what its deadline would have done, in a transaction of its own, so that the
 * state it is refused in is the true one. Within the grace it only refuses: the worker is not late yet.
 */
export async function actIfLate(house: House, refusal: Refusal): Promise<void> {
  const { late } = refusal as { late?: { machine: string; kind: string; subjectId: string } }
  if (!late) return
  const due = await transaction(house, system('deadline'), async (tx) => {
    await row(
      tx,
      sql`select s.id from streams s join deadlines d on d.stream_id = s.id where d.subject_id = ${late.subjectId} and d.kind = ${late.kind} for no key update of s`,
    )
    const found = await row<Claimed>(
      tx,
      sql`select ${COLUMNS} from deadlines d where d.subject_id = ${late.subjectId} and d.kind = ${late.kind} and d.held_from is null and d.due_at <= ${new Date(tx.now.getTime() - GRACE_MS)}`,
    )
    if (found) await act(tx, found)
    return found
  }).catch((error: unknown) => {
    house.log.warn({ err: error, late }, 'a late click could not bring about its deadline; the worker will')
    return undefined
  })
  if (due) house.log.info({ late }, 'a late click brought about its deadline')
}

async function claim(tx: Tx): Promise<Claimed | undefined> {
  const locked = await row<{ id: string }>(
    tx,
    sql`select d.id from deadlines d join streams s on s.id = d.stream_id where d.try_at <= ${tx.now} and d.held_from is null order by d.try_at limit 1 for no key update of s skip locked`,
  )
  return locked && row<Claimed>(tx, sql`select ${COLUMNS} from deadlines d where d.id = ${locked.id}`)
}

async function act(tx: Tx, due: Claimed): Promise<void> {
  await row(tx, sql`delete from deadlines where id = ${due.id}`)
  if (due.usefulUntil && new Date(due.usefulUntil) < tx.now) return
  const name = `${due.machine}.${due.kind}`
  const perform = deadlineActs.bound[name]
  if (!perform) throw new Error(`Nothing is bound to the deadline ${name}`)
  await perform(tx, due)
}

/** A deadline that failed is tried again with growing pauses, and at last becomes a person's task. It blocks no other. */
async function postpone(house: House, due: Claimed, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof Refusal))
    house.log.error({ err: error, deadline: `${due.machine}.${due.kind}` }, 'a deadline failed')
  await transaction(house, system('deadline'), async (tx) => {
    const pause = PAUSES_S[due.attempts]
    if (error instanceof Refusal && error.code !== 'BUSY') {
      await row(tx, sql`delete from deadlines where id = ${due.id}`) // it asked, and the answer was no: it no longer applies
    } else if (pause === undefined) {
      await row(tx, sql`delete from deadlines where id = ${due.id}`)
      await deadlineGivenUp.bound(tx, due, message)
    } else {
      await putOff(tx, due, pause, message)
    }
  }).catch(async (second: unknown) => {
    house.log.error(
      { err: second, deadline: `${due.machine}.${due.kind}` },
      'a deadline could not be given up',
    )
    await transaction(house, system('deadline'), (tx) => putOff(tx, due, PAUSES_S.at(-1)!, message))
  })
}

async function putOff(tx: Tx, due: Claimed, seconds: number, message: string): Promise<void> {
  const tryAt = new Date(tx.now.getTime() + seconds * 1000)
  await row(
    tx,
    sql`update deadlines set attempts = attempts + 1, try_at = ${tryAt}, last_error = ${message} where id = ${due.id}`,
  )
}
