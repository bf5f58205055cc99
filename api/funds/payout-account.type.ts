import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { Actions } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Node } from '../platform/graphql/types.js'
import { Column, Reading } from '../platform/reading/declare.js'
import { payoutAccountMachine } from './payout-account.machine.js'

export const PayoutAccountStatus = enumOf(
  'PayoutAccountStatus',
  'The state of a payout account.',
  payoutAccountMachine.states,
)

/** A channel's members see their own; those of the staff who deal with money see all. */
@Reading({
  table: 'payout_accounts',
  scope: (t, viewer) =>
    viewer.staff('FINANCE', 'ADMIN') ||
    (viewer.kind === 'member' && sql`${t}.organisation_id = any(${viewer.organisations}::text[])`),
  sorts: { connectedAt: { sql: (t) => sql`${t}.connected_at`, type: 'timestamptz' } },
  defaultSort: ['connectedAt', 'DESC'],
})
@ObjectType({ implements: Node, description: 'The account to which a channel’s money goes.' })
export class PayoutAccount extends Node {
  @Column()
  @Field(() => PayoutAccountStatus, { description: 'Its state.' })
  status!: string

  @Column('account_ref')
  @Field(() => String, { description: 'The payment provider’s own name of the account.' })
  account!: string

  @Column()
  @Field(() => String, {
    nullable: true,
    description: 'Why it is not active, where the provider said so.',
  })
  problem!: string | null

  @Column()
  @Field(() => DateTime, { description: 'When the channel named it.' })
  connectedAt!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'Since when the provider can pay out to it.' })
  activatedAt!: Date | null

  @Actions(payoutAccountMachine)
  @Field(() => [Action], { description: 'What the viewer may do about it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const PayoutAccountConnection = connectionOf(PayoutAccount)
