import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { cartMachine } from './cart.machine.js'

/** A line of a cart whose channel sells another version by now. */
export interface ChangedLine {
  readonly id: string
  readonly serviceName: string
  /** The version that is sold now. */
  readonly packageId: string | null
}

/**
 * The buyer takes a package in their cart as it is sold now, by the version that they were shown of it.
 * @refuses NOT_FOUND, INVALID_TRANSITION, PACKAGE_CHANGED
 */
export async function confirmCartLine(
  tx: Tx,
  { id, lineId, packageId }: { id: string; lineId: string; packageId: string },
): Promise<string> {
  await transition(tx, cartMachine, id, 'confirmCartLine')
  const line = await row<ChangedLine>(
    tx,
    sql`select l.id, s.name as "serviceName", s.package_id as "packageId" from cart_lines l join services s on s.id = l.service_id
      where l.id = ${lineId} and l.cart_id = ${id}`,
  )
  if (!line) throw new Refusal('NOT_FOUND')
  if (line.packageId !== packageId) refuseChanged([line])
  await row(tx, sql`update cart_lines set package_id = ${packageId} where id = ${lineId}`)
  return id
}

/** Nothing is bought that its buyer was not shown: each line is named, and the way out. @refuses PACKAGE_CHANGED */
export function refuseChanged(lines: readonly ChangedLine[]): never {
  const names = lines.map(({ serviceName }) => `“${serviceName}”`).join(', ')
  throw new Refusal('PACKAGE_CHANGED', `Changed since it was shown: ${names}. Look again and confirm it.`, {
    lines: lines.map(({ id, serviceName, packageId }) => ({ lineId: id, serviceName, packageId })),
    instead: ['confirmCartLine', 'removeCartLine'],
  })
}
