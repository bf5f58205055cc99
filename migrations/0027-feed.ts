import { Migration } from '@mikro-orm/migrations'

/** The feed as people use it: kinds of messages, who is called upon, how far everybody has read, saved replies, notifications. */
export class Migration0027Feed extends Migration {
  override up(): void {
    this.messages()
    this.addSql(
      `create table "read_marks" ("order_id" text not null, "user_id" text not null, "up_to" bigint not null default '0', "read_at" timestamptz null, "present_until" timestamptz null, primary key ("order_id", "user_id"))`,
    )
    this.addSql(`create index "read_marks_user_id_index" on "read_marks" ("user_id")`)
    this.addSql(
      `alter table "read_marks" add constraint "read_marks_read_at" check ((up_to > 0) = (read_at is not null))`,
    )
    this.addSql(
      `create table "saved_replies" ("id" text not null, "title" text not null, "body" text not null, "version" int not null default 1, "changed_by" text not null, "changed_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(`create index "saved_replies_title_id_index" on "saved_replies" ("title", "id")`)
    this.notifications()
    this.addSql(
      `create index "events_for_others" on "events" ("stream_id", "sequence") where visibility <> 'STAFF'`,
    )
  }

  private messages(): void {
    this.addSql(`alter table "messages" add column "sequence" bigint null`)
    this.addSql(
      `update "messages" m set "sequence" = e.sequence from "events" e where e.stream_id = m.order_id and e.type = 'message.posted' and e.data->>'messageId' = m.id`,
    )
    this.addSql(`alter table "messages" alter column "sequence" set not null`)
    this.addSql(`drop index "messages_order_id_index"`)
    this.addSql(
      `alter table "messages" add constraint "messages_order_id_sequence_unique" unique ("order_id", "sequence")`,
    )
    this.addSql(
      `create index "messages_order_id_visibility_sequence_index" on "messages" ("order_id", "visibility", "sequence")`,
    )
    this.addSql(
      `alter table "messages" add constraint "messages_kind" check (kind in ('MESSAGE', 'QUESTION', 'STATUS_REQUEST'))`,
    )
    this.addSql(
      `create table "message_mentions" ("message_id" text not null, "user_id" text not null, primary key ("message_id", "user_id"))`,
    )
    this.addSql(
      `alter table "message_mentions" add constraint "message_mentions_message_id_foreign" foreign key ("message_id") references "messages" ("id")`,
    )
  }

  private notifications(): void {
    this.addSql(
      `create table "notifications" ("id" text not null, "user_id" text not null, "event_id" text not null, "order_id" text null, "what" text not null, "why" text not null, "at" timestamptz not null, "read_at" timestamptz null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "notifications" add constraint "notifications_event_id_user_id_unique" unique ("event_id", "user_id")`,
    )
    this.addSql(`create index "notifications_user_id_at_id_index" on "notifications" ("user_id", "at", "id")`)
    this.addSql(
      `create index "notifications_unread" on "notifications" ("user_id", "order_id") where read_at is null`,
    )
    this.addSql(`create index "notifications_at_index" on "notifications" ("at")`)
    this.addSql(
      `alter table "notifications" add constraint "notifications_why" check (why in ('MENTIONED', 'MESSAGE', 'NEWS', 'TO_DO', 'PROMISE'))`,
    )
  }
}
