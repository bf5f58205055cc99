import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { Actions, MoneyColumn } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Money, Node } from '../platform/graphql/types.js'
import { Column, Reading } from '../platform/reading/declare.js'
import { chargebackMachine } from './chargeback.machine.js'

export const ChargebackStatus = enumOf(
  'ChargebackStatus',
  'The state of a chargeback.',
  chargebackMachine.states,
)
export const ChargebackOutcomeEnum = enumOf('ChargebackOutcome', 'How a chargeback ended.', {
  WON: chargebackMachine.states.WON,
  LOST: chargebackMachine.states.LOST,
})

@Reading({
  table: 'chargebacks',
  scope: (_t, viewer) => viewer.staff('FINANCE', 'ADMIN'),
  sorts: { openedAt: { sql: (t) => sql`${t}.opened_at`, type: 'timestamptz' } },
  defaultSort: ['openedAt', 'DESC'],
})
@ObjectType({ implements: Node, description: 'A payment that the buyer’s bank wants back.' })
export class Chargeback extends Node {
  @Column()
  @Field(() => ChargebackStatus, { description: 'Its state.' })
  status!: string

  @MoneyColumn('amount', 'currency')
  @Field(() => Money, { description: 'How much the bank wants back.' })
  amount!: Money

  @Column()
  @Field(() => ChargebackOutcomeEnum, {
    nullable: true,
    description: 'How the bank decided, where the gateway has said so; settling it is finance’s.',
  })
  bankSays!: string | null

  @Column()
  @Field(() => DateTime, { description: 'When we heard of it.' })
  openedAt!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it was settled.' })
  settledAt!: Date | null

  @Actions(chargebackMachine)
  @Field(() => [Action], { description: 'What the viewer may do about it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const ChargebackConnection = connectionOf(Chargeback)
