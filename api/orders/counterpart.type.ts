import { sql } from 'kysely'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { Column, Reading, scopeOf } from '../platform/reading/declare.js'
import { anyOf, predicate, type Scope, type Sql } from '../platform/reading/scope.js'
import type { NewCounterpart } from './counterparts.js'
import { optedOut } from '../platform/texts/text-opt-outs.js'

const namedOn =
  (line: 'OrderLine' | 'CartLine', table: 'order_lines' | 'cart_lines'): Scope =>
  (t, viewer) => {
    const own = sql.raw(`naming_${table}`)
    const seen = scopeOf(line)(own, viewer)
    return (
      seen !== false &&
      sql`exists (select from ${sql.table(table)} ${own} where ${own}.counterpart_id = ${t}.id and ${predicate(seen)})`
    )
  }

const localTime = (t: Sql) => sql`(app_now() at time zone ${t}.time_zone)`

/** Whoever sees the order sees with whom its appointment is; whoever fills a cart, whom they named in it. */
@Reading({
  table: 'counterparts',
  scope: anyOf([namedOn('OrderLine', 'order_lines'), namedOn('CartLine', 'cart_lines')]),
})
@ObjectType({ description: 'The outside person with whom an appointment is wanted.' })
export class Counterpart {
  @Column()
  @Field(() => ID, { description: 'Their id.' })
  id!: string

  @Column()
  @Field(() => String, { description: 'Their name.' })
  name!: string

  @Column()
  @Field(() => String, { nullable: true, description: 'Their e-mail address.' })
  email!: string | null

  @Column()
  @Field(() => String, { nullable: true, description: 'Their telephone number, in E.164.' })
  phone!: string | null

  @Column()
  @Field(() => String, { description: 'Their IANA time zone.' })
  timeZone!: string

  @Column()
  @Field(() => String, { nullable: true, description: 'Their language, as a BCP-47 tag.' })
  locale!: string | null

  @Column((t) => optedOut(sql`${t}.phone`))
  @Field(() => Boolean, { description: 'They asked us to send no texts to their number.' })
  optedOut!: boolean

  @Column((t) => sql`to_char(${localTime(t)}, 'YYYY-MM-DD"T"HH24:MI')`)
  @Field(() => String, { description: 'The time that it is where they are, for example 2026-03-02T14:05.' })
  localTime!: string

  @Column((t) => sql`(${localTime(t)}::time < '08:00' or ${localTime(t)}::time >= '21:00')`)
  @Field(() => Boolean, {
    description: 'Whether it is quiet there now, before 8 or after 21 o’clock: nothing is sent to them then.',
  })
  quiet!: boolean
}

@InputType({ description: 'The outside person with whom an appointment is wanted.' })
export class CounterpartInput implements NewCounterpart {
  @Field(() => String, { description: 'Their name: 1 to 200 characters.' })
  name!: string

  @Field(() => String, {
    nullable: true,
    description: 'Their e-mail address; this or a telephone number is needed, better both.',
  })
  email?: string

  @Field(() => String, {
    nullable: true,
    description: 'Their telephone number with its country, for example +4930123456.',
  })
  phone?: string

  @Field(() => String, { description: 'Their IANA time zone, for example Europe/Berlin.' })
  timeZone!: string

  @Field(() => String, { nullable: true, description: 'Their language; English by default.' })
  locale?: string
}
