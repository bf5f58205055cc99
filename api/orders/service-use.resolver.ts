import { sql } from 'kysely'
import { FieldResolver, Int, Resolver } from 'type-graphql'
import { TaskBlueprint } from '../catalogue/blueprint.type.js'
import { OnboardingForm } from '../catalogue/form.type.js'
import { Column, scopeOf, widenScope } from '../platform/reading/declare.js'
import { predicate, type Scope, type Sql } from '../platform/reading/scope.js'

/** Whose order points to a service, a form or a package sees it, on sale or not; so does whose cart holds it. */
widenScope('Service', pointedToBy('service_id'))
widenScope('OnboardingForm', pointedToBy('form_id'))
widenScope('Package', pointedToBy('package_id'))
widenScope('Service', inOwnCart('service_id'))
widenScope('Package', inOwnCart('package_id'))

function inOwnCart(column: 'service_id' | 'package_id'): Scope {
  return (t, viewer) =>
    viewer.kind === 'member' &&
    sql`exists (select from carts c join cart_lines l on l.cart_id = c.id where c.buyer_id = any(${viewer.organisations}::text[]) and l.${sql.id(column)} = ${t}.id)`
}

function pointedToBy(column: 'service_id' | 'form_id' | 'package_id'): Scope {
  return (t, viewer) => {
    if (viewer.kind !== 'member') return false
    const own = sql.raw('own_line')
    const seen = predicate(scopeOf('OrderLine')(own, viewer))
    return sql`exists (select from order_lines ${own} where ${own}.${sql.id(column)} = ${t}.id and ${seen})`
  }
}

const forStaff: Scope = (_t, viewer) => viewer.staff()

/** How many orders have a line that began with this version; those that have not ended, or all. */
function orders(column: 'form_id' | 'blueprint_id', running: boolean) {
  const open = running ? sql`and o.ended_at is null` : sql``
  const count = (t: Sql) =>
    sql`(select count(distinct l.order_id) from order_lines l join orders o on o.id = l.order_id where l.${sql.id(column)} = ${t}.id ${open})`
  return Column(count, { only: forStaff })
}

/** How many orders use a version of a form. */
@Resolver(() => OnboardingForm)
export class FormUse {
  @orders('form_id', false)
  @FieldResolver(() => Int, { nullable: true, description: 'How many orders began with it; for staff.' })
  orderCount(): never {
    throw new Error('planned')
  }

  @orders('form_id', true)
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many of them have not ended; for staff.',
  })
  runningOrderCount(): never {
    throw new Error('planned')
  }
}

/** How many orders use a version of a blueprint. */
@Resolver(() => TaskBlueprint)
export class BlueprintUse {
  @orders('blueprint_id', false)
  @FieldResolver(() => Int, { nullable: true, description: 'How many orders began with it.' })
  orderCount(): never {
    throw new Error('planned')
  }

  @orders('blueprint_id', true)
  @FieldResolver(() => Int, { nullable: true, description: 'How many of them have not ended.' })
  runningOrderCount(): never {
    throw new Error('planned')
  }
}
