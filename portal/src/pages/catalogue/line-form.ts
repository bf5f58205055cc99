import type { PartiesQuery } from '../../gen/operations.js'
import type { Service } from './service-parts.js'

/** Who buys, with their own people and their clients. */
export type Buyer = NonNullable<PartiesQuery['organisation']>
/** Somebody at the buyer's or at a client's. */
export type Person = Buyer['contacts']['nodes'][number]

/** What a form that puts a service into the cart gets. */
export interface LineFormProps {
  service: Service
  buyer: Buyer
  /** The contacts that are the viewer themselves. */
  ownContacts: string[]
  onAdded: () => void
}

/** Whom to offer first: the person who orders, else somebody with an address. */
export function firstOf(people: readonly Person[], own: readonly string[]): Person | undefined {
  return people.find((one) => own.includes(one.id)) ?? people.find((one) => one.email) ?? people[0]
}
