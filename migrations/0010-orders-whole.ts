import { Migration } from '@mikro-orm/migrations'

/** Orders that are held, delivered, revised and called off; deadlines and tasks that stand still meanwhile. */
export class Migration0010OrdersWhole extends Migration {
  override async up(): Promise<void> {
    this.deadlines()
    this.orders()
    this.deliveries()
    this.tasks()
    this.operations()
  }

  private deadlines(): void {
    this.addSql(`alter table "streams" add column "held_at" timestamptz null`)
    this.addSql(
      `alter table "deadlines" add column "held_from" timestamptz null, add column "runs_on" boolean not null default false`,
    )
    this.addSql(`update "deadlines" set "runs_on" = true where "machine" = 'Operation'`)
    this.addSql(`create index "deadlines_stream_id_index" on "deadlines" ("stream_id")`)
  }

  private orders(): void {
    this.addSql(
      `alter table "orders" add column "communication_warned_at" timestamptz null, add column "communication_broken_at" timestamptz null, add column "work_begun_at" timestamptz null, add column "held_since" timestamptz null, add column "reason_id" text null, add column "auto_complete_at" timestamptz null`,
    )
    this.addSql(
      `update "orders" o set "work_begun_at" = (select min(e.occurred_at) from "events" e where e.stream_id = o.id and e.type = 'onboarding.approved')`,
    )
    this.addSql(
      `insert into "deadlines" ("id", "machine", "kind", "subject_id", "stream_id", "due_at", "try_at")
        select 'dln_' || substr(o.id, 5) || d.suffix, 'Order', d.kind, o.id, o.id, o.communication_by - d.before, o.communication_by - d.before + interval '2 seconds'
        from "orders" o, (values ('w', 'communication-at-risk', interval '4 hours'), ('b', 'communication-broken', interval '0')) as d (suffix, kind, before)
        where o.status = 'OPEN' and o.communication_by is not null and o.communicated_at is null`,
    )
    this.addSql(`alter table "orders" drop constraint "orders_status_known"`)
    this.addSql(
      `alter table "orders" add constraint "orders_status_known" check (status in ('AWAITING_PAYMENT', 'OPEN', 'ON_HOLD', 'DELIVERED', 'COMPLETED', 'CANCELLED'))`,
    )
    this.addSql(
      `alter table "orders" add constraint "orders_held_since" check ((status = 'ON_HOLD') = (held_since is not null))`,
    )
    this.addSql(
      `alter table "orders" add constraint "orders_delivered_for_a_time" check (status <> 'DELIVERED' or auto_complete_at is not null)`,
    )
  }

  private deliveries(): void {
    this.addSql(
      `create table "reasons" ("id" text not null, "stream_id" text not null, "given_by" text not null, "text" text null, "given_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(`create index "reasons_stream_id_index" on "reasons" ("stream_id")`)
    this.addSql(
      `create table "deliveries" ("id" text not null, "order_id" text not null, "number" int not null, "summary" text not null, "delivered_at" timestamptz not null, "delivered_by" text not null, "revision_requested_at" timestamptz null, "revision_reason_id" text null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_order_id_number_unique" unique ("order_id", "number")`,
    )
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_revision_says_what" check ((revision_requested_at is null) = (revision_reason_id is null))`,
    )
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_order_id_foreign" foreign key ("order_id") references "orders" ("id")`,
    )
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_delivered_by_foreign" foreign key ("delivered_by") references "users" ("id")`,
    )
    this.addSql(
      `alter table "deliveries" add constraint "deliveries_revision_reason_id_foreign" foreign key ("revision_reason_id") references "reasons" ("id") on delete set null`,
    )
  }

  private tasks(): void {
    this.addSql(`alter table "tasks" add column "held_from" timestamptz null, add column "revision" int null`)
  }

  /** The list of refunds that failed, or of which nobody knows, is read from an index of just these. */
  private operations(): void {
    this.addSql(
      `create index "operations_failed" on "operations" ("requested_at", "id") where kind = 'REFUND' and state in ('FAILED', 'UNKNOWN')`,
    )
  }
}
