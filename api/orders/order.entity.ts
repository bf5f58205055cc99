import { defineEntity, p } from '@mikro-orm/postgresql'
import { ContactEntity, OrganisationEntity } from '../accounts/organisation.entity.js'
import { UserEntity } from '../accounts/user.entity.js'
import { ReasonEntity } from '../platform/platform.entity.js'
import { CounterpartEntity, counterpartEntities } from './counterpart.entity.js'
import {
  OnboardingFormEntity,
  PackageEntity,
  ServiceEntity,
  TaskBlueprintEntity,
} from '../catalogue/catalogue.entity.js'

/** What a buyer is about to order. */
export const CartEntity = defineEntity({
  name: 'Cart',
  tableName: 'carts',
  properties: {
    id: p.text().primary(),
    status: p.text(),
    version: p.integer().default(1),
    buyerId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('buyer_id'),
    /** The order that it was begun from, to buy the same again. */
    reorderOf: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('reorder_of').nullable(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['buyerId', 'createdAt', 'id'] }],
  checks: [{ name: 'carts_status_known', expression: `status in ('FILLING', 'CHECKED_OUT')` }],
})

/** A service in a cart, with the person who will get its onboarding request: copied when the line is added. */
export const CartLineEntity = defineEntity({
  name: 'CartLine',
  tableName: 'cart_lines',
  properties: {
    id: p.text().primary(),
    cartId: () => p.manyToOne(CartEntity).mapToPk().joinColumn('cart_id').index(),
    serviceId: () => p.manyToOne(ServiceEntity).mapToPk().joinColumn('service_id'),
    beneficiaryId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('beneficiary_id'),
    /** Absent where nobody is asked for an onboarding: of a campaign. */
    recipient: p.text().nullable(),
    recipientContactId: () =>
      p.manyToOne(ContactEntity).mapToPk().joinColumn('recipient_contact_id').nullable(),
    recipientName: p.text().nullable(),
    recipientEmail: p.text().nullable(),
    /** Of an appointment: with whom, who attends, and what the buyer wishes for it. */
    counterpartId: () => p.manyToOne(CounterpartEntity).mapToPk().joinColumn('counterpart_id').nullable(),
    attendeeContactId: () =>
      p.manyToOne(ContactEntity).mapToPk().joinColumn('attendee_contact_id').nullable(),
    wishes: p.text().nullable(),
    /** Of a campaign: the version of its package that the buyer was shown. */
    packageId: () => p.manyToOne(PackageEntity).mapToPk().joinColumn('package_id').nullable(),
  },
  indexes: [{ properties: ['counterpartId'] }],
})

/** A line of an order that was left out when the same was to be bought again, and why. */
export const LeftOutLineEntity = defineEntity({
  name: 'LeftOutLine',
  tableName: 'left_out_lines',
  properties: {
    id: p.text().primary(),
    cartId: () => p.manyToOne(CartEntity).mapToPk().joinColumn('cart_id').index(),
    lineId: () => p.manyToOne(OrderLineEntity).mapToPk().joinColumn('line_id'),
    refusal: p.text(),
  },
})

/** What was bought for one beneficiary in one checkout; settles or expires alone. */
export const OrderEntity = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: {
    id: p.text().primary(),
    number: p.text().unique(),
    status: p.text(),
    stage: p.text(),
    version: p.integer().default(1),
    buyerId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('buyer_id'),
    beneficiaryId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('beneficiary_id'),
    /** Of a campaign's order: the channel to which it was offered, once it was paid. */
    channelId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('channel_id').nullable(),
    placedByUserId: () => p.manyToOne(UserEntity).mapToPk().joinColumn('placed_by_user_id'),
    placedByContactId: () => p.manyToOne(ContactEntity).mapToPk().joinColumn('placed_by_contact_id'),
    currency: p.text(),
    totalAmount: p.bigint(),
    termsVersion: p.text(),
    dashboardContactId: () =>
      p.manyToOne(ContactEntity).mapToPk().joinColumn('dashboard_contact_id').nullable(),
    placedAt: p.datetime(),
    payBy: p.datetime(),
    paidAt: p.datetime().nullable(),
    communicationBy: p.datetime().nullable(),
    communicatedAt: p.datetime().nullable(),
    /** When the team was warned that this promise is about to break, and when it broke. */
    communicationWarnedAt: p.datetime().nullable(),
    communicationBrokenAt: p.datetime().nullable(),
    /** The first approval or waiver of an onboarding, or confirmation of an appointment: from then on the buyer cannot cancel alone. */
    workBegunAt: p.datetime().nullable(),
    heldSince: p.datetime().nullable(),
    /** The words with which it is held, or was called off. */
    reasonId: p.text().nullable(),
    autoCompleteAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['placedAt', 'id'] },
    { properties: ['buyerId', 'placedAt', 'id'] },
    { properties: ['beneficiaryId', 'placedAt', 'id'] },
    { properties: ['channelId', 'placedAt', 'id'] },
    { properties: ['stage', 'placedAt', 'id'] },
    { properties: ['status', 'placedAt', 'id'] },
    { properties: ['endedAt'] },
  ],
  checks: [
    {
      name: 'orders_status_known',
      expression: `status in ('AWAITING_PAYMENT', 'OPEN', 'ON_HOLD', 'DELIVERED', 'COMPLETED', 'CANCELLED')`,
    },
    { name: 'orders_held_since', expression: `(status = 'ON_HOLD') = (held_since is not null)` },
    {
      name: 'orders_delivered_for_a_time',
      expression: `status <> 'DELIVERED' or auto_complete_at is not null`,
    },
    { name: 'orders_total_not_negative', expression: 'total_amount >= 0' },
  ],
})

/** One service on an order, with what its part last said of itself. */
export const OrderLineEntity = defineEntity({
  name: 'OrderLine',
  tableName: 'order_lines',
  properties: {
    id: p.text().primary(),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id'),
    position: p.integer(),
    serviceId: () => p.manyToOne(ServiceEntity).mapToPk().joinColumn('service_id'),
    flow: p.text(),
    formId: () => p.manyToOne(OnboardingFormEntity).mapToPk().joinColumn('form_id').nullable(),
    blueprintId: () => p.manyToOne(TaskBlueprintEntity).mapToPk().joinColumn('blueprint_id').nullable(),
    packageId: () => p.manyToOne(PackageEntity).mapToPk().joinColumn('package_id').nullable(),
    priceAmount: p.bigint(),
    currency: p.text(),
    recipient: p.text().nullable(),
    recipientContactId: () =>
      p.manyToOne(ContactEntity).mapToPk().joinColumn('recipient_contact_id').nullable(),
    recipientName: p.text().nullable(),
    recipientEmail: p.text().nullable(),
    /** Of an appointment: with whom, who attends, what the buyer wishes for it, and how long it takes. */
    counterpartId: () => p.manyToOne(CounterpartEntity).mapToPk().joinColumn('counterpart_id').nullable(),
    attendeeContactId: () =>
      p.manyToOne(ContactEntity).mapToPk().joinColumn('attendee_contact_id').nullable(),
    wishes: p.text().nullable(),
    appointmentMinutes: p.integer().nullable(),
    stage: p.text().nullable(),
    ended: p.text().nullable(),
  },
  uniques: [{ properties: ['orderId', 'position'] }],
  indexes: [
    { properties: ['serviceId', 'orderId'] },
    { properties: ['formId', 'orderId'] },
    { properties: ['blueprintId', 'orderId'] },
    { properties: ['packageId', 'orderId'] },
    { properties: ['counterpartId'] },
  ],
  checks: [
    { name: 'order_lines_ended_known', expression: `ended in ('WELL', 'BADLY')` },
    {
      name: 'order_lines_recipient_chosen',
      expression: `flow in ('CAMPAIGN', 'APPOINTMENT') or (recipient is not null and recipient_contact_id is not null and recipient_name is not null and recipient_email is not null)`,
    },
    {
      name: 'order_lines_appointment_whole',
      expression: `(flow = 'APPOINTMENT') = (counterpart_id is not null) and (flow = 'APPOINTMENT') = (appointment_minutes is not null)`,
    },
  ],
})

/** The finished work as it was handed to the buyer, and what they wanted changed of it. Its files belong to it. */
export const DeliveryEntity = defineEntity({
  name: 'Delivery',
  tableName: 'deliveries',
  properties: {
    id: p.text().primary(),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id'),
    number: p.integer(),
    summary: p.text(),
    deliveredAt: p.datetime(),
    deliveredBy: () => p.manyToOne(UserEntity).mapToPk().joinColumn('delivered_by'),
    revisionRequestedAt: p.datetime().nullable(),
    revisionReasonId: () => p.manyToOne(ReasonEntity).mapToPk().joinColumn('revision_reason_id').nullable(),
  },
  uniques: [{ properties: ['orderId', 'number'] }],
  checks: [
    {
      name: 'deliveries_revision_says_what',
      expression: '(revision_requested_at is null) = (revision_reason_id is null)',
    },
  ],
})

export const ordersEntities = [
  CartEntity,
  CartLineEntity,
  LeftOutLineEntity,
  OrderEntity,
  OrderLineEntity,
  DeliveryEntity,
  ...counterpartEntities,
]
