import { Migration } from '@mikro-orm/migrations'

/** Until when the buyer's bank keeps what an authorisation has set aside. */
export class Migration0033HoldsUntil extends Migration {
  override up(): void {
    this.addSql(`alter table "operations" add column "holds_until" timestamptz null`)
    this.addSql(
      `update "operations" set "holds_until" = coalesce("sent_at", "requested_at") + interval '7 days' where "kind" = 'AUTHORISE' and "state" = 'SUCCEEDED'`,
    )
    this.addSql(
      `alter table "operations" add constraint "operations_holds_for_a_time" check (not (kind = 'AUTHORISE' and state = 'SUCCEEDED') or holds_until is not null)`,
    )
  }
}
