import { Migration } from '@mikro-orm/migrations'

/**
 * An invitation's link knows the address that it was mailed to. Of those mailed before nobody can say it for sure: they
 * open nothing any more, and whoever has not accepted is invited once more.
 */
export class Migration0032InvitedAddress extends Migration {
  override up(): void {
    this.addSql(`alter table "links" add column "sent_to" text null`)
  }
}
