import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, Info, Mutation, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import {
  CancelAppointmentArgs,
  ChangeCounterpartArgs,
  ConfirmAppointmentArgs,
  DeclineAppointmentArgs,
  MarkUnconfirmedArgs,
  RecordAttemptArgs,
  RescheduleAppointmentArgs,
} from './appointment-inputs.js'
import { appointmentMachine } from './appointment.machine.js'
import { Appointment } from './appointment.type.js'
import { cancelAppointment } from './cancel-appointment.js'
import { changeCounterpart } from './change-counterpart.js'
import { confirmAppointment } from './confirm-appointment.js'
import { declineAppointment } from './decline-appointment.js'
import { markAttended, markNoShow, retryAppointment } from './mark-attended.js'
import { markUnconfirmed } from './mark-unconfirmed.js'
import { recordAttempt } from './record-attempt.js'
import { rescheduleAppointment } from './reschedule-appointment.js'
import { startOutreach } from './start-outreach.js'

const verb = (name: keyof typeof appointmentMachine.verbs) => ({
  nullable: true,
  description: appointmentMachine.verbs[name].doc,
})

@Resolver()
export class AppointmentVerbsResolver {
  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => Appointment, verb('startOutreach'))
  startOutreach(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, startOutreach)
  }

  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => Appointment, verb('recordAttempt'))
  recordAttempt(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => RecordAttemptArgs) args: RecordAttemptArgs,
  ) {
    return answer(ctx, info, args, recordAttempt)
  }

  @Rights('SUPPORT', 'ADMIN', 'link')
  @Mutation(() => Appointment, verb('confirmAppointment'))
  confirmAppointment(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ConfirmAppointmentArgs) args: ConfirmAppointmentArgs,
  ) {
    return answer(ctx, info, args, confirmAppointment)
  }

  @Rights('link')
  @Mutation(() => Appointment, verb('declineAppointment'))
  declineAppointment(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DeclineAppointmentArgs) args: DeclineAppointmentArgs,
  ) {
    return answer(ctx, info, args, declineAppointment)
  }

  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => Appointment, verb('markUnconfirmed'))
  markUnconfirmed(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => MarkUnconfirmedArgs) args: MarkUnconfirmedArgs,
  ) {
    return answer(ctx, info, args, markUnconfirmed)
  }

  @Rights('member', 'SUPPORT', 'ADMIN')
  @Mutation(() => Appointment, verb('changeCounterpart'))
  changeCounterpart(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangeCounterpartArgs) args: ChangeCounterpartArgs,
  ) {
    return answer(ctx, info, args, changeCounterpart)
  }

  @Rights('member', 'link', 'SUPPORT', 'ADMIN')
  @Mutation(() => Appointment, verb('rescheduleAppointment'))
  rescheduleAppointment(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => RescheduleAppointmentArgs) args: RescheduleAppointmentArgs,
  ) {
    return answer(ctx, info, args, rescheduleAppointment)
  }

  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => Appointment, verb('markAttended'))
  markAttended(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, markAttended)
  }

  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => Appointment, verb('markNoShow'))
  markNoShow(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, markNoShow)
  }

  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => Appointment, verb('retryAppointment'))
  retryAppointment(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, retryAppointment)
  }

  @Rights('member', 'SUPPORT', 'ADMIN')
  @Mutation(() => Appointment, verb('cancelAppointment'))
  cancelAppointment(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CancelAppointmentArgs) args: CancelAppointmentArgs,
  ) {
    return answer(ctx, info, args, cancelAppointment)
  }
}
