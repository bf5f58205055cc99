import { Migration } from '@mikro-orm/migrations'

/** Packages that channels sell: versions that never change, kept by order lines; and what is left out when ordering again. */
export class Migration0018Packages extends Migration {
  override async up(): Promise<void> {
    this.packages()
    this.services()
    this.neverChanged()
    this.onSale()
    this.boughtAgain()
    this.addSql(`alter table "order_lines" add column "package_id" text null`)
    this.addSql(
      `alter table "order_lines" add constraint "order_lines_package_id_foreign" foreign key ("package_id") references "packages" ("id") on delete set null`,
    )
    this.addSql(
      `create index "order_lines_package_id_order_id_index" on "order_lines" ("package_id", "order_id")`,
    )
  }

  private packages(): void {
    this.addSql(
      `create table "packages" ("id" text not null, "service_id" text not null, "version" int not null, "required_creatives" jsonb not null, "terms" text not null, "starts_on" date not null, "ends_on" date not null, "published_at" timestamptz not null, "published_by_id" text not null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "packages" add constraint "packages_service_id_foreign" foreign key ("service_id") references "services" ("id")`,
    )
    this.addSql(
      `alter table "packages" add constraint "packages_service_id_version_unique" unique ("service_id", "version")`,
    )
    this.addSql(
      `alter table "packages" add constraint "packages_end_after_start" check (ends_on >= starts_on)`,
    )
  }

  private services(): void {
    this.addSql(`alter table "services" add column "channel_id" text null, add column "package_id" text null`)
    this.addSql(
      `alter table "services" add constraint "services_channel_id_foreign" foreign key ("channel_id") references "organisations" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "services" add constraint "services_package_id_foreign" foreign key ("package_id") references "packages" ("id") on delete set null`,
    )
    this.addSql(`create index "services_channel_id_name_id_index" on "services" ("channel_id", "name", "id")`)
    this.addSql(
      `alter table "services" add constraint "services_package_of_a_channel" check ((flow = 'CAMPAIGN') = (channel_id is not null) and (flow = 'CAMPAIGN' or package_id is null))`,
    )
    this.addSql(
      `alter table "services" add constraint "services_package_offered_whole" check (status <> 'OFFERED' or flow <> 'CAMPAIGN' or package_id is not null)`,
    )
  }

  private neverChanged(): void {
    this.addSql(
      `create trigger "packages_never_changed" before update or delete on "packages" for each row execute function published_never_changes()`,
    )
    this.addSql(
      `create trigger "packages_never_emptied" before truncate on "packages" for each statement execute function published_never_changes()`,
    )
    this.addSql(`revoke update, delete on "packages" from waybill_app`)
  }

  /** Whether the last day of a package's campaign is over where its channel is. */
  private onSale(): void {
    this.addSql(`create function package_over(package text) returns boolean language sql stable as $$
      select exists (select from packages p join services s on s.id = p.service_id join organisations c on c.id = s.channel_id
        where p.id = package and p.ends_on < (app_now() at time zone c.time_zone)::date) $$`)
  }

  /** A cart that was begun from an order, and what of it cannot be bought again. */
  private boughtAgain(): void {
    this.addSql(`alter table "carts" add column "reorder_of" text null`)
    this.addSql(
      `alter table "carts" add constraint "carts_reorder_of_foreign" foreign key ("reorder_of") references "orders" ("id") on delete set null`,
    )
    this.addSql(
      `create table "left_out_lines" ("id" text not null, "cart_id" text not null, "line_id" text not null, "refusal" text not null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "left_out_lines" add constraint "left_out_lines_cart_id_foreign" foreign key ("cart_id") references "carts" ("id")`,
    )
    this.addSql(
      `alter table "left_out_lines" add constraint "left_out_lines_line_id_foreign" foreign key ("line_id") references "order_lines" ("id")`,
    )
    this.addSql(`create index "left_out_lines_cart_id_index" on "left_out_lines" ("cart_id")`)
  }
}
