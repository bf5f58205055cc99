import { Migration } from '@mikro-orm/migrations'

/** Tasks with who may take them, add-ons on their way to being active, and the sandbox provisioner's own books. */
export class Migration0007Tasks extends Migration {
  override async up(): Promise<void> {
    this.tasks()
    this.provisionings()
    this.sandbox()
  }

  private tasks(): void {
    this.addSql(
      `create table "tasks" ("id" text not null, "stream_id" text not null, "order_id" text null, "line_id" text null, "step_key" text null, "cause" text null, "title" text not null, "instructions" text not null, "role" text not null, "skill" text null, "status" text not null, "assignee_id" text null, "needs_review" boolean not null, "checklist" jsonb not null, "depends_on" text[] not null default '{}', "due_at" timestamptz not null, "due_soon_at" timestamptz not null, "paused_at" timestamptz null, "waiting_reason" text null, "waiting_on_buyer" boolean not null default false, "declined_by" text[] not null default '{}', "created_at" timestamptz not null, "ended_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(`alter table "tasks" add constraint "tasks_cause_unique" unique ("cause")`)
    this.addSql(`create index "tasks_due_at_id_index" on "tasks" ("due_at", "id")`)
    this.addSql(`create index "tasks_created_at_id_index" on "tasks" ("created_at", "id")`)
    this.addSql(`create index "tasks_assignee_id_status_index" on "tasks" ("assignee_id", "status")`)
    this.addSql(`create index "tasks_order_id_status_index" on "tasks" ("order_id", "status")`)
    this.addSql(`create index "tasks_status_skill_index" on "tasks" ("status", "skill")`)
    this.addSql(
      `alter table "tasks" add constraint "tasks_line_id_step_key_unique" unique ("line_id", "step_key")`,
    )
    this.addSql(
      `alter table "tasks" add constraint "tasks_order_id_foreign" foreign key ("order_id") references "orders" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "tasks" add constraint "tasks_line_id_foreign" foreign key ("line_id") references "order_lines" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "tasks" add constraint "tasks_assignee_id_foreign" foreign key ("assignee_id") references "users" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "tasks" add constraint "tasks_status_known" check (status in ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW', 'DONE', 'CANCELLED'))`,
    )
    this.addSql(
      `alter table "tasks" add constraint "tasks_role_known" check (role in ('ADMIN', 'FULFILMENT', 'SUPPORT', 'FINANCE'))`,
    )
    this.addSql(
      `alter table "tasks" add constraint "tasks_open_is_nobodys" check (status <> 'OPEN' or assignee_id is null)`,
    )
    this.addSql(
      `alter table "tasks" add constraint "tasks_worked_by_somebody" check (assignee_id is not null or status in ('OPEN', 'DONE', 'CANCELLED'))`,
    )
    this.addSql(
      `alter table "tasks" add constraint "tasks_step_or_cause" check ((step_key is null) <> (cause is null))`,
    )
    this.addSql(
      `alter table "tasks" add constraint "tasks_paused_while_waiting" check (paused_at is null or status = 'WAITING')`,
    )
    this.addSql(
      `create index "tasks_unfinished" on "tasks" ("assignee_id") where status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW')`,
    )
    this.addSql(`create view "staff_loads" as
      select k.id, u.id as user_id, k.skill is null or k.skill = any(u.skills) as has_skill, u.id = any(k.declined_by) as has_declined,
        (select count(*)::int from tasks o where o.assignee_id = u.id and o.status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW')) as open_tasks
      from tasks k join users u on u.status = 'ACTIVE' and k.role = any(u.staff_roles)`)
  }

  private provisionings(): void {
    this.addSql(
      `create table "provisionings" ("id" text not null, "order_id" text not null, "line_id" text not null, "status" text not null, "attempts" int not null default 0, "tries" int not null default 0, "next_try_at" timestamptz null, "failure" text null, "reference" text null, "started_at" timestamptz not null, "activated_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(`create index "provisionings_order_id_index" on "provisionings" ("order_id")`)
    this.addSql(
      `alter table "provisionings" add constraint "provisionings_line_id_unique" unique ("line_id")`,
    )
    this.addSql(
      `create index "provisionings_status_started_at_id_index" on "provisionings" ("status", "started_at", "id")`,
    )
    this.addSql(
      `alter table "provisionings" add constraint "provisionings_order_id_foreign" foreign key ("order_id") references "orders" ("id")`,
    )
    this.addSql(
      `alter table "provisionings" add constraint "provisionings_line_id_foreign" foreign key ("line_id") references "order_lines" ("id")`,
    )
    this.addSql(
      `alter table "provisionings" add constraint "provisionings_status_known" check (status in ('PROVISIONING', 'ACTIVE', 'FAILED', 'GIVEN_UP'))`,
    )
    this.addSql(
      `alter table "provisionings" add constraint "provisionings_active_since" check ((status = 'ACTIVE') = (activated_at is not null))`,
    )
  }

  /** Somebody else's books that happen to lie in the same database; nothing of ours refers to them. */
  private sandbox(): void {
    this.addSql(
      `create table "sandbox"."provisioned" ("key" text primary key, "service_id" text not null, "tries" int not null default 0, "reference" text null, "active_at" timestamptz null)`,
    )
    this.addSql(
      `create table "sandbox"."provisioner_faults" ("service_id" text primary key, "failures" int not null check (failures >= 0))`,
    )
    this.addSql(
      'grant select, insert, update on "sandbox"."provisioned", "sandbox"."provisioner_faults" to waybill_app',
    )
  }
}
