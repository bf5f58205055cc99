import { Migration } from '@mikro-orm/migrations'

/** The outbox: every mail with its two parts, its recipient and its delivery state. */
export class Migration0009Notifications extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "mails" ("id" text not null, "event_id" text null, "template" text not null, "recipient_kind" text not null, "recipient_id" text not null, "recipient_name" text not null, "to_address" text not null, "subject" text not null, "html" text null, "text" text null, "link" jsonb null, "sealed_token" text null, "state" text not null default 'QUEUED', "attempts" int not null default 0, "in_hand_until" timestamptz null, "last_error" text null, "message_id" text not null, "order_id" text null, "queued_at" timestamptz not null, "taken_at" timestamptz null, primary key ("id"))`,
    )
    this.addSql(`create index "mails_queued_at_id_index" on "mails" ("queued_at", "id")`)
    this.addSql(`create index "mails_order_id_queued_at_index" on "mails" ("order_id", "queued_at")`)
    this.addSql(`create index "mails_state_queued_at_index" on "mails" ("state", "queued_at")`)
    this.addSql(
      `alter table "mails" add constraint "mails_event_id_template_recipient_id_unique" unique ("event_id", "template", "recipient_id")`,
    )
    this.addSql(
      `alter table "mails" add constraint "mails_state" check (state in ('QUEUED', 'TAKEN', 'BOUNCED', 'FAILED'))`,
    )
    this.addSql(
      `alter table "mails" add constraint "mails_recipient_kind" check (recipient_kind in ('contact', 'user'))`,
    )
    this.addSql(
      `alter table "mails" add constraint "mails_taken" check ((state = 'TAKEN') = (taken_at is not null))`,
    )
  }
}
