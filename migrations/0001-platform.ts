import { Migration } from '@mikro-orm/migrations'
import { getConstructionPlans } from 'pg-boss'

/** The platform: the application's role, the clock, streams, events with their positions, deadlines, keys, jobs. */
export class Migration0001Platform extends Migration {
  override async up(): Promise<void> {
    this.addSql(`do $$ begin
      if not exists (select from pg_roles where rolname = 'waybill_app') then create role waybill_app nologin; end if;
      execute format('grant waybill_app to %I with set true', current_user);
    end $$`)
    this.addSql('grant usage on schema public to waybill_app')
    this.addSql('grant select on "migrations" to waybill_app')
    this.addSql(
      'alter default privileges in schema public grant select, insert, update, delete on tables to waybill_app',
    )
    this.addSql('alter default privileges in schema public grant usage on sequences to waybill_app')
    this.clock()
    this.events()
    this.addSql(
      `create table "deadlines" ("id" text not null, "machine" text not null, "kind" text not null, "subject_id" text not null, "stream_id" text not null, "step" int not null default 0, "due_at" timestamptz not null, "try_at" timestamptz not null, "useful_until" timestamptz null, "attempts" int not null default 0, "last_error" text null, primary key ("id"))`,
    )
    this.addSql(`create index "deadlines_try_at_index" on "deadlines" ("try_at")`)
    this.addSql(`create index "deadlines_subject_id_kind_index" on "deadlines" ("subject_id", "kind")`)
    this.addSql(
      `create table "idempotency_keys" ("caller" text not null, "key" text not null, "verb" text not null, "input_hash" text not null, "result" jsonb null, "created_at" timestamptz not null default now(), primary key ("caller", "key"))`,
    )
    this.addSql(`create index "idempotency_keys_created_at_index" on "idempotency_keys" ("created_at")`)
    this.jobs()
  }

  private clock(): void {
    this.addSql(`create table "clock" ("id" serial primary key, "shift_ms" bigint not null default '0')`)
    this.addSql(`alter table "clock" add constraint "clock_one_row" check (id = 1)`)
    this.addSql(`insert into "clock" ("id") values (1)`)
    this.addSql(
      `create function app_now() returns timestamptz language sql stable as $$ select now() + (select shift_ms from clock) * interval '1 millisecond' $$`,
    )
  }

  private events(): void {
    this.addSql(
      `create table "streams" ("id" text not null, "last_sequence" bigint not null default '0', primary key ("id"))`,
    )
    this.addSql(
      `create table "events" ("id" text not null, "stream_id" text not null, "sequence" bigint not null, "type" text not null, "aggregate_id" text not null, "verb" text null, "input_hash" text null, "actor_kind" text not null, "actor_id" text not null, "visibility" text not null, "occurred_at" timestamptz not null, "data" jsonb not null, primary key ("id"))`,
    )
    this.addSql(`create index "events_aggregate_id_sequence_index" on "events" ("aggregate_id", "sequence")`)
    this.addSql(
      `alter table "events" add constraint "events_stream_id_sequence_unique" unique ("stream_id", "sequence")`,
    )
    this.addSql(`revoke update, delete on "events" from waybill_app`)
    this.addSql(`create table "pending_positions" ("event_id" text not null, primary key ("event_id"))`)
    this.addSql(`create table "event_positions" ("position" bigserial primary key, "event_id" text not null)`)
    this.addSql(
      `alter table "event_positions" add constraint "event_positions_event_id_unique" unique ("event_id")`,
    )
  }

  /** The job queue's own schema, in the words of its library, for a role that owns nothing of it. */
  private jobs(): void {
    const inOurTransaction = getConstructionPlans('pgboss').replace(/^\s*(begin|commit);/gim, '')
    this.addSql(inOurTransaction)
    this.addSql('grant usage on schema pgboss to waybill_app')
    this.addSql('grant select, insert, update, delete on all tables in schema pgboss to waybill_app')
    this.addSql('grant usage on all sequences in schema pgboss to waybill_app')
    this.addSql('grant execute on all functions in schema pgboss to waybill_app')
  }
}
