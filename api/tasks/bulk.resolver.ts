import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, Field, FieldResolver, ID, Info, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { RefusalCodes } from '../platform/graphql/enums.js'
import { Rights } from '../platform/graphql/rights.js'
import { readMany, type Row } from '../platform/reading/read.js'
import { type BulkOutcome, delegateTasks } from './delegate-tasks.js'
import { DelegateTasksArgs } from './task-inputs.js'
import { Task } from './task.type.js'

@ObjectType({ simpleResolvers: true, description: 'What became of one item of a bulk action.' })
export class BulkResult {
  @Field(() => ID, { description: 'The task.' })
  id!: string

  @Field(() => RefusalCodes, {
    nullable: true,
    description: 'Why it was refused; nothing where it was done.',
  })
  refusal!: string | null

  @Field(() => String, { nullable: true, description: 'The same for people.' })
  message!: string | null
}

/** An outcome together with the reading of all tasks of its list, made once for each way they are asked for. */
type Listed = BulkOutcome & {
  readonly tasks: Map<string | number, Promise<Row[]>>
  readonly ids: readonly string[]
}

@Resolver(() => BulkResult)
export class BulkResolver {
  @Rights('ADMIN')
  @Mutation(() => [BulkResult], {
    description: 'Gives many tasks to people, each for itself: a result for each, in their order.',
  })
  async delegateTasks(
    @Ctx() ctx: Context,
    @Args(() => DelegateTasksArgs) args: DelegateTasksArgs,
  ): Promise<Listed[]> {
    const shared = {
      tasks: new Map<string | number, Promise<Row[]>>(),
      ids: args.items.map((item) => item.id),
    }
    return (await delegateTasks(ctx, args)).map((outcome) => ({ ...outcome, ...shared }))
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task as it is now.' })
  async task(
    @Root() result: Listed,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    const { tasks, ids } = result
    const all = tasks.get(info.path.key) ?? readMany(ctx, info, ids)
    tasks.set(info.path.key, all)
    return (await all).find((row) => row['_id'] === result.id) ?? null
  }
}
