import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { command } from '../platform/command.js'
import type { Ctx as Context, Tx } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { appointmentMachine } from './appointment.machine.js'
import { Appointment } from './appointment.type.js'
import { appointmentCalendar } from './calendar-download.js'
import { redeemAppointmentLink, requestFreshAppointmentLink } from './counterpart-link.js'
import { allowTexts, stopTexts } from './counterpart-texts.js'
import { AppointmentLinkSession, CalendarDownload, Slot } from './counterpart-view.type.js'
import { freeSlotsOf } from './slot-search.js'

/** The token of a link; it is never part of what a command keeps. */
const TOKEN = { description: 'The token of the link.' }
const WHICH = { description: 'Which appointment.' }
const doc = (verb: keyof typeof appointmentMachine.verbs) => appointmentMachine.verbs[verb].doc

@Resolver()
export class CounterpartResolver {
  @Rights('anyone')
  @Mutation(() => AppointmentLinkSession, {
    description:
      'Follows a link to an appointment: it works once, and opens seven days with that appointment.',
  })
  redeemAppointmentLink(@Ctx() ctx: Context, @Arg('token', () => String, TOKEN) token: string) {
    return plainly(ctx, 'redeemAppointmentLink', (tx) => redeemAppointmentLink(tx, { token }))
  }

  @Rights('anyone')
  @Mutation(() => Boolean, {
    description:
      'Sends a fresh link, in place of one that was used or has expired, to the same person: by mail, or by text where they have no address.',
  })
  async requestFreshAppointmentLink(@Ctx() ctx: Context, @Arg('token', () => String, TOKEN) token: string) {
    await plainly(ctx, 'requestFreshAppointmentLink', (tx) => requestFreshAppointmentLink(tx, { token }))
    return true
  }

  @Rights('link')
  @Mutation(() => Appointment, { nullable: true, description: doc('stopTexts') })
  stopTexts(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, stopTexts)
  }

  @Rights('link')
  @Mutation(() => Appointment, { nullable: true, description: doc('allowTexts') })
  allowTexts(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, allowTexts)
  }

  @Rights('signed-in', 'link')
  @Query(() => [Slot], {
    description:
      'When an appointment could be: from Monday to Friday, 09 to 17 o’clock where the attendee is, but for what they have agreed to already, and never in the counterpart’s quiet hours. Empty where the viewer may see no such appointment.',
  })
  freeSlots(
    @Ctx() ctx: Context,
    @Arg('appointmentId', () => ID, WHICH) appointmentId: string,
    @Arg('from', () => DateTime, { description: 'Beginning at or after this.' }) from: Date,
    @Arg('until', () => DateTime, { description: 'And before this: at most 14 days later.' }) until: Date,
  ): Promise<Slot[]> {
    return freeSlotsOf(ctx, { appointmentId, from, until })
  }

  @Rights('signed-in', 'link')
  @Query(() => CalendarDownload, {
    nullable: true,
    description:
      'A confirmed appointment as a calendar file; null where it is not confirmed or not to be seen.',
  })
  appointmentCalendar(
    @Ctx() ctx: Context,
    @Arg('appointmentId', () => ID, WHICH) appointmentId: string,
    @Arg('locale', () => String, {
      nullable: true,
      description: 'In which language; the counterpart’s own, else English, by default.',
    })
    locale?: string | null,
  ): Promise<CalendarDownload | null> {
    return appointmentCalendar(ctx, { appointmentId, locale: locale ?? null })
  }
}

function plainly<T>(ctx: Context, verb: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return command(ctx, { verb, input: {} }, work, async (_ctx, result) => result)
}
