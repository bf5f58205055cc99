import type { Facts, FactsOf } from '../../lib/facts.js'
import { fact } from '../../lib/facts.js'
import { availableActions, type Machine, overdueDeadline } from '../../lib/machine.js'
import { Computed } from '../reading/declare.js'
import type { Scope } from '../reading/scope.js'

/** A field that is money, from a column of minor units and one of the currency; null where the amount is. */
export function MoneyColumn(amount: string, currency: string, only?: Scope) {
  const needs = { amount: fact.maybeText(`(t.${amount})::text`), currency: fact.maybeText(`t.${currency}`) }
  return Computed(needs, (m) => (m.amount === null ? null : m), only)
}

/** `availableActions`: what the viewer may do, by the same table and facts as the check itself. */
export function Actions<F extends Facts>(m: Machine<never, never, F, never, never>) {
  return Computed<Facts>({ ...m.facts, ...MOMENT }, (values, { viewer }) => {
    const { state, now, facts } = moment<F>(values)
    return availableActions(m as never, state, facts as never, { now, viewer })
  })
}

/** `overdue`: whether a deadline of the present state is over, whether or not any worker has acted on it. */
export function Overdue<F extends Facts>(m: Machine<never, never, F, never, never>) {
  return Computed<Facts>({ ...m.facts, ...MOMENT }, (values) => {
    const { state, now, facts } = moment<F>(values)
    return overdueDeadline(m as never, state, facts as never, now) !== undefined
  })
}

const MOMENT = { state_: fact.text('t.status'), now_: fact.time('app_now()') }

function moment<F extends Facts>(values: Record<string, unknown>) {
  const { state_, now_, ...facts } = values
  return { state: state_ as string, now: now_ as Date, facts: facts as FactsOf<F> }
}
