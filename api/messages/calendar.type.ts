import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import type { OpenInterval } from '../lib/open-hours.js'
import { Actions } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime, Day } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Node } from '../platform/graphql/types.js'
import { Column, Reading } from '../platform/reading/declare.js'
import { calendarMachine } from './calendar.machine.js'

export const CalendarStatus = enumOf(
  'CalendarStatus',
  'Whether a calendar is in use.',
  calendarMachine.states,
)
export const WeekdayEnum = enumOf('Weekday', 'A day of the week.', {
  MONDAY: 'Monday.',
  TUESDAY: 'Tuesday.',
  WEDNESDAY: 'Wednesday.',
  THURSDAY: 'Thursday.',
  FRIDAY: 'Friday.',
  SATURDAY: 'Saturday.',
  SUNDAY: 'Sunday.',
})

@ObjectType('OpenInterval', {
  simpleResolvers: true,
  description: 'A stretch of a weekday in which the team answers, on the wall clock of the calendar’s zone.',
})
export class OpenIntervalType implements OpenInterval {
  @Field(() => WeekdayEnum, { description: 'On which day.' })
  weekday!: OpenInterval['weekday']

  @Field(() => String, { description: 'From when, as HH:MM.' })
  from!: string

  @Field(() => String, { description: 'Until when, as HH:MM; 24:00 is the end of the day.' })
  until!: string
}

@Reading({
  table: 'calendars',
  scope: (_t, viewer) => viewer.staff(),
  filters: { id: { sql: (t) => sql`${t}.id`, type: 'text' } },
  sorts: { addedAt: { sql: (t) => sql`${t}.added_at`, type: 'timestamptz' } },
  defaultSort: ['addedAt', 'DESC'],
})
@ObjectType({
  implements: Node,
  description: 'When the team answers: the hours that count for the promise to answer, while it is in use.',
})
export class Calendar extends Node {
  @Column()
  @Field(() => CalendarStatus, { description: 'Whether it is in use.' })
  status!: string

  @Column()
  @Field(() => String, { description: 'What it is called.' })
  name!: string

  @Column()
  @Field(() => String, { description: 'The IANA name of its time zone.' })
  timeZone!: string

  @Column()
  @Field(() => [OpenIntervalType], { description: 'When the team answers, in the order of the week.' })
  intervals!: OpenInterval[]

  @Column()
  @Field(() => [Day], { description: 'The days on which nobody answers.' })
  holidays!: string[]

  @Column()
  @Field(() => DateTime, { description: 'When it was written down.' })
  addedAt!: Date

  @Actions(calendarMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const CalendarConnection = connectionOf(Calendar)
