import { Migration } from '@mikro-orm/migrations'

/** Services are offered and withdrawn; their forms and blueprints are versions that never change, with drafts beside. */
export class Migration0012CatalogueVersions extends Migration {
  override async up(): Promise<void> {
    this.saleState()
    this.versions()
    this.drafts()
    this.usedBy()
    this.neverChanged()
  }

  /** What was on sale is offered; each service gets a stream for what happens to it. */
  private saleState(): void {
    this.addSql(
      `alter table "services" add column "status" text not null default 'IN_PREPARATION', add column "sold_at" timestamptz null`,
    )
    this.addSql(
      `update "services" set "status" = case when "on_sale" then 'OFFERED' else 'WITHDRAWN' end, "sold_at" = (select min(o.placed_at) from order_lines l join orders o on o.id = l.order_id where l.service_id = services.id)`,
    )
    this.addSql(`alter table "services" alter column "status" drop default, drop column "on_sale"`)
    this.addSql(
      `alter table "services" add constraint "services_status_known" check (status in ('IN_PREPARATION', 'OFFERED', 'WITHDRAWN'))`,
    )
    this.addSql(
      `alter table "services" add constraint "services_offered_whole" check (status <> 'OFFERED' or flow <> 'ONBOARDED' or (form_id is not null and blueprint_id is not null))`,
    )
    this.addSql(
      `insert into "streams" ("id", "last_sequence") select id, 0 from "services" on conflict do nothing`,
    )
  }

  /**
   * What is there belongs to the service that points to it or whose order does; until now there was one of each for
   * a service. What nothing points to goes.
   */
  private versions(): void {
    for (const [table, column] of [
      ['onboarding_forms', 'form_id'],
      ['task_blueprints', 'blueprint_id'],
    ] as const) {
      this.addSql(
        `alter table "${table}" add column "service_id" text null, add column "note" text null, add column "published_at" timestamptz not null default now(), add column "published_by_id" text not null default 'migration'`,
      )
      this.addSql(
        `update "${table}" t set "service_id" = coalesce((select min(s.id) from services s where s.${column} = t.id), (select min(l.service_id) from order_lines l where l.${column} = t.id))`,
      )
      this.addSql(`delete from "${table}" where "service_id" is null`)
      this.addSql(
        `update "${table}" t set "version" = n.number from (select id, row_number() over (partition by service_id order by id) as number from "${table}") n where n.id = t.id`,
      )
      this.addSql(
        `alter table "${table}" alter column "service_id" set not null, alter column "version" drop default, alter column "published_at" drop default, alter column "published_by_id" drop default`,
      )
      this.addSql(
        `alter table "${table}" add constraint "${table}_service_id_foreign" foreign key ("service_id") references "services" ("id")`,
      )
      this.addSql(
        `alter table "${table}" add constraint "${table}_service_id_version_unique" unique ("service_id", "version")`,
      )
    }
  }

  private drafts(): void {
    this.addSql(
      `create table "service_drafts" ("service_id" text not null, "kind" text not null, "version" int not null, "content" jsonb null, "based_on" int null, "saved_at" timestamptz not null, "saved_by_id" text not null, primary key ("service_id", "kind"))`,
    )
    this.addSql(
      `alter table "service_drafts" add constraint "service_drafts_service_id_foreign" foreign key ("service_id") references "services" ("id")`,
    )
    this.addSql(
      `alter table "service_drafts" add constraint "service_drafts_kind" check (kind in ('FORM', 'BLUEPRINT'))`,
    )
  }

  /** How many orders use a version, and whether a buyer's orders point to a service, are counted from these. */
  private usedBy(): void {
    for (const column of ['service_id', 'form_id', 'blueprint_id'])
      this.addSql(
        `create index "order_lines_${column}_order_id_index" on "order_lines" ("${column}", "order_id")`,
      )
  }

  private neverChanged(): void {
    this.addSql(`create function published_never_changes() returns trigger language plpgsql as $$
      begin raise exception 'a published version never changes: publish another' using errcode = '55000'; end $$`)
    for (const table of ['onboarding_forms', 'task_blueprints']) {
      this.addSql(
        `create trigger "${table}_never_changed" before update or delete on "${table}" for each row execute function published_never_changes()`,
      )
      this.addSql(
        `create trigger "${table}_never_emptied" before truncate on "${table}" for each statement execute function published_never_changes()`,
      )
      this.addSql(`revoke update, delete on "${table}" from waybill_app`)
    }
  }
}
