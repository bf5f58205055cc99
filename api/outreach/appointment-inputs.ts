import { ArgsType, Field, InputType } from 'type-graphql'
import { CounterpartInput } from '../orders/counterpart.type.js'
import {
  BooleanFilter,
  DateTimeFilter,
  enumFilter,
  IdArgs,
  IdFilter,
  KeyedIdArgs,
  sortInput,
} from '../platform/graphql/args.js'
import { BigIntText, DateTime } from '../platform/graphql/scalars.js'
import { AppointmentStatus } from './appointment.type.js'
import { AttemptKind, AttemptOutcome } from './attempt.type.js'
import type { AttemptKind as Kind, AttemptOutcome as Outcome } from './attempt-words.js'

const StatusFilter = enumFilter(AppointmentStatus, 'AppointmentStatus')

@InputType({ description: 'Which appointments: every condition given holds.' })
export class AppointmentWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => StatusFilter, { nullable: true, description: 'By state.' })
  status?: object

  @Field(() => IdFilter, { nullable: true, description: 'By order.' })
  orderId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By who attends.' })
  attendeeId?: IdFilter

  @Field(() => DateTimeFilter, { nullable: true, description: 'By the moment that matters now.' })
  dueAt?: DateTimeFilter

  @Field(() => DateTimeFilter, { nullable: true, description: 'By when it begins.' })
  startsAt?: DateTimeFilter

  @Field(() => BooleanFilter, {
    nullable: true,
    description:
      'By whether somebody has to decide on it: not reached, or over and nobody said whether it took place.',
  })
  toDecide?: BooleanFilter

  @Field(() => [AppointmentWhere], { nullable: true, description: 'All of these.' })
  and?: AppointmentWhere[]

  @Field(() => [AppointmentWhere], { nullable: true, description: 'Any of these.' })
  or?: AppointmentWhere[]

  @Field(() => AppointmentWhere, { nullable: true, description: 'Not this.' })
  not?: AppointmentWhere
}

export const AppointmentSort = sortInput('Appointment', {
  dueAt: 'By the moment that matters now: what has none comes after everything that has one.',
  startsAt: 'By when it begins: what has no time yet comes after everything that has one.',
  createdAt: 'By since when our team has it to do.',
})

const WHY = 'Why, in a sentence or two: 1 to 1000 characters.'
const OWN_WORDS = 'In your own words, 1 to 480 characters; left out, the usual ones go.'

@ArgsType()
export class RecordAttemptArgs extends IdArgs {
  @Field(() => AttemptKind, { description: 'How: a text or a mail is sent by this.' })
  kind!: Kind

  @Field(() => AttemptOutcome, {
    nullable: true,
    description: 'Of a call, what came of it; a text or a mail is SENT.',
  })
  outcome?: Outcome

  @Field(() => String, { nullable: true, description: 'A note for the team, at most 1000 characters.' })
  note?: string

  @Field(() => String, { nullable: true, description: `Of a text or a mail: what it says. ${OWN_WORDS}` })
  text?: string
}

@ArgsType()
export class ConfirmAppointmentArgs extends IdArgs {
  @Field(() => DateTime, { description: 'When it begins: in the future, and free for whoever attends.' })
  startsAt!: Date

  @Field(() => String, {
    nullable: true,
    description: 'Where, or by which means, they meet: at most 500 characters; left out, it stays as it was.',
  })
  place?: string
}

@ArgsType()
export class DeclineAppointmentArgs extends IdArgs {
  @Field(() => String, { description: WHY })
  reason!: string

  @Field(() => [DateTime], {
    nullable: true,
    description: 'Times that would suit: at most 5, in the future.',
  })
  otherTimes?: Date[]
}

@ArgsType()
export class MarkUnconfirmedArgs extends IdArgs {
  @Field(() => String, { nullable: true, description: `What the text to the counterpart says. ${OWN_WORDS}` })
  text?: string
}

@ArgsType()
export class ChangeCounterpartArgs extends IdArgs {
  @Field(() => CounterpartInput, { description: 'With whom it is from now on, or how they can be reached.' })
  counterpart!: CounterpartInput
}

@ArgsType()
export class RescheduleAppointmentArgs extends IdArgs {
  @Field(() => DateTime, { description: 'When it is to begin: in the future, and free for whoever attends.' })
  startsAt!: Date

  @Field(() => Boolean, {
    nullable: true,
    description: 'For our team: both sides have agreed to it. Else the counterpart is asked first.',
  })
  agreed?: boolean
}

@ArgsType()
export class CancelAppointmentArgs extends KeyedIdArgs {
  @Field(() => String, { description: WHY })
  reason!: string

  @Field(() => BigIntText, {
    nullable: true,
    description:
      'What goes back to the buyer, in minor units: named by an admin once a time had been agreed, 0 to all that is held; else it is all.',
  })
  refund?: bigint
}
