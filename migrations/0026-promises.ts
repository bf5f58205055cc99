import { Migration } from '@mikro-orm/migrations'

/** The promise to answer, the calendars it counts by, and the team's inbox. What was said before promises nothing. */
export class Migration0026Promises extends Migration {
  override up(): void {
    this.calendars()
    this.promises()
    this.inbox()
  }

  private calendars(): void {
    this.addSql(
      `create table "calendars" ("id" text not null, "status" text not null, "version" int not null default 1, "name" text not null, "time_zone" text not null, "intervals" jsonb not null, "holidays" jsonb not null, "added_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(`create index "calendars_added_at_id_index" on "calendars" ("added_at", "id")`)
    this.addSql(
      `create unique index "calendars_one_in_use" on "calendars" ("status") where status = 'IN_USE'`,
    )
    this.addSql(
      `alter table "calendars" add constraint "calendars_status_known" check (status in ('ASIDE', 'IN_USE'))`,
    )
    this.addSql(
      `create table "answer_hours" ("id" bigserial primary key, "since" timestamptz not null, "calendar_id" text null, "hours" jsonb null)`,
    )
    this.addSql(
      `alter table "answer_hours" add constraint "answer_hours_calendar_id_foreign" foreign key ("calendar_id") references "calendars" ("id") on delete set null`,
    )
    this.addSql(`insert into answer_hours (since) values ('2020-01-01')`)
    this.addSql(`revoke update, delete on answer_hours from waybill_app`)
  }

  private promises(): void {
    this.addSql(
      `create table "promises" ("id" text not null, "order_id" text not null, "message_id" text not null, "for_parties" boolean not null default false, "started_at" timestamptz not null, "hours_id" bigint not null, "used_ms" bigint not null default '0', "counted_from" timestamptz null, "warn_at" timestamptz null, "due_at" timestamptz null, "warned_at" timestamptz null, "broken_at" timestamptz null, "paused_at" timestamptz null, "answered_at" timestamptz null, "answered_by_id" text null, "answer_id" text null, primary key ("id"))`,
    )
    this.addSql(
      `create index "promises_order_id_started_at_id_index" on "promises" ("order_id", "started_at", "id")`,
    )
    this.addSql(`create index "promises_started_at_id_index" on "promises" ("started_at", "id")`)
    this.addSql(
      `create unique index "promises_one_live" on "promises" ("order_id") where answered_at is null`,
    )
    this.addSql(`alter table "promises" add constraint "promises_message_id_unique" unique ("message_id")`)
    for (const [column, table] of [
      ['order_id', 'orders'],
      ['message_id', 'messages'],
      ['hours_id', 'answer_hours'],
    ] as const)
      this.addSql(
        `alter table "promises" add constraint "promises_${column}_foreign" foreign key ("${column}") references "${table}" ("id")`,
      )
    for (const [column, table] of [
      ['answered_by_id', 'users'],
      ['answer_id', 'messages'],
    ] as const)
      this.addSql(
        `alter table "promises" add constraint "promises_${column}_foreign" foreign key ("${column}") references "${table}" ("id") on delete set null`,
      )
    this.addSql(
      `alter table "promises" add constraint "promises_answered_whole" check ((answered_at is null) = (answered_by_id is null) and (answered_at is null) = (answer_id is null))`,
    )
    this.addSql(
      `alter table "promises" add constraint "promises_run_or_stand" check (answered_at is not null or (paused_at is null) = (counted_from is not null) and (paused_at is null) = (due_at is not null))`,
    )
  }

  private inbox(): void {
    this.addSql(
      `create table "inbox_entries" ("id" text not null, "promise_id" text null, "place" bigint not null, "last_entry_id" text not null, "last_message_at" timestamptz not null, "assigned_to_id" text null, primary key ("id"))`,
    )
    this.addSql(`create index "inbox_entries_place_id_index" on "inbox_entries" ("place", "id")`)
    this.addSql(
      `create index "inbox_entries_last_message_at_id_index" on "inbox_entries" ("last_message_at", "id")`,
    )
    for (const [column, table] of [
      ['promise_id', 'promises'],
      ['assigned_to_id', 'users'],
    ] as const)
      this.addSql(
        `alter table "inbox_entries" add constraint "inbox_entries_${column}_foreign" foreign key ("${column}") references "${table}" ("id") on delete set null`,
      )
    this.addSql(
      `insert into inbox_entries (id, place, last_entry_id, last_message_at, assigned_to_id)
        select distinct on (e.stream_id) e.stream_id, 2100000000000000 - (extract(epoch from e.occurred_at) * 1000)::bigint, e.id, e.occurred_at,
          (select u.id from messages m join users u on u.id = m.author_id where m.order_id = e.stream_id and m.author_kind = 'staff' and m.visibility <> 'STAFF' order by m.posted_at desc limit 1)
        from events e where e.type = 'message.posted' order by e.stream_id, e.sequence desc`,
    )
  }
}
