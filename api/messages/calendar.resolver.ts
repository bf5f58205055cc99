import type { GraphQLResolveInfo } from 'graphql'
import { Args, ArgsType, Ctx, Field, ID, Info, InputType, Mutation, Query, Resolver } from 'type-graphql'
import type { OpenInterval } from '../lib/open-hours.js'
import type { Ctx as Context } from '../platform/context.js'
import { answer, answerAs } from '../platform/graphql/answer.js'
import { IdArgs, PageArgs, VerbArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { Day } from '../platform/graphql/scalars.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { addCalendar } from './add-calendar.js'
import { calendarMachine } from './calendar.machine.js'
import { Calendar, CalendarConnection, WeekdayEnum } from './calendar.type.js'
import { changeCalendar } from './change-calendar.js'
import { setCalendarAside, useCalendar } from './use-calendar.js'

@InputType({ description: 'A stretch of a weekday in which the team answers.' })
export class OpenIntervalInput implements OpenInterval {
  @Field(() => WeekdayEnum, { description: 'On which day.' })
  weekday!: OpenInterval['weekday']

  @Field(() => String, { description: 'From when, as HH:MM.' })
  from!: string

  @Field(() => String, { description: 'Until when, as HH:MM; 24:00 is the end of the day.' })
  until!: string
}

const ZONE = 'An IANA time zone, for example Europe/Berlin.'
const INTERVALS = 'When the team answers: 1 to 70 stretches that do not overlap on the same day.'
const HOLIDAYS = 'The days on which nobody answers: at most 500.'

@ArgsType()
class AddCalendarArgs extends VerbArgs {
  @Field(() => String, { description: 'What it is called: 1 to 100 characters.' })
  name!: string

  @Field(() => String, { description: ZONE })
  timeZone!: string

  @Field(() => [OpenIntervalInput], { description: INTERVALS })
  intervals!: OpenIntervalInput[]

  @Field(() => [Day], { defaultValue: [], description: HOLIDAYS })
  holidays!: string[]
}

@ArgsType()
class ChangeCalendarArgs extends IdArgs {
  @Field(() => String, { nullable: true, description: 'What it is called: 1 to 100 characters.' })
  name?: string

  @Field(() => String, { nullable: true, description: ZONE })
  timeZone?: string

  @Field(() => [OpenIntervalInput], { nullable: true, description: INTERVALS })
  intervals?: OpenIntervalInput[]

  @Field(() => [Day], { nullable: true, description: HOLIDAYS })
  holidays?: string[]
}

@ArgsType()
class UseCalendarArgs extends VerbArgs {
  @Field(() => ID, { nullable: true, description: 'Which one; none, and all hours count.' })
  id?: string
}

const verb = (name: keyof typeof calendarMachine.verbs) => ({
  nullable: true,
  description: calendarMachine.verbs[name].doc,
})

@Resolver()
export class CalendarResolver {
  @Rights('staff')
  @Query(() => CalendarConnection, {
    description: 'The calendars of the promise to answer, the newest first.',
  })
  calendars(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) _page: PageArgs) {
    return readPage(ctx, info)
  }

  @Rights('ADMIN')
  @Mutation(() => Calendar, {
    nullable: true,
    description: 'Writes down when the team answers; nothing counts by it before it is used.',
  })
  addCalendar(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AddCalendarArgs) args: AddCalendarArgs,
  ) {
    return answer(ctx, info, args, addCalendar)
  }

  @Rights('ADMIN')
  @Mutation(() => Calendar, verb('changeCalendar'))
  changeCalendar(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangeCalendarArgs) args: ChangeCalendarArgs,
  ) {
    return answer(ctx, info, args, changeCalendar)
  }

  @Rights('ADMIN')
  @Mutation(() => Calendar, verb('useCalendar'))
  useCalendar(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => UseCalendarArgs) args: UseCalendarArgs,
  ) {
    return answerAs(ctx, info, args, useCalendar, async (inside, id) =>
      id === null ? null : readOne(inside, info, id),
    )
  }

  @Rights('ADMIN')
  @Mutation(() => Calendar, verb('setCalendarAside'))
  setCalendarAside(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, setCalendarAside)
  }
}
