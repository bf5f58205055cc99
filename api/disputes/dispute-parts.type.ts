import { sql } from 'kysely'
import { Field, ID, ObjectType } from 'type-graphql'
import { File } from '../files/file.type.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Column, One, Reading, throughParent } from '../platform/reading/declare.js'
import type { Sql } from '../platform/reading/scope.js'
import { DisputeParty, DisputeStatementKind } from './dispute-enums.js'

/** Both sides read what both sides said and showed: whoever sees the dispute sees it all. */
const ofDispute = throughParent('Dispute', 'dispute_id')

/** The name of whoever it was; of a program with an API key, its organisation's. The other side reads it, too. */
const nameOf = (who: string) => (t: Sql) =>
  sql`(case when ${t}.${sql.id(`${who}_by_kind`)} = 'key'
    then (select g.name from api_keys k join organisations g on g.id = k.organisation_id where k.id = ${t}.${sql.id(`${who}_by_id`)})
    else (select u.name from users u where u.id = ${t}.${sql.id(`${who}_by_id`)}) end)`

@Reading({ table: 'dispute_statements', scope: ofDispute })
@ObjectType({ description: 'What somebody said in a dispute.' })
export class DisputeStatement {
  @Column()
  @Field(() => ID, { description: 'Its id.' })
  id!: string

  @Column()
  @Field(() => DisputeStatementKind, { description: 'What it is.' })
  kind!: string

  @Column()
  @Field(() => DisputeParty, { nullable: true, description: 'Which side said it; null where our team did.' })
  party!: string | null

  @Column()
  @Field(() => String, { nullable: true, description: 'The words; null once they were erased.' })
  text!: string | null

  @Column(nameOf('given'))
  @Field(() => String, { nullable: true, description: 'The name of who said it.' })
  givenBy!: string | null

  @Column()
  @Field(() => DateTime, { description: 'When they said it.' })
  givenAt!: Date
}

@Reading({ table: 'dispute_evidence', scope: ofDispute })
@ObjectType({ description: 'A file that one side handed in as evidence.' })
export class DisputeEvidence {
  @Column()
  @Field(() => ID, { description: 'Its id.' })
  id!: string

  @Column()
  @Field(() => DisputeParty, { description: 'Which side handed it in.' })
  party!: string

  @One({ from: 'file_id' })
  @Field(() => File, { nullable: true, description: 'The file, to be opened or saved.' })
  file!: File | null

  @Column()
  @Field(() => String, {
    description:
      'The SHA-256 of its bytes as they were handed in, in hexadecimal: whoever has the file can see that it is this one.',
  })
  sha256!: string

  @Column(nameOf('added'))
  @Field(() => String, { nullable: true, description: 'The name of who handed it in.' })
  addedBy!: string | null

  @Column()
  @Field(() => DateTime, { description: 'When they did.' })
  addedAt!: Date
}
