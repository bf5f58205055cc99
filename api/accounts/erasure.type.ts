import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Erasure as Erased } from './erase-person.js'

@ObjectType({ simpleResolvers: true, description: 'How many of one kind of thing an erasure took.' })
export class ErasureCount {
  @Field(() => String, { description: 'What: contacts, messages, mails, answers, files, mentions, ….' })
  what!: string

  @Field(() => Int, { description: 'How many.' })
  count!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'What an erasure took out of the rows; with `dryRun`, what it would take.',
})
export class Erasure {
  @Field(() => [ID], { description: 'The contacts and the user that the person was.' })
  subjects!: readonly string[]

  @Field(() => [ErasureCount], { description: 'How much, by what it was.' })
  counts!: ErasureCount[]

  @Field(() => Boolean, { description: 'It had been done before; nothing was left to do.' })
  alreadyErased!: boolean
}

/** An erasure as the schema shows it: what there was none of is left out. */
export function shownErasure({ subjects, counts, alreadyErased }: Erased): Erasure {
  const some = Object.entries(counts).filter(([, count]) => count > 0)
  return { subjects, alreadyErased, counts: some.map(([what, count]) => ({ what, count })) }
}
