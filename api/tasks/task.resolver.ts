import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, PageArgs, ReasonArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { readMany, readOne, readPage } from '../platform/reading/read.js'
import { acceptTask } from './accept-task.js'
import { cancelTask } from './cancel-task.js'
import { claimTask } from './claim-task.js'
import { continueTask } from './continue-task.js'
import { declineTask } from './decline-task.js'
import { delegateTask } from './delegate-task.js'
import { changesOfTask, changesOfTasks, type TaskChange } from './live-tasks.js'
import { pauseTask } from './pause-task.js'
import { returnTask } from './return-task.js'
import { startTask } from './start-task.js'
import { submitTask } from './submit-task.js'
import {
  DelegateTaskArgs,
  PauseTaskArgs,
  ReturnTaskArgs,
  SubmitTaskArgs,
  TaskSort,
  TaskWhere,
} from './task-inputs.js'
import { taskMachine } from './task.machine.js'
import { StaffLoad, Task, TaskConnection } from './task.type.js'

const WHICH = { description: 'Which one.' }
const verb = (name: keyof typeof taskMachine.verbs) => ({
  nullable: true,
  description: taskMachine.verbs[name].doc,
})

@Resolver()
export class TaskResolver {
  @Rights('staff')
  @Query(() => TaskConnection, { description: 'The tasks that the viewer may see, the next due first.' })
  tasks(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => TaskWhere, { nullable: true, description: 'Only these.' }) _where?: TaskWhere,
    @Arg('sort', () => [TaskSort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('staff')
  @Query(() => Task, {
    nullable: true,
    description: 'One task, or null where the viewer may see no such task.',
  })
  task(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID, WHICH) id: string) {
    return readOne(ctx, info, id)
  }

  @Rights('ADMIN')
  @Query(() => [StaffLoad], {
    description: 'Everybody active who has the role that a task needs, with what they have to do already.',
  })
  staffForTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, WHICH) id: string,
  ) {
    return readMany(ctx, info, [id])
  }

  @Rights('ADMIN')
  @Mutation(() => Task, verb('delegateTask'))
  delegateTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DelegateTaskArgs) args: DelegateTaskArgs,
  ) {
    return answer(ctx, info, args, delegateTask)
  }

  @Rights('staff')
  @Mutation(() => Task, verb('claimTask'))
  claimTask(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, claimTask)
  }

  @Rights('staff')
  @Mutation(() => Task, verb('declineTask'))
  declineTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, declineTask)
  }

  @Rights('staff')
  @Mutation(() => Task, verb('startTask'))
  startTask(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, startTask)
  }

  @Rights('staff')
  @Mutation(() => Task, verb('pauseTask'))
  pauseTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PauseTaskArgs) args: PauseTaskArgs,
  ) {
    return answer(ctx, info, args, pauseTask)
  }

  @Rights('staff')
  @Mutation(() => Task, verb('continueTask'))
  continueTask(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, continueTask)
  }

  @Rights('staff')
  @Mutation(() => Task, verb('submitTask'))
  submitTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SubmitTaskArgs) args: SubmitTaskArgs,
  ) {
    return answer(ctx, info, args, submitTask)
  }

  @Rights('staff')
  @Mutation(() => Task, verb('acceptTask'))
  acceptTask(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, acceptTask)
  }

  @Rights('staff')
  @Mutation(() => Task, verb('returnTask'))
  returnTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReturnTaskArgs) args: ReturnTaskArgs,
  ) {
    return answer(ctx, info, args, returnTask)
  }

  @Rights('ADMIN')
  @Mutation(() => Task, verb('cancelTask'))
  cancelTask(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, cancelTask)
  }

  @Rights('staff')
  @Subscription(() => Task, {
    nullable: true,
    description:
      'A task now and again after everything that happens to it, null once the viewer may no longer see it; without an id, every task that something happens to and the viewer may see.',
    subscribe: ({ args, context, info }) =>
      args['id']
        ? changesOfTask(context as Context, info, String(args['id']))
        : changesOfTasks(context as Context, info),
  })
  taskUpdated(
    @Root() change: TaskChange,
    @Arg('id', () => ID, { nullable: true, description: 'Which one; left out, all.' }) _id?: string,
  ) {
    return change.task
  }
}
