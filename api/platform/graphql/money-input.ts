import { Field, InputType } from 'type-graphql'
import { BigIntText, CurrencyCode } from './scalars.js'

@InputType({ description: 'An amount of money, as given.' })
export class MoneyInput {
  @Field(() => BigIntText, { description: 'In minor units.' })
  amount!: bigint

  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string
}
