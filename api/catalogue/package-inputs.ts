import { ArgsType, Field, ID } from 'type-graphql'
import { IdArgs, VerbArgs } from '../platform/graphql/args.js'
import { MoneyInput } from '../platform/graphql/money-input.js'
import { Day } from '../platform/graphql/scalars.js'
import { RequiredCreative } from './package.type.js'

const LAST_DAY = "The campaign's last day: not before the first, and not over."

@ArgsType()
export class AddPackageArgs extends VerbArgs {
  @Field(() => ID, { description: 'The channel that sells it: one of yours.' })
  channelId!: string

  @Field(() => String, { description: 'What it is called: 1 to 120 characters.' })
  name!: string

  @Field(() => String, { description: 'What it is, in a sentence: 1 to 200 characters.' })
  summary!: string

  @Field(() => String, { description: 'What the buyer gets: 1 to 5000 characters.' })
  description!: string

  @Field(() => MoneyInput, { description: 'Its price, final.' })
  price!: MoneyInput

  @Field(() => [RequiredCreative], {
    description: 'The assets it needs of its buyer, in their order: at most 20.',
  })
  requiredCreatives!: RequiredCreative[]

  @Field(() => String, { description: 'The terms under which the channel sells it: 1 to 10000 characters.' })
  terms!: string

  @Field(() => Day, { description: "The campaign's first day." })
  startsOn!: string

  @Field(() => Day, { description: LAST_DAY })
  endsOn!: string
}

@ArgsType()
export class ChangePackageArgs extends IdArgs {
  @Field(() => String, { nullable: true, description: 'What it is called from now on.' })
  name?: string

  @Field(() => String, { nullable: true, description: 'What it is from now on, in a sentence.' })
  summary?: string

  @Field(() => String, { nullable: true, description: 'What the buyer gets from now on.' })
  description?: string

  @Field(() => MoneyInput, { nullable: true, description: 'Its price from now on; orders keep theirs.' })
  price?: MoneyInput

  @Field(() => [RequiredCreative], {
    nullable: true,
    description: 'All assets it needs from now on; orders keep what they were placed with.',
  })
  requiredCreatives?: RequiredCreative[]

  @Field(() => String, { nullable: true, description: 'Its terms from now on; orders keep theirs.' })
  terms?: string

  @Field(() => Day, {
    nullable: true,
    description: "The campaign's first day from now on; orders keep theirs.",
  })
  startsOn?: string

  @Field(() => Day, { nullable: true, description: LAST_DAY })
  endsOn?: string
}
