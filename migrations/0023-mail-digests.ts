import { Migration } from '@mikro-orm/migrations'

/** What is told in one mail with whatever else comes within a while. */
export class Migration0023MailDigests extends Migration {
  override up(): void {
    this.addSql(
      `create table "mail_digests" ("order_id" text not null, "template" text not null, "event_id" text not null, "tell_at" timestamptz not null, primary key ("order_id", "template"))`,
    )
    this.addSql(`create index "mail_digests_tell_at_index" on "mail_digests" ("tell_at")`)
  }
}
