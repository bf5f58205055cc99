import { Migration } from '@mikro-orm/migrations'

/** How much is held now, and what was moved since a day, by index. */
export class Migration0035MoneyOverTime extends Migration {
  override up(): void {
    this.addSql(`create index "held_funds_open" on "held_funds" ("currency") where closed_at is null`)
    this.addSql(
      `create index "postings_held" on "postings" ("booked_at") include ("currency", "amount") where account like 'held:%'`,
    )
  }
}
