import { ArgsType, Field, ID, InputType } from 'type-graphql'
import { StaffRole } from '../accounts/user.type.js'
import {
  BooleanFilter,
  enumFilter,
  IdArgs,
  IdFilter,
  ReasonArgs,
  sortInput,
  TextFilter,
  VerbArgs,
} from '../platform/graphql/args.js'
import type { ChecklistAnswer } from './checklist.js'
import { TaskStatus } from './task.type.js'

const TaskStatusFilter = enumFilter(TaskStatus, 'TaskStatus')
const StaffRoleFilter = enumFilter(StaffRole, 'StaffRole')

@InputType({ description: 'Which tasks: every condition given holds.' })
export class TaskWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => TaskStatusFilter, { nullable: true, description: 'By state.' })
  status?: object

  @Field(() => StaffRoleFilter, { nullable: true, description: 'By the role of whoever does it.' })
  role?: object

  @Field(() => IdFilter, { nullable: true, description: 'By who has it.' })
  assigneeId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By the order it belongs to.' })
  orderId?: IdFilter

  @Field(() => BooleanFilter, { nullable: true, description: 'By whether its time is over.' })
  overdue?: BooleanFilter

  @Field(() => TextFilter, {
    nullable: true,
    description:
      'By what raised it, for example provisioning-failed; a step of a service was raised by nothing.',
  })
  raisedFor?: TextFilter

  @Field(() => [TaskWhere], { nullable: true, description: 'All of these.' })
  and?: TaskWhere[]

  @Field(() => [TaskWhere], { nullable: true, description: 'Any of these.' })
  or?: TaskWhere[]

  @Field(() => TaskWhere, { nullable: true, description: 'Not this.' })
  not?: TaskWhere
}

export const TaskSort = sortInput('Task', {
  dueAt: 'By when it is due.',
  createdAt: 'By when it was raised.',
})

@ArgsType()
export class DelegateTaskArgs extends IdArgs {
  @Field(() => ID, { description: 'Who gets it.' })
  assigneeId!: string
}

@InputType({ description: 'Who gets which task.' })
export class TaskDelegationInput {
  @Field(() => ID, { description: 'Which task.' })
  id!: string

  @Field(() => ID, { description: 'Who gets it.' })
  assigneeId!: string
}

@ArgsType()
export class DelegateTasksArgs extends VerbArgs {
  @Field(() => [TaskDelegationInput], { description: 'Who gets which task: at most 100.' })
  items!: TaskDelegationInput[]
}

@ArgsType()
export class PauseTaskArgs extends ReasonArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether it waits for the buyer: the reason is then what they are asked on the feed, and the due clock stands still.',
  })
  waitingOnBuyer?: boolean
}

@InputType({ description: 'The answer to one item of a checklist.' })
export class ChecklistAnswerInput implements ChecklistAnswer {
  @Field(() => String, { description: 'Which item.' })
  key!: string

  @Field(() => Boolean, { description: 'Whether it was done.' })
  done!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'What there is to say to it; required where it was not done.',
  })
  note?: string
}

@ArgsType()
export class SubmitTaskArgs extends IdArgs {
  @Field(() => [ChecklistAnswerInput], { description: 'An answer to every item of the checklist.' })
  checklist!: ChecklistAnswerInput[]
}

@ArgsType()
export class ReturnTaskArgs extends IdArgs {
  @Field(() => String, { description: 'What is missing: 1 to 1000 characters.' })
  text!: string
}
