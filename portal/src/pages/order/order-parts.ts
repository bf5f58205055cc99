import type { OrderPaymentQuery, OrderQuery } from '../../gen/operations.js'

/** An order as its page reads it. */
export type Order = NonNullable<OrderQuery['order']>

/** Where an order's money is. */
export type Payment = NonNullable<NonNullable<OrderPaymentQuery['order']>['payment']>

interface Action {
  name: string
  allowed: boolean
  message: string | null
}

/** What the API says of a verb on something; undefined where it is none of the viewer's business. */
export function actionOf<A extends Action>(
  of: { availableActions: readonly A[] },
  verb: string,
): A | undefined {
  return of.availableActions.find(({ name }) => name === verb)
}

/** Why a verb can't be taken now, for its button; null where it can. */
export function refusalOf(action: Action): string | null {
  return action.allowed ? null : action.message
}
