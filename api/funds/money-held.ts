import { sql } from 'kysely'
import type { Ctx } from '../platform/context.js'
import { scopeOf } from '../platform/reading/declare.js'
import { lastDays } from '../platform/reading/last-days.js'
import { inPlain } from '../platform/reading/plain.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'
import { HELD_POSTINGS, OPEN_FUNDS } from './ledger.entity.js'

/** Minor units of one currency. */
export interface Held {
  readonly amount: string
  readonly currency: string
}

/** What was held for all orders together, in one currency: amounts of two are never added. */
export interface MoneyHeld {
  readonly currency: string
  /** Now. */
  readonly held: Held
  /** At the end of each day, the earliest first; of today, so far. */
  readonly days: readonly { readonly day: string; readonly held: Held }[]
}

interface Row {
  readonly currency: string
  readonly days: readonly { readonly day: string; readonly amount: string }[]
}

/**
 * How much was held for orders at the end of each of the last days, in the team's zone: by currency, each in which anything
 * is held or was moved meanwhile. One statement.
 * @refuses VALIDATION
 */
export async function readMoneyHeld(ctx: Ctx, input: { days: number }): Promise<MoneyHeld[]> {
  const found = await inPlain<Row>(ctx, statement(ctx, input.days))
  return found.map(({ currency, days }) => {
    const held = days.map(({ day, amount }) => ({ day, held: { amount, currency } }))
    return { currency, held: held.at(-1)!.held, days: held }
  })
}

/**
 * What is held now is counted from the funds that are open, and each day before it by taking back what was moved since:
 * neither looks at what ended before the first day.
 */
function statement({ viewer, house }: Ctx, count: number) {
  const { days, since, dayOf } = lastDays({ days: count, zone: house.config.workingZone })
  const seen = (type: string, t: string) => predicate(scopeOf(type)(sql.raw(t), viewerNow(viewer)))
  return sql<Row>`with present as (
      select f.currency, sum(f.held) as amount from held_funds f where ${sql.raw(OPEN_FUNDS)} and ${seen('Payment', 'f')} group by f.currency
    ), moved as (
      select p.currency, ${dayOf(sql`p.booked_at`)} as day, sum(p.amount) as amount
      from postings p where ${sql.raw(HELD_POSTINGS)} and p.booked_at >= ${since} and ${seen('Posting', 'p')} group by 1, 2
    ), currencies as (
      select currency from present where amount > 0 union select currency from moved
    )
    select l.currency, json_agg(json_build_object('day', to_char(l.day, 'YYYY-MM-DD'), 'amount', l.amount::text) order by l.day) as days
    from (
      select c.currency, d.day, coalesce(n.amount, 0)
        - coalesce(sum(m.amount) over (partition by c.currency order by d.day desc rows between unbounded preceding and 1 preceding), 0) as amount
      from currencies c cross join ${days} d
      left join present n on n.currency = c.currency left join moved m on m.currency = c.currency and m.day = d.day
    ) l group by l.currency order by l.currency`
}
