import { Migration } from '@mikro-orm/migrations'

/** Mails to an appointment's counterpart, with its calendar entry, and not at night; and up to where messages were told. */
export class Migration0028OutreachMails extends Migration {
  override up(): void {
    this.addSql(
      `alter table "mails" add "calendar" jsonb null, add "quiet_zone" text null, add "told_to" int null`,
    )
    this.addSql(`alter table "mails" drop constraint "mails_recipient_kind"`)
    this.addSql(
      `alter table "mails" add constraint "mails_recipient_kind" check (recipient_kind in ('contact', 'user', 'counterpart'))`,
    )
  }
}
