import { Migration } from '@mikro-orm/migrations'
import { newId } from '../api/lib/ids.js'

/** Reports on orders with their plans and pictures. Orders whose work runs already are reported on from next Monday. */
export class Migration0014Reports extends Migration {
  override async up(): Promise<void> {
    this.plans()
    this.reports()
    this.pictures()
    await this.ordersAtWork()
  }

  private plans(): void {
    this.addSql(
      `create table "report_plans" ("order_id" text not null, "cadence" text not null, primary key ("order_id"))`,
    )
    this.addSql(
      `alter table "report_plans" add constraint "report_plans_order_id_foreign" foreign key ("order_id") references "orders" ("id") on update cascade on delete cascade`,
    )
    this.addSql(
      `alter table "report_plans" add constraint "report_plans_cadence_known" check (cadence in ('NONE', 'WEEKLY', 'FORTNIGHTLY', 'MONTHLY'))`,
    )
  }

  private reports(): void {
    this.addSql(
      `create table "reports" ("id" text not null, "order_id" text not null, "status" text not null, "version" int not null default 1, "number" int null, "period_from" timestamptz not null, "period_to" timestamptz null, "due_at" timestamptz not null, "send_at" timestamptz null, "language" text null, "content" jsonb null, "chart" jsonb null, "steps_done" int not null default 0, "steps_open" int not null default 0, "drafted_at" timestamptz null, "saved_at" timestamptz null, "saved_by_id" text null, "sent_at" timestamptz null, "sent_by_id" text null, "skip_reason" text null, primary key ("id"))`,
    )
    this.addSql(`create index "reports_due_at_id_index" on "reports" ("due_at", "id")`)
    this.addSql(`create index "reports_order_id_due_at_id_index" on "reports" ("order_id", "due_at", "id")`)
    this.addSql(`create index "reports_status_due_at_id_index" on "reports" ("status", "due_at", "id")`)
    this.addSql(`create unique index "reports_one_due" on "reports" ("order_id") where status = 'DUE'`)
    this.addSql(
      `alter table "reports" add constraint "reports_order_id_number_unique" unique ("order_id", "number")`,
    )
    this.addSql(
      `alter table "reports" add constraint "reports_order_id_foreign" foreign key ("order_id") references "orders" ("id")`,
    )
    this.addSql(
      `alter table "reports" add constraint "reports_saved_by_id_foreign" foreign key ("saved_by_id") references "users" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "reports" add constraint "reports_sent_by_id_foreign" foreign key ("sent_by_id") references "users" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "reports" add constraint "reports_status_known" check (status in ('DUE', 'DRAFT', 'SENT', 'SKIPPED'))`,
    )
    this.addSql(
      `alter table "reports" add constraint "reports_sent_whole" check ((status = 'SENT') = (number is not null and sent_at is not null))`,
    )
    this.addSql(
      `alter table "reports" add constraint "reports_drafted_whole" check (status in ('DUE', 'SKIPPED') or (content is not null and chart is not null and period_to is not null))`,
    )
  }

  private pictures(): void {
    this.addSql(
      `create table "report_pictures" ("report_id" text not null, "drawing" text not null, "bytes" bytea not null, "drawn_at" timestamptz not null, primary key ("report_id"))`,
    )
    this.addSql(
      `alter table "report_pictures" add constraint "report_pictures_report_id_foreign" foreign key ("report_id") references "reports" ("id") on update cascade on delete cascade`,
    )
    this.addSql(
      `alter table "report_pictures" add constraint "report_pictures_bounded" check (octet_length(bytes) <= 1048576)`,
    )
  }

  /** Their first report tells of everything since they were paid. */
  private async ordersAtWork(): Promise<void> {
    const orders = await this.execute(
      `select id from orders o where status in ('OPEN', 'ON_HOLD', 'DELIVERED') and exists (select from order_lines l where l.order_id = o.id and l.flow = 'ONBOARDED')`,
    )
    const monday = `(date_trunc('week', (app_now() + interval '10 days') at time zone 'UTC') + interval '9 hours') at time zone 'UTC'`
    for (const { id } of orders as { id: string }[]) {
      const report = newId('rpt')
      this.addSql(`insert into report_plans (order_id, cadence) values ('${id}', 'WEEKLY')`)
      this.addSql(
        `insert into reports (id, order_id, status, period_from, due_at) select '${report}', id, 'DUE', paid_at, ${monday} from orders where id = '${id}'`,
      )
      this.addSql(
        `insert into deadlines (id, machine, kind, subject_id, stream_id, due_at, try_at, held_from)
          select '${newId('dln')}', 'Report', 'draft', '${report}', id, ${monday}, ${monday} + interval '2 seconds', case when held_at is not null then app_now() end from streams where id = '${id}'`,
      )
    }
  }
}
