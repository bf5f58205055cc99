import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { ApiScope as Scope } from '../lib/api-scopes.js'
import type { Ctx as Context, Tx } from '../platform/context.js'
import { answer, answerAs, type Input } from '../platform/graphql/answer.js'
import { IdArgs, PageArgs, VerbArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { readOne, readPage, type Row } from '../platform/reading/read.js'
import { ApiKey, ApiKeyConnection, ApiKeySort, ApiKeyWhere, ApiScope } from './api-key.type.js'
import { createApiKey, newApiSecret, revokeApiKey, rotateApiKey } from './api-keys.js'

@ArgsType()
class CreateApiKeyArgs extends VerbArgs {
  @Field(() => ID, { description: 'For which organisation it shall act.' })
  organisationId!: string

  @Field(() => String, { description: 'What to call it: 1 to 200 characters on one line.' })
  name!: string

  @Field(() => [ApiScope], { description: 'What it may do: at least one.' })
  scopes!: Scope[]
}

/** The keys with which programs call. None of this is done with a key. */
@Resolver()
export class ApiKeyResolver {
  @Rights('member', 'ADMIN')
  @Query(() => ApiKeyConnection, {
    description:
      "The API keys of one's organisations, for their owners; for admins all. A key finds itself here.",
  })
  apiKeys(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => ApiKeyWhere, { nullable: true, description: 'Only these.' }) _where?: ApiKeyWhere,
    @Arg('sort', () => [ApiKeySort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('member')
  @Mutation(() => ApiKey, {
    nullable: true,
    description:
      'Makes an API key, by an owner. `secret` in the answer is shown this once; the same call again under its key answers without it.',
  })
  createApiKey(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CreateApiKeyArgs) args: CreateApiKeyArgs,
  ) {
    return withSecret(ctx, info, args, createApiKey)
  }

  @Rights('member')
  @Mutation(() => ApiKey, {
    nullable: true,
    description:
      'Gives an API key a fresh secret, shown this once; the one before is good for an hour more. Whoever does it answers for the key from now on.',
  })
  rotateApiKey(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return withSecret(ctx, info, args, rotateApiKey)
  }

  @Rights('member', 'ADMIN')
  @Mutation(() => ApiKey, {
    nullable: true,
    description: 'Ends an API key at once; sockets that it opened end within seconds.',
  })
  revokeApiKey(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, revokeApiKey)
  }
}

/**
 * Answers with the key and, where the verb was really done just now, its secret: that lives in this call alone. What is
 * kept for a repeated call is the key's id.
 */
function withSecret<A extends VerbArgs>(
  ctx: Context,
  info: GraphQLResolveInfo,
  args: A,
  verb: (tx: Tx, input: Input<A> & { secret: string }) => Promise<string>,
): Promise<Row | null> {
  const secret = newApiSecret()
  let done = false
  const work = async (tx: Tx, input: Input<A>) => {
    const id = await verb(tx, { ...input, secret })
    done = !args.dryRun
    return id
  }
  return answerAs(ctx, info, args, work, async (inside, id) => {
    const row = await readOne(inside, info, id)
    return row && done && 'secret' in row ? { ...row, secret: { secret } } : row
  })
}
