import { ArgsType, Field, ID, InputType } from 'type-graphql'
import {
  DateTimeFilter,
  enumFilter,
  IdArgs,
  IdFilter,
  KeyedIdArgs,
  sortInput,
  TextFilter,
  VerbArgs,
} from '../platform/graphql/args.js'
import { BigIntText } from '../platform/graphql/scalars.js'
import { MoneyInput } from '../platform/graphql/money-input.js'
import type { LineRecipient as Recipient } from './cart-lines.js'
import { CounterpartInput } from './counterpart.type.js'
import { LineRecipient, OrderStage, OrderStatus } from './order.type.js'

const StatusFilter = enumFilter(OrderStatus, 'OrderStatus')
const StageFilter = enumFilter(OrderStage, 'OrderStage')

@InputType({ description: 'Which orders: every condition given holds.' })
export class OrderWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => StatusFilter, { nullable: true, description: 'By state.' })
  status?: object

  @Field(() => StageFilter, { nullable: true, description: 'By stage.' })
  stage?: object

  @Field(() => TextFilter, { nullable: true, description: 'By number.' })
  number?: TextFilter

  @Field(() => DateTimeFilter, { nullable: true, description: 'By when it was placed.' })
  placedAt?: DateTimeFilter

  @Field(() => IdFilter, { nullable: true, description: 'By who pays.' })
  buyerId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By whom the work is for.' })
  beneficiaryId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By the channel that runs its campaign.' })
  channelId?: IdFilter

  @Field(() => [OrderWhere], { nullable: true, description: 'All of these.' })
  and?: OrderWhere[]

  @Field(() => [OrderWhere], { nullable: true, description: 'Any of these.' })
  or?: OrderWhere[]

  @Field(() => OrderWhere, { nullable: true, description: 'Not this.' })
  not?: OrderWhere
}

export const OrderSort = sortInput('Order', {
  placedAt: 'By when it was placed.',
  number: 'By number.',
  totalAmount: 'By what it costs, for who may see that.',
})

@ArgsType()
export class PayOrderArgs extends KeyedIdArgs {
  @Field(() => String, { description: "The token that the gateway's payment page gave." })
  paymentToken!: string
}

@ArgsType()
export class DeliverOrderArgs extends IdArgs {
  @Field(() => String, { description: 'What was done, for the buyer: 1 to 10000 characters.' })
  summary!: string

  @Field(() => [ID], {
    nullable: true,
    description: 'Your own uploads that are handed over with it, at most 20.',
  })
  files?: string[]
}

@ArgsType()
export class RequestRevisionArgs extends IdArgs {
  @Field(() => String, { description: 'What is to be changed: 1 to 1000 characters.' })
  text!: string
}

@ArgsType()
export class CancelOrderArgs extends KeyedIdArgs {
  @Field(() => String, { description: 'Why, in a sentence or two: 1 to 1000 characters.' })
  reason!: string

  @Field(() => BigIntText, {
    nullable: true,
    description:
      'What goes back to the buyer, in minor units: an admin names it, 0 to all that is held; for the buyer it is all.',
  })
  refund?: bigint
}

@ArgsType()
export class CreateCartArgs extends VerbArgs {
  @Field(() => ID, { description: 'The organisation that will pay: one of yours.' })
  buyerId!: string
}

@InputType({ description: 'What an appointment is to be: with whom, and who attends it.' })
export class AppointmentInput {
  @Field(() => CounterpartInput, { description: 'The outside person with whom it is wanted.' })
  counterpart!: CounterpartInput

  @Field(() => ID, { description: 'Who attends it: a contact of the buyer or of whom it is for.' })
  attendeeContactId!: string

  @Field(() => String, {
    nullable: true,
    description: 'What it is about, and when it would suit: at most 2000 characters, for our team.',
  })
  wishes?: string
}

@ArgsType()
export class AddCartLineArgs extends IdArgs {
  @Field(() => ID, { description: 'What to buy.' })
  serviceId!: string

  @Field(() => ID, { description: 'Whom it is for: the buyer itself, or one of its clients.' })
  beneficiaryId!: string

  @Field(() => LineRecipient, {
    nullable: true,
    description: 'Whose contact gets the onboarding request; not for a campaign or an appointment.',
  })
  recipient?: Recipient

  @Field(() => ID, {
    nullable: true,
    description:
      'That contact. They need an e-mail address of their own; not for a campaign or an appointment.',
  })
  recipientContactId?: string

  @Field(() => AppointmentInput, {
    nullable: true,
    description: 'With whom it is wanted, and who attends: needed for an appointment, and for nothing else.',
  })
  appointment?: AppointmentInput
}

@ArgsType()
export class RemoveCartLineArgs extends IdArgs {
  @Field(() => ID, { description: 'Which line.' })
  lineId!: string
}

@ArgsType()
export class ConfirmCartLineArgs extends IdArgs {
  @Field(() => ID, { description: 'Which line.' })
  lineId!: string

  @Field(() => ID, {
    description: 'The version that the buyer was shown now: refused where it has changed once more.',
  })
  packageId!: string
}

@ArgsType()
export class CheckoutArgs extends KeyedIdArgs {
  @Field(() => String, {
    description: 'The version of the terms of use that the buyer accepts: see `cart.termsVersion`.',
  })
  termsVersion!: string

  @Field(() => MoneyInput, {
    description: 'The total that the buyer was shown: refused where prices have changed since.',
  })
  shownTotal!: MoneyInput

  @Field(() => [ID], {
    nullable: true,
    description: 'Clients in the cart whose contact is to be invited to their dashboard.',
  })
  inviteToDashboard?: string[]
}
