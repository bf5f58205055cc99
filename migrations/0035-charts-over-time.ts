import { Migration } from '@mikro-orm/migrations'

/** How much is held now and what was moved since a day, how many orders run and which have ended since: by index. */
export class Migration0035ChartsOverTime extends Migration {
  override up(): void {
    this.addSql(`create index "held_funds_open" on "held_funds" ("currency") where closed_at is null`)
    this.addSql(
      `create index "postings_held" on "postings" ("booked_at") include ("currency", "amount") where account like 'held:%'`,
    )
    this.addSql(`create index "orders_ended_at_index" on "orders" ("ended_at")`)
  }
}
