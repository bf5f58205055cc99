import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver } from 'type-graphql'
import { Appointment } from '../../outreach/appointment.type.js'
import { Attempt } from '../../outreach/attempt.type.js'
import type { Ctx as Context } from '../../platform/context.js'
import { PageArgs } from '../../platform/graphql/args.js'
import { Rights } from '../../platform/graphql/rights.js'
import { Computed, Many, One } from '../../platform/reading/declare.js'
import { readOne, readPage } from '../../platform/reading/read.js'
import { fact } from '../../lib/facts.js'
import type { DraftFacts } from './text-facts.js'
import { draftsFor } from './text-drafts.js'
import { TextDraft } from './text-draft.type.js'
import { TextReply, TextReplyConnection, TextReplySort, TextReplyWhere } from './text-reply.type.js'
import { Text, TextConnection, TextSort, TextWhere } from './text.type.js'

@Resolver()
export class TextResolver {
  @Rights('staff')
  @Query(() => TextConnection, { description: 'The outbox of texts: every one that went out or waits.' })
  texts(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => TextWhere, { nullable: true, description: 'Only these.' }) _where?: TextWhere,
    @Arg('sort', () => [TextSort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('staff')
  @Query(() => Text, { nullable: true, description: 'One text, or null where there is none to be seen.' })
  text(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
  ) {
    return readOne(ctx, info, id)
  }

  @Rights('staff')
  @Query(() => TextReplyConnection, { description: 'What people have texted to us.' })
  textReplies(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => TextReplyWhere, { nullable: true, description: 'Only these.' })
    _where?: TextReplyWhere,
    @Arg('sort', () => [TextReplySort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ) {
    return readPage(ctx, info)
  }
}

@Resolver(() => Attempt)
export class AttemptText {
  @FieldResolver(() => Text, { nullable: true, description: 'The text that it is; for staff.' })
  @One({ to: 'attempt_id' })
  sent(): never {
    throw new Error('planned')
  }
}

const facts = fact.text(
  `(select json_build_object('name', c.name, 'asks', g.name, 'service', s.name, 'minutes', t.minutes, 'locale', coalesce(c.locale, 'en'))::text
    from counterparts c, contacts k join organisations g on g.id = k.organisation_id, services s where c.id = t.counterpart_id and k.id = t.attendee_contact_id and s.id = t.service_id)`,
)

@Resolver(() => Appointment)
export class AppointmentTexts {
  @FieldResolver(() => [Text], {
    nullable: true,
    description: 'The texts about it, the oldest first; for staff.',
  })
  @Many({ to: 'appointment_id', orderBy: 'queued_at', only: (_t, viewer) => viewer.staff() })
  texts(): never {
    throw new Error('planned')
  }

  @FieldResolver(() => [TextReply], {
    nullable: true,
    description: 'What its counterpart has texted to us, the oldest first; for staff.',
  })
  @Many({ to: 'appointment_id', orderBy: 'received_at', only: (_t, viewer) => viewer.staff() })
  textReplies(): never {
    throw new Error('planned')
  }

  @FieldResolver(() => [TextDraft], {
    nullable: true,
    description:
      'What a text to its counterpart may begin with, in their language: for `recordAttempt`, as it is or changed. For support and admins.',
  })
  @Computed(
    { facts },
    (needs) => draftsFor(JSON.parse(needs.facts) as DraftFacts),
    (_t, viewer) => viewer.staff('SUPPORT', 'ADMIN'),
  )
  textDrafts(): never {
    throw new Error('planned')
  }
}
