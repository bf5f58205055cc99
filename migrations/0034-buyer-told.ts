import { Migration } from '@mikro-orm/migrations'

/** Since when the buyer of a completed campaign knows of it: nothing is released by itself before. */
export class Migration0034BuyerTold extends Migration {
  override up(): void {
    this.addSql(`alter table "campaigns" add column "told_at" timestamptz null`)
    this.addSql(
      `update "campaigns" c set "told_at" = coalesce((select min(m.taken_at) from mails m where m.order_id = c.order_id and m.template = 'campaign-completed' and m.state = 'TAKEN'), c.disputed_at)
        where c.completed_at is not null`,
    )
  }
}
