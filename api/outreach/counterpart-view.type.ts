import { sql } from 'kysely'
import { Field, FieldResolver, ID, ObjectType, Resolver } from 'type-graphql'
import { DateTime } from '../platform/graphql/scalars.js'
import { Column } from '../platform/reading/declare.js'
import { Appointment } from './appointment.type.js'

/** What a counterpart has to know of who asks them. */
@Resolver(() => Appointment)
export class AppointmentForCounterpart {
  @Column(
    (t) =>
      sql`(select g.name from contacts c join organisations g on g.id = c.organisation_id where c.id = ${t}.attendee_contact_id)`,
  )
  @FieldResolver(() => String, { description: 'The organisation of who attends it.' })
  attendeeOrganisationName(): never {
    throw new Error('read by the planner')
  }
}

@ObjectType({
  simpleResolvers: true,
  description: 'What following a link to an appointment opens: seven days with that appointment.',
})
export class AppointmentLinkSession {
  @Field(() => String, { description: 'For `Authorization: Bearer`. It is shown this once.' })
  token!: string

  @Field(() => ID, { description: 'The appointment.' })
  appointmentId!: string

  @Field(() => DateTime, { description: 'When it ends.' })
  expiresAt!: Date
}

@ObjectType({ simpleResolvers: true, description: 'A time at which both sides could meet.' })
export class Slot {
  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Date

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date
}

@ObjectType({ simpleResolvers: true, description: 'An appointment as a file that calendars take.' })
export class CalendarDownload {
  @Field(() => String, { description: 'What to call the file.' })
  name!: string

  @Field(() => String, { description: 'What it holds (RFC 5545), of the media type text/calendar.' })
  content!: string
}
