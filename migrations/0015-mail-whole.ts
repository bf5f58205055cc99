import { Migration } from '@mikro-orm/migrations'

/** Mail for real: tries as rows, threads, bounces, what people want to get, and what was therefore not written. */
export class Migration0015MailWhole extends Migration {
  override async up(): Promise<void> {
    this.outbox()
    this.preferences()
  }

  private outbox(): void {
    this.addSql(
      `alter table "mails" add column "try_at" timestamptz null, add column "sending" int not null default 1, add column "bounced_at" timestamptz null, add column "thread_first" text null, add column "thread_last" text null`,
    )
    this.addSql(`update "mails" set "try_at" = "queued_at" where "state" = 'QUEUED'`)
    this.addSql(`update "mails" set "bounced_at" = "queued_at" where "state" = 'BOUNCED'`)
    this.addSql(`alter table "mails" drop constraint "mails_taken"`)
    this.addSql(
      `alter table "mails" add constraint "mails_taken" check (case state when 'TAKEN' then taken_at is not null when 'BOUNCED' then true else taken_at is null end)`,
    )
    this.addSql(
      `alter table "mails" add constraint "mails_tried" check ((state = 'QUEUED') = (try_at is not null))`,
    )
    this.addSql(
      `alter table "mails" add constraint "mails_bounced" check ((state = 'BOUNCED') = (bounced_at is not null))`,
    )
    this.addSql(`create index "mails_due" on "mails" ("try_at") where state = 'QUEUED'`)
    this.addSql(
      `create index "mails_recipient_id_order_id_queued_at_index" on "mails" ("recipient_id", "order_id", "queued_at")`,
    )
    this.addSql(`create index "mails_with_body" on "mails" ("queued_at") where html is not null`)
  }

  private preferences(): void {
    this.addSql(
      `create table "mail_preferences" ("recipient_id" text not null, "kind" text not null, "is_on" boolean not null, "changed_at" timestamptz not null, "changed_by" text not null, primary key ("recipient_id", "kind"))`,
    )
    this.addSql(
      `create table "mails_withheld" ("event_id" text not null, "template" text not null, "recipient_id" text not null, "kind" text not null, "order_id" text null, "reason" text not null, "withheld_at" timestamptz not null, primary key ("event_id", "template", "recipient_id"))`,
    )
    this.addSql(`create index "mails_withheld_order_id_index" on "mails_withheld" ("order_id")`)
    this.addSql(`create index "mails_withheld_recipient_id_index" on "mails_withheld" ("recipient_id")`)
  }
}
