import { sql } from 'kysely'
import { FieldResolver, Int, Resolver } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { Order, OrderLine } from '../orders/order.type.js'
import { Column, Many } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { openTasksOf } from './delegation-rule.js'
import { Task } from './task.type.js'

const staff: Scope = (_t, viewer) => viewer.staff()

@Resolver(() => Order)
export class OrderTasks {
  @FieldResolver(() => [Task], {
    nullable: true,
    description: 'The tasks of the order that the viewer may see; for staff.',
  })
  @Many({ to: 'order_id', orderBy: 'created_at', only: staff })
  tasks(): never {
    throw new Error('planned')
  }
}

@Resolver(() => OrderLine)
export class OrderLineTasks {
  @FieldResolver(() => [Task], {
    nullable: true,
    description: 'The tasks of the line that the viewer may see; for staff.',
  })
  @Many({ to: 'line_id', orderBy: 'created_at', only: staff })
  tasks(): never {
    throw new Error('planned')
  }
}

@Resolver(() => User)
export class UserLoad {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many tasks they have that are not ended; for staff.',
  })
  @Column((t) => sql`${openTasksOf(t)}`, { only: staff })
  openTaskCount(): never {
    throw new Error('planned')
  }
}
