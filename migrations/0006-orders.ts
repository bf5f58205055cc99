import { Migration } from '@mikro-orm/migrations'

/** Carts, orders with their lines and numbers, and the messages on an order's feed. */
export class Migration0006Orders extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "carts" ("id" text not null, "status" text not null, "version" int not null default 1, "buyer_id" text not null, "created_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "carts" add constraint "carts_status_known" check (status in ('FILLING', 'CHECKED_OUT'))`,
    )
    this.addSql(
      `create index "carts_buyer_id_created_at_id_index" on "carts" ("buyer_id", "created_at", "id")`,
    )
    this.addSql(
      `create table "cart_lines" ("id" text not null, "cart_id" text not null, "service_id" text not null, "beneficiary_id" text not null, "recipient" text not null, "recipient_contact_id" text not null, "recipient_name" text not null, "recipient_email" text not null, primary key ("id"))`,
    )
    this.addSql(`create index "cart_lines_cart_id_index" on "cart_lines" ("cart_id")`)
    this.addSql(
      `create table "orders" ("id" text not null, "number" text not null, "status" text not null, "stage" text not null, "version" int not null default 1, "buyer_id" text not null, "beneficiary_id" text not null, "placed_by_user_id" text not null, "placed_by_contact_id" text not null, "currency" text not null, "total_amount" bigint not null, "terms_version" text not null, "dashboard_contact_id" text null, "placed_at" timestamptz not null, "pay_by" timestamptz not null, "paid_at" timestamptz null, "communication_by" timestamptz null, "communicated_at" timestamptz null, "ended_at" timestamptz null, primary key ("id"))`,
    )
    this.addSql(`alter table "orders" add constraint "orders_number_unique" unique ("number")`)
    this.addSql(`create index "orders_placed_at_id_index" on "orders" ("placed_at", "id")`)
    this.addSql(
      `create index "orders_buyer_id_placed_at_id_index" on "orders" ("buyer_id", "placed_at", "id")`,
    )
    this.addSql(
      `create index "orders_beneficiary_id_placed_at_id_index" on "orders" ("beneficiary_id", "placed_at", "id")`,
    )
    this.addSql(`create index "orders_stage_placed_at_id_index" on "orders" ("stage", "placed_at", "id")`)
    this.addSql(`create index "orders_status_placed_at_id_index" on "orders" ("status", "placed_at", "id")`)
    this.addSql(
      `create table "order_lines" ("id" text not null, "order_id" text not null, "position" int not null, "service_id" text not null, "flow" text not null, "form_id" text null, "blueprint_id" text null, "price_amount" bigint not null, "currency" text not null, "recipient" text not null, "recipient_contact_id" text not null, "recipient_name" text not null, "recipient_email" text not null, "stage" text null, "ended" text null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "order_lines" add constraint "order_lines_order_id_position_unique" unique ("order_id", "position")`,
    )
    this.addSql(
      `create table "messages" ("id" text not null, "order_id" text not null, "kind" text not null default 'MESSAGE', "visibility" text not null, "body" text not null, "author_kind" text not null, "author_id" text not null, "posted_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(`create index "messages_order_id_index" on "messages" ("order_id")`)
    this.addSql(
      `alter table "carts" add constraint "carts_buyer_id_foreign" foreign key ("buyer_id") references "organisations" ("id")`,
    )
    this.addSql(
      `alter table "cart_lines" add constraint "cart_lines_cart_id_foreign" foreign key ("cart_id") references "carts" ("id")`,
    )
    this.addSql(
      `alter table "cart_lines" add constraint "cart_lines_service_id_foreign" foreign key ("service_id") references "services" ("id")`,
    )
    this.addSql(
      `alter table "cart_lines" add constraint "cart_lines_beneficiary_id_foreign" foreign key ("beneficiary_id") references "organisations" ("id")`,
    )
    this.addSql(
      `alter table "cart_lines" add constraint "cart_lines_recipient_contact_id_foreign" foreign key ("recipient_contact_id") references "contacts" ("id")`,
    )
    this.addSql(
      `alter table "orders" add constraint "orders_buyer_id_foreign" foreign key ("buyer_id") references "organisations" ("id")`,
    )
    this.addSql(
      `alter table "orders" add constraint "orders_beneficiary_id_foreign" foreign key ("beneficiary_id") references "organisations" ("id")`,
    )
    this.addSql(
      `alter table "orders" add constraint "orders_placed_by_user_id_foreign" foreign key ("placed_by_user_id") references "users" ("id")`,
    )
    this.addSql(
      `alter table "orders" add constraint "orders_placed_by_contact_id_foreign" foreign key ("placed_by_contact_id") references "contacts" ("id")`,
    )
    this.addSql(
      `alter table "orders" add constraint "orders_dashboard_contact_id_foreign" foreign key ("dashboard_contact_id") references "contacts" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "orders" add constraint "orders_status_known" check (status in ('AWAITING_PAYMENT', 'OPEN', 'COMPLETED', 'CANCELLED'))`,
    )
    this.addSql(`alter table "orders" add constraint "orders_total_not_negative" check (total_amount >= 0)`)
    this.addSql(
      `alter table "order_lines" add constraint "order_lines_order_id_foreign" foreign key ("order_id") references "orders" ("id")`,
    )
    this.addSql(
      `alter table "order_lines" add constraint "order_lines_service_id_foreign" foreign key ("service_id") references "services" ("id")`,
    )
    this.addSql(
      `alter table "order_lines" add constraint "order_lines_form_id_foreign" foreign key ("form_id") references "onboarding_forms" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "order_lines" add constraint "order_lines_blueprint_id_foreign" foreign key ("blueprint_id") references "task_blueprints" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "order_lines" add constraint "order_lines_recipient_contact_id_foreign" foreign key ("recipient_contact_id") references "contacts" ("id")`,
    )
    this.addSql(
      `alter table "order_lines" add constraint "order_lines_ended_known" check (ended in ('WELL', 'BADLY'))`,
    )
    this.addSql(
      `alter table "messages" add constraint "messages_order_id_foreign" foreign key ("order_id") references "orders" ("id")`,
    )
    this.addSql('create sequence order_numbers start 100001')
  }
}
