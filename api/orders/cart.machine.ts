import { fact } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isMember } from '../lib/viewer.js'
import { orderEvents } from './order.events.js'

const facts = {
  buyerId: fact.text('t.buyer_id'),
  lines: fact.int('(select count(*) from cart_lines l where l.cart_id = t.id)'),
}

const empty: Guard<{ lines: number }> = {
  code: 'CART_EMPTY',
  doc: 'There is nothing in the cart.',
  refuses: (cart) => (cart.lines === 0 ? {} : undefined),
}

/** A cart, until it becomes orders. */
export const cartMachine = machine({
  name: 'Cart',
  table: 'carts',
  stream: 'id',
  doc: 'What a buyer is about to order.',
  states: {
    FILLING: 'Lines may be added and taken out.',
    CHECKED_OUT: 'It has become orders.',
  },
  initial: 'FILLING',
  final: ['CHECKED_OUT'],
  facts,
  roles: { buyer: (viewer, cart) => isMember(viewer, cart.buyerId) },
  deadlines: {},
  events: orderEvents,
  verbs: {
    addCartLine: {
      from: ['FILLING'],
      by: ['buyer'],
      repeats: true,
      doc: 'Puts a service into the cart, with the person who will get its onboarding request.',
    },
    confirmCartLine: {
      from: ['FILLING'],
      by: ['buyer'],
      repeats: true,
      doc: 'Takes a package in the cart as it is sold now, after its channel changed it.',
    },
    removeCartLine: { from: ['FILLING'], by: ['buyer'], repeats: true, doc: 'Takes a line out of the cart.' },
    checkout: {
      from: ['FILLING'],
      to: 'CHECKED_OUT',
      by: ['buyer'],
      unless: [empty],
      event: 'cart.checked-out',
      doc: 'Makes one order per beneficiary of what is in the cart.',
    },
  },
})
