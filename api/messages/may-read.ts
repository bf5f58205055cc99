import { sql } from 'kysely'
import { scopeOf } from '../platform/reading/declare.js'
import { predicate, type Scope, type Sql, type ViewerKind } from '../platform/reading/scope.js'

/** Those of our team who see every order. */
const SEE_ALL = ['ADMIN', 'SUPPORT', 'FINANCE']

/**
 * Whether a user `u` may read what is written on an order `o` for some: as SQL over both rows. Of the team those who see
 * the order; of the others the active members of whom it is written for.
 */
export function mayRead(u: Sql, o: Sql, visibility: Sql): Sql {
  const works = sql`('FULFILMENT' = any(${u}.staff_roles) and ${predicate(scopeOf('Order')(o, asWorker(u)))})`
  return sql`(${u}.status = 'ACTIVE' and (${u}.staff_roles && ${SEE_ALL}::text[] or ${works} or (cardinality(${u}.staff_roles) = 0 and ${isOfSide(u, o, visibility)})))`
}

/** Whether a user `u` is a member of one of the sides that something on an order `o` is written for, as SQL. */
export function isOfSide(u: Sql, o: Sql, visibility: Sql): Sql {
  return sql`exists (select from members of_side where of_side.user_id = ${u}.id and of_side.status = 'ACTIVE'
    and (${visibility} in ('BUYER', 'PARTIES') and of_side.organisation_id = ${o}.buyer_id
      or ${visibility} = 'PARTIES' and of_side.organisation_id in (${o}.beneficiary_id, ${o}.channel_id)))`
}

/** What a viewer may read of an order `o`: a predicate over what it is written for. */
export function readsOf(o: Sql, visibility: Sql): (viewer: ViewerKind) => Sql | boolean {
  return (viewer) =>
    viewer.kind === 'staff' ||
    (viewer.kind === 'member' &&
      sql`(${visibility} = 'PARTIES' or (${visibility} = 'BUYER' and ${o}.buyer_id = any(${viewer.organisations}::text[])))`)
}

/** Rows of the table `messages` that a viewer may read. */
export const readableMessages: Scope = (t, viewer) => {
  if (viewer.kind !== 'staff' && viewer.kind !== 'member') return false
  const order = sql.raw('written_on')
  const seen = predicate(scopeOf('Order')(order, viewer))
  const reads = predicate(readsOf(order, sql`${t}.visibility`)(viewer))
  return sql`exists (select from orders ${order} where ${order}.id = ${t}.order_id and ${seen} and ${reads})`
}

/** Somebody of the team who works on tasks, as a scope sees them: whose row `u` it is. */
function asWorker(u: Sql): ViewerKind {
  return {
    kind: 'staff',
    staff: (...roles) => !roles.length || roles.includes('FULFILMENT'),
    id: sql`${u}.id`,
    skills: sql`${u}.skills`,
    roles: sql`${u}.staff_roles`,
    organisations: sql`'{}'::text[]`,
    owned: sql`'{}'::text[]`,
    subject: sql`null`,
  }
}
