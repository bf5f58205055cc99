import { randomUUID } from 'node:crypto'
import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { refuseFields } from '../../lib/refusal.js'
import type { Ctx as Context } from '../../platform/context.js'
import { Rights } from '../../platform/graphql/rights.js'
import { sandboxNumbers } from '../../platform/texts/sandbox-texts.js'
import { receiveReply } from './receive-reply.js'
import type { ReplyKind } from './text.entity.js'
import { TextReplyKind } from './text-reply.type.js'

@ObjectType({
  simpleResolvers: true,
  description: 'A phone number that behaves in its own way. Sandbox only.',
})
export class SandboxPhone {
  @Field(() => String, { description: 'The number, in E.164.' })
  number!: string

  @Field(() => String, { description: 'What becomes of texts to it.' })
  what!: string
}

@ObjectType({ simpleResolvers: true, description: 'What became of a text that came in. Sandbox only.' })
export class ReceivedText {
  @Field(() => TextReplyKind, { description: 'What it was taken for.' })
  kind!: ReplyKind

  @Field(() => String, { nullable: true, description: 'What was texted back.' })
  answer!: string | null
}

const NUMBER = /^\+[1-9]\d{6,14}$/

/** Part of the sandbox's schema alone. */
@Resolver()
export class SandboxPhonesResolver {
  @Rights('staff')
  @Query(() => [SandboxPhone], {
    description:
      'The numbers on which texts go wrong, each in one way; every other takes what is sent. Sandbox only.',
  })
  sandboxPhones(): SandboxPhone[] {
    return sandboxNumbers.map(({ number, what }) => ({ number, what }))
  }

  @Rights('staff')
  @Mutation(() => ReceivedText, {
    description: 'Texts to us from somebody’s phone, for example STOP. Sandbox only.',
  })
  async textFromPhone(
    @Ctx() ctx: Context,
    @Arg('from', () => String, { description: 'Their number, in E.164.' }) from: string,
    @Arg('body', () => String, { description: 'What they write: 1 to 1600 characters.' }) body: string,
  ): Promise<ReceivedText> {
    if (!NUMBER.test(from)) refuseFields([{ path: 'from', message: 'a number like +14155550100' }])
    if (!body.trim() || body.length > 1600) refuseFields([{ path: 'body', message: '1 to 1600 characters' }])
    const { kind, answer } = await receiveReply(ctx.house, {
      providerId: `kept-${randomUUID()}`,
      from,
      body,
      dealtWith: null,
    })
    return { kind, answer }
  }
}
