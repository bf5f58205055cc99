import { Arg, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql'
import type { AvailableAction } from '../../lib/machine.js'
import { formatMoney } from '../../lib/money.js'
import { Column } from '../reading/declare.js'
import { CountPrecision, RefusalCodes } from './enums.js'
import { BigIntText, CurrencyCode, DateTime } from './scalars.js'

/** Anything with an id of its own. */
@InterfaceType('Node', { description: 'Anything with an id of its own; `node(id)` finds it.' })
export abstract class Node {
  @Column()
  @Field(() => ID, { description: 'Opaque, with a prefix that tells the type, for example ord_01k….' })
  id!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'An amount of money. There are no fractions of the minor unit anywhere.',
})
export class Money {
  @Field(() => BigIntText, { description: 'In minor units of the currency (cents).' })
  amount!: string

  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string

  @Field(() => String, { description: 'As people write it in a locale.' })
  formatted(
    @Arg('locale', () => String, {
      nullable: true,
      description: 'A BCP-47 tag, for example de-AT; English by default.',
    })
    locale?: string,
  ): string {
    return formatMoney({ amount: BigInt(this.amount), currency: this.currency }, locale ?? 'en')
  }
}

@ObjectType({
  simpleResolvers: true,
  description: 'Something that the viewer may do to this, or what stands in the way: draw a button from it.',
})
export class Action implements AvailableAction {
  @Field(() => String, { description: 'The mutation of this name does it.' })
  name!: string

  @Field(() => Boolean, { description: 'Whether it would be allowed now.' })
  allowed!: boolean

  @Field(() => RefusalCodes, { nullable: true, description: 'Why it would be refused now.' })
  refusal!: AvailableAction['refusal']

  @Field(() => String, { nullable: true, description: 'The same for people.' })
  message!: string | null

  @Field(() => DateTime, { nullable: true, description: 'Until when it may be done.' })
  deadline!: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'Whether some came before.' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'The cursor of the first row.' })
  startCursor!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last row: give it as `after` to read on.',
  })
  endCursor!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'How many there are in all, counted to a cap.' })
export class TotalCount {
  @Field(() => Int, { description: 'So many, or the cap.' })
  count!: number

  @Field(() => CountPrecision, { description: 'Whether it is exact.' })
  precision!: string
}

type Class = abstract new () => object

/** The connection types of a list of this type: `XConnection` and `XEdge`. */
export function connectionOf(type: Class, name = type.name) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One ${name} in a list, with its place.` })
  class Edge {
    @Field(() => String, { description: 'Its place in this list with this sort.' })
    cursor!: string

    @Field(() => type as never, { description: 'The thing itself.' })
    node!: object
  }
  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [type as never], { description: 'The rows of this page.' })
    nodes!: object[]

    @Field(() => [Edge], { description: 'The rows with their places.' })
    edges!: Edge[]

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    pageInfo!: PageInfo

    @Field(() => TotalCount, { description: 'How many there are in all; counted only when asked for.' })
    totalCount!: TotalCount
  }
  return Connection
}
