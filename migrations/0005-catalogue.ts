import { Migration } from '@mikro-orm/migrations'

/** The catalogue: services, onboarding forms, task blueprints. */
export class Migration0005Catalogue extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "onboarding_forms" ("id" text not null, "title" text not null, "intro" text not null, "fields" jsonb not null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(
      `create table "task_blueprints" ("id" text not null, "steps" jsonb not null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(
      `create table "services" ("id" text not null, "name" text not null, "summary" text not null, "description" text not null, "flow" text not null, "price_amount" bigint not null, "currency" text not null, "on_sale" boolean not null default true, "form_id" text null, "blueprint_id" text null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(`create index "services_name_id_index" on "services" ("name", "id")`)
    this.addSql(
      `alter table "services" add constraint "services_price_not_negative" check (price_amount >= 0)`,
    )
    this.addSql(
      `alter table "services" add constraint "services_form_id_foreign" foreign key ("form_id") references "onboarding_forms" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "services" add constraint "services_blueprint_id_foreign" foreign key ("blueprint_id") references "task_blueprints" ("id") on delete set null`,
    )
  }
}
