import type { Facts } from '../../lib/facts.js'
import { fact } from '../../lib/facts.js'
import { type AnyMachine, availableActions, overdueDeadline } from '../../lib/machine.js'
import { Computed } from '../reading/declare.js'
import type { Scope } from '../reading/scope.js'

/** A field that is money, from a column of minor units and one of the currency; null where the amount is. */
export function MoneyColumn(amount: string, currency: string, only?: Scope) {
  const needs = { amount: fact.maybeText(`(t.${amount})::text`), currency: fact.maybeText(`t.${currency}`) }
  return Computed(needs, (m) => (m.amount === null ? null : m), only)
}

/** `availableActions`: what the viewer may do, by the same table and facts as the check itself. */
export function Actions(m: AnyMachine) {
  return Computed<Facts>({ ...m.facts, ...MOMENT }, (values, { viewer }) => {
    const { state, now, facts } = moment(values)
    return availableActions(m, state, facts, { now, viewer })
  })
}

/** `overdue`: whether a deadline of the present state is over, whether or not any worker has acted on it. */
export function Overdue(m: AnyMachine) {
  return Computed<Facts>({ ...m.facts, ...MOMENT }, (values) => {
    const { state, now, facts } = moment(values)
    return overdueDeadline(m, state, facts, now) !== undefined
  })
}

const MOMENT = { state_: fact.text('t.status'), now_: fact.time('app_now()') }

function moment(values: Record<string, unknown>) {
  const { state_, now_, ...facts } = values
  return { state: state_ as string, now: now_ as Date, facts }
}
