import { Field, InputType } from 'type-graphql'
import { enumFilter, IdFilter } from '../platform/graphql/args.js'
import { OperationKindEnum, OperationStateEnum } from './operation.type.js'

const KindFilter = enumFilter(OperationKindEnum, 'OperationKind')
const StateFilter = enumFilter(OperationStateEnum, 'OperationState')

@InputType({ description: 'Which operations: every condition given holds.' })
export class OperationWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => KindFilter, { nullable: true, description: 'By what was asked.' })
  kind?: object

  @Field(() => StateFilter, { nullable: true, description: 'By how far it is.' })
  state?: object

  @Field(() => IdFilter, { nullable: true, description: 'By the order whose money it moves.' })
  orderId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By the channel that it goes to.' })
  payeeId?: IdFilter

  @Field(() => [OperationWhere], { nullable: true, description: 'All of these.' })
  and?: OperationWhere[]

  @Field(() => [OperationWhere], { nullable: true, description: 'Any of these.' })
  or?: OperationWhere[]

  @Field(() => OperationWhere, { nullable: true, description: 'Not this.' })
  not?: OperationWhere
}
