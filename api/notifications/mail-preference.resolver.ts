import { Arg, Args, ArgsType, Ctx, Field, Info, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { Refusal } from '../lib/refusal.js'
import type { Ctx as Context, Tx } from '../platform/context.js'
import { answerValue } from '../platform/graphql/answer.js'
import { VerbArgs } from '../platform/graphql/args.js'
import { enumOf } from '../platform/graphql/enums.js'
import { Rights } from '../platform/graphql/rights.js'
import { type ChosenBy, choose } from './mail-preferences.js'
import { type MailKind, mailKinds } from './mail-kinds.js'
import { mailroom } from './mailroom.js'
import { chosen, recipientsOf } from './read-preferences.js'

const meanings = Object.fromEntries(
  Object.entries(mailKinds).map(([kind, { doc }]) => [kind, doc]),
) as Record<MailKind, string>
const MailKinds = enumOf('MailKind', 'What mails are about, as somebody thinks of them.', meanings)

@ObjectType({ simpleResolvers: true, description: 'Whether somebody gets a kind of mail.' })
export class MailPreference {
  @Field(() => MailKinds, { description: 'Which kind.' })
  kind!: MailKind

  @Field(() => String, { description: 'What mails of this kind are.' })
  about!: string

  @Field(() => Boolean, { description: 'Whether they get it.' })
  isOn!: boolean

  @Field(() => Boolean, {
    description: 'Whether they may choose; what belongs to an order itself comes in any case.',
  })
  canBeSwitched!: boolean
}

@ArgsType()
class ChoiceArgs extends VerbArgs {
  @Field(() => MailKinds, { description: 'Which kind of mail.' })
  kind!: MailKind

  @Field(() => Boolean, { description: 'Whether to get it.' })
  on!: boolean
}

@ArgsType()
class LinkedChoiceArgs extends ChoiceArgs {
  @Field(() => String, { description: 'What stands behind `#token=` in the link of a mail.' })
  token!: string
}

@Resolver()
export class MailPreferenceResolver {
  @Rights('signed-in')
  @Query(() => [MailPreference], { description: 'Which mails the viewer gets, kind by kind.' })
  async mailPreferences(@Ctx() ctx: Context): Promise<MailPreference[]> {
    const { pool } = ctx.house.database
    return chosen(pool, await recipientsOf(pool, ctx.viewer))
  }

  @Rights('anyone')
  @Query(() => [MailPreference], {
    nullable: true,
    description: 'The same for whoever has the link of a mail; null where it is no link of ours.',
  })
  async mailPreferencesByLink(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'What stands behind `#token=` in the link of a mail.' })
    token: string,
  ): Promise<MailPreference[] | null> {
    const person = mailroom.bound.preferences.readPage(token)
    return person ? chosen(ctx.house.database.pool, { ...person, ids: [person.id] }) : null
  }

  @Rights('signed-in')
  @Mutation(() => [MailPreference], {
    description: 'The viewer chooses whether to get a kind of mail. Answers with all their choices.',
  })
  async setMailPreference(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChoiceArgs) args: ChoiceArgs,
  ): Promise<MailPreference[]> {
    const { pool } = ctx.house.database
    const who = await recipientsOf(pool, ctx.viewer)
    await answerValue(ctx, info, args, (tx, { kind, on }) => chosenBy(tx, who.ids, { kind, on, by: 'page' }))
    return chosen(pool, who)
  }

  @Rights('anyone')
  @Mutation(() => [MailPreference], {
    description: 'Whoever has the link of a mail chooses for its recipient, without signing in.',
  })
  async setMailPreferenceByLink(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => LinkedChoiceArgs) args: LinkedChoiceArgs,
  ): Promise<MailPreference[]> {
    const person = mailroom.bound.preferences.readPage(args.token)
    if (!person) throw new Refusal('LINK_ENDED')
    await answerValue(ctx, info, args, (tx, { kind, on }) =>
      chosenBy(tx, [person.id], { kind, on, by: 'link' }),
    )
    return chosen(ctx.house.database.pool, { ...person, ids: [person.id] })
  }
}

async function chosenBy(
  tx: Tx,
  recipientIds: readonly string[],
  choice: { kind: MailKind; on: boolean; by: ChosenBy },
): Promise<boolean> {
  await choose(tx, { recipientIds, ...choice })
  return choice.on
}
