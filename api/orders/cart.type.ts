import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { Contact, Organisation } from '../accounts/organisation.type.js'
import { Package } from '../catalogue/package.type.js'
import { Service } from '../catalogue/service.type.js'
import { fact } from '../lib/facts.js'
import { Actions } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Money, Node } from '../platform/graphql/types.js'
import { Column, Computed, Many, One, Reading, throughParent } from '../platform/reading/declare.js'
import { cartMachine } from './cart.machine.js'
import { Counterpart } from './counterpart.type.js'
import { LineRecipient } from './order.type.js'
import { terms } from './terms.js'

export const CartStatus = enumOf('CartStatus', 'The state of a cart.', cartMachine.states)

const total = {
  amount: fact.maybeText(
    '(select sum(s.price_amount)::text from cart_lines l join services s on s.id = l.service_id where l.cart_id = t.id)',
  ),
  currency: fact.maybeText(
    '(select min(s.currency) from cart_lines l join services s on s.id = l.service_id where l.cart_id = t.id)',
  ),
}

@Reading({
  table: 'carts',
  scope: (t, viewer) => viewer.kind === 'member' && sql`${t}.buyer_id = any(${viewer.organisations}::text[])`,
  sorts: { createdAt: { sql: (t) => sql`${t}.created_at`, type: 'timestamptz' } },
  defaultSort: ['createdAt', 'DESC'],
})
@ObjectType({ implements: Node, description: 'What a buyer is about to order.' })
export class Cart extends Node {
  @Column()
  @Field(() => CartStatus, { description: 'Its state.' })
  status!: string

  @One({ from: 'buyer_id' })
  @Field(() => Organisation, { nullable: true, description: 'Who will pay.' })
  buyer!: Organisation | null

  @Many({ to: 'cart_id', limit: 50 })
  @Field(() => [CartLine], { description: 'What is in it.' })
  lines!: CartLine[]

  @Computed(total, (sum) => (sum.amount === null ? null : sum))
  @Field(() => Money, {
    nullable: true,
    description: 'What it costs at the prices of now; nothing while it is empty. Give it as `shownTotal`.',
  })
  total!: Money | null

  @Computed({}, () => terms.version)
  @Field(() => String, { description: 'The version of the terms of use to accept at checkout.' })
  termsVersion!: string

  @Column()
  @Field(() => DateTime, { description: 'When it was started.' })
  createdAt!: Date

  @Actions(cartMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

const price = {
  amount: fact.text('(select s.price_amount::text from services s where s.id = t.service_id)'),
  currency: fact.text('(select s.currency from services s where s.id = t.service_id)'),
}

@Reading({ table: 'cart_lines', scope: throughParent('Cart', 'cart_id') })
@ObjectType({ implements: Node, description: 'A service in a cart.' })
export class CartLine extends Node {
  @One({ from: 'service_id' })
  @Field(() => Service, { nullable: true, description: 'What.' })
  service!: Service | null

  @One({ from: 'beneficiary_id' })
  @Field(() => Organisation, { nullable: true, description: 'For whom.' })
  beneficiary!: Organisation | null

  @Column()
  @Field(() => LineRecipient, {
    nullable: true,
    description: 'Whose contact will get the onboarding request; nobody’s for a campaign or an appointment.',
  })
  recipient!: string | null

  @One({ from: 'recipient_contact_id' })
  @Field(() => Contact, { nullable: true, description: 'That contact as they are now.' })
  recipientContact!: Contact | null

  @Column()
  @Field(() => String, {
    nullable: true,
    description: 'The name of that person, copied when the line was added.',
  })
  recipientName!: string | null

  @One({ from: 'counterpart_id' })
  @Field(() => Counterpart, { nullable: true, description: 'Of an appointment: with whom it is wanted.' })
  counterpart!: Counterpart | null

  @One({ from: 'attendee_contact_id' })
  @Field(() => Contact, { nullable: true, description: 'Of an appointment: who attends it.' })
  attendee!: Contact | null

  @Column()
  @Field(() => String, { nullable: true, description: 'Of an appointment: what is wished for it.' })
  wishes!: string | null

  @One({ from: 'package_id' })
  @Field(() => Package, {
    nullable: true,
    description: 'Of a campaign: the version of its package that the buyer was shown.',
  })
  package!: Package | null

  @Column(
    (t) =>
      sql`${t}.package_id is distinct from (select s.package_id from services s where s.id = ${t}.service_id)`,
  )
  @Field(() => Boolean, {
    description:
      'Whether another version is sold by now, see `service.package`: confirm it or take it out before the checkout.',
  })
  changed!: boolean

  @Computed(price, (p) => p)
  @Field(() => Money, { description: 'Its price now.' })
  price!: Money
}

export const CartConnection = connectionOf(Cart)
