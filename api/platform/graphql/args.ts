import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { enumOf, SortDirection } from './enums.js'
import { DateTime } from './scalars.js'

/** How a verb is to be taken, whatever its input. */
@ArgsType()
export abstract class TakenAs {
  abstract idempotencyKey?: string

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw: refused where it has changed since.',
  })
  expectedVersion?: number

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Try it: the same checks and the answer as it would be, and nothing kept.',
  })
  dryRun?: boolean
}

/** What every verb takes beside its own input. */
@ArgsType()
export class VerbArgs extends TakenAs {
  @Field(() => String, {
    nullable: true,
    description:
      'A key of your choice: the same key with the same input gives the same result and does nothing twice.',
  })
  idempotencyKey?: string
}

/** What a verb on one aggregate takes. */
@ArgsType()
export class IdArgs extends VerbArgs {
  @Field(() => ID, { description: 'Which one.' })
  id!: string
}

/** What a verb on one aggregate takes where doing it twice would cost somebody money. */
@ArgsType()
export class KeyedIdArgs extends TakenAs {
  @Field(() => String, {
    description:
      'A key of your choice, required here: the same key with the same input gives the same result and does nothing twice.',
  })
  idempotencyKey!: string

  @Field(() => ID, { description: 'Which one.' })
  id!: string
}

/** A verb on one aggregate that must say why. */
@ArgsType()
export class ReasonArgs extends IdArgs {
  @Field(() => String, { description: 'Why, in a sentence or two: 1 to 1000 characters.' })
  reason!: string
}

/** A page of a list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many rows: 0 to 100.' })
  first?: number

  @Field(() => String, { nullable: true, description: 'Read on after this cursor.' })
  after?: string

  @Field(() => Int, {
    nullable: true,
    description: 'Skip so many rows, for tables that page by number: at most 10000.',
  })
  offset?: number
}

@InputType({ description: 'Which ids.' })
export class IdFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these.' })
  in?: string[]

  @Field(() => Boolean, { nullable: true, description: 'Whether it is absent.' })
  isNull?: boolean
}

@InputType({ description: 'Which texts.' })
export class TextFilter {
  @Field(() => [String], { nullable: true, description: 'One of these, exactly.' })
  in?: string[]
}

@InputType({ description: 'Which moments; several bounds hold together.' })
export class DateTimeFilter {
  @Field(() => DateTime, { nullable: true, description: 'At or after.' })
  gte?: Date

  @Field(() => DateTime, { nullable: true, description: 'Before.' })
  lt?: Date
}

@InputType({ description: 'Yes or no.' })
export class BooleanFilter {
  @Field(() => Boolean, { nullable: true, description: 'Exactly this.' })
  eq?: boolean
}

/** The filter input of an enum: `XFilter { in }`. */
export function enumFilter(values: object, name: string) {
  @InputType(`${name}Filter`, { description: `Which ${name}.` })
  class EnumFilter {
    @Field(() => [values], { nullable: true, description: 'One of these.' })
    in?: string[]
  }
  return EnumFilter
}

/** The sort input of a list: `XSort { field direction }` over the fields it may be sorted by, each with its meaning. */
export function sortInput(name: string, fields: Record<string, string>) {
  const SortField = enumOf(`${name}SortField`, `What a list of ${name} may be sorted by.`, fields)
  @InputType(`${name}Sort`, { description: `How a list of ${name} is sorted.` })
  class Sort {
    @Field(() => SortField, { description: 'By what.' })
    field!: string

    @Field(() => SortDirection, { description: 'Which end first.' })
    direction!: string
  }
  return Sort
}
