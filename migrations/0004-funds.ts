import { Migration } from '@mikro-orm/migrations'

/** Held funds, the ledger with the database's own guards, operations, and the sandbox gateway's books beside ours. */
export class Migration0004Funds extends Migration {
  override async up(): Promise<void> {
    this.heldFunds()
    this.ledger()
    this.balances()
    this.appendOnly()
    this.operations()
    this.sandbox()
  }

  /** The application opens and closes held funds; what is in them only the database's own trigger writes. */
  private heldFunds(): void {
    this.addSql(
      `create table "held_funds" ("id" text not null, "buyer_id" text not null, "currency" text not null, "held" bigint not null default '0', "refund_due" bigint not null default '0', "opened_at" timestamptz not null, "closed_at" timestamptz null, primary key ("id"))`,
    )
    this.addSql(`create index "held_funds_buyer_id_index" on "held_funds" ("buyer_id")`)
    this.addSql(`alter table "held_funds" add constraint "held_funds_held_not_negative" check (held >= 0)`)
    this.addSql(
      `alter table "held_funds" add constraint "held_funds_refund_due_not_negative" check (refund_due >= 0)`,
    )
    this.addSql(
      `alter table "held_funds" add constraint "held_funds_closed_holds_nothing" check (closed_at is null or held = 0)`,
    )
    this.addSql(`revoke insert, update, delete on "held_funds" from waybill_app`)
    this.addSql(
      `grant insert ("id", "buyer_id", "currency", "opened_at"), update ("closed_at") on "held_funds" to waybill_app`,
    )
  }

  private ledger(): void {
    this.addSql(
      `create table "transfers" ("id" text not null, "order_id" text not null, "cause" text not null, "memo" text not null, "booked_at" timestamptz not null, "written_in" bigint null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "transfers" add constraint "transfers_order_id_cause_unique" unique ("order_id", "cause")`,
    )
    this.addSql(
      `create table "postings" ("id" text not null, "transfer_id" text not null, "order_id" text not null, "account" text not null, "amount" bigint not null, "currency" text not null, "booked_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(`create index "postings_transfer_id_index" on "postings" ("transfer_id")`)
    this.addSql(`create index "postings_order_id_index" on "postings" ("order_id")`)
    this.addSql(`alter table "postings" add constraint "postings_amount_not_zero" check (amount <> 0)`)
    this.addSql(
      `alter table "postings" add constraint "postings_currency_iso" check (currency ~ '^[A-Z]{3}$')`,
    )
    this.addSql(
      `alter table "postings" add constraint "postings_account_known" check (account in ('provider', 'revenue', 'fees') or account = 'held:' || order_id or account = 'refund-due:' || order_id)`,
    )
  }

  /** A transfer is whole when its transaction commits: two postings or more, and zero in every currency. */
  private balances(): void {
    this.addSql(`create function transfer_is_balanced() returns trigger language plpgsql as $$
      declare whole text := case tg_table_name when 'transfers' then new.id else to_jsonb(new) ->> 'transfer_id' end;
      begin
        if exists (select from postings where transfer_id = whole group by currency having sum(amount) <> 0) then
          raise exception 'transfer % does not sum to zero', whole using errcode = '23514', constraint = 'transfer_balanced';
        end if;
        if (select count(*) from postings where transfer_id = whole) < 2 then
          raise exception 'transfer % has fewer than two postings', whole using errcode = '23514', constraint = 'transfer_balanced';
        end if;
        return null;
      end $$`)
    for (const table of ['transfers', 'postings']) {
      this.addSql(
        `create constraint trigger "${table}_balanced" after insert on "${table}" deferrable initially deferred for each row execute function transfer_is_balanced()`,
      )
    }
    this.addSql(`create function keep_held_funds() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if new.account not like 'held:%' and new.account not like 'refund-due:%' then return null; end if;
        update held_funds set
          held = held + case when new.account like 'held:%' then new.amount else 0 end,
          refund_due = refund_due + case when new.account like 'refund-due:%' then new.amount else 0 end
          where id = new.order_id and currency = new.currency;
        if not found then
          raise exception 'order % has no funds in %', new.order_id, new.currency using errcode = '23514', constraint = 'held_funds_currency';
        end if;
        return null;
      end $$`)
    this.addSql(
      `create trigger "postings_keep_held_funds" after insert on "postings" for each row execute function keep_held_funds()`,
    )
  }

  private appendOnly(): void {
    this.addSql(`create function ledger_is_append_only() returns trigger language plpgsql as $$
      begin raise exception 'the ledger is append-only: correct it by a reversal' using errcode = '55000'; end $$`)
    for (const table of ['transfers', 'postings']) {
      this.addSql(
        `create trigger "${table}_append_only" before update or delete on "${table}" for each row execute function ledger_is_append_only()`,
      )
      this.addSql(
        `create trigger "${table}_never_emptied" before truncate on "${table}" for each statement execute function ledger_is_append_only()`,
      )
      this.addSql(`revoke update, delete on "${table}" from waybill_app`)
    }
    this.addSql(`create function transfer_is_written_once() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'transfers' then
          new.written_in := pg_current_xact_id()::text::bigint;
        elsif not exists (select from transfers t where t.id = new.transfer_id and t.order_id = new.order_id and t.written_in = pg_current_xact_id()::text::bigint) then
          raise exception 'transfer % is written already, or is another order''s', new.transfer_id using errcode = '55000';
        end if;
        return new;
      end $$`)
    for (const table of ['transfers', 'postings']) {
      this.addSql(
        `create trigger "${table}_written_once" before insert on "${table}" for each row execute function transfer_is_written_once()`,
      )
    }
  }

  private operations(): void {
    this.addSql(
      `create table "operations" ("id" text not null, "order_id" text not null, "purpose" text not null, "subject_id" text not null, "kind" text not null, "state" text not null, "attempt" int not null default 1, "amount" bigint not null, "currency" text not null, "key" text not null, "token" text null, "charge_id" text null, "provider_ref" text null, "failure_code" text null, "failure_message" text null, "asks" int not null default 0, "cancel_asked_at" timestamptz null, "requested_at" timestamptz not null, "sent_at" timestamptz null, "settled_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(`alter table "operations" add constraint "operations_key_unique" unique ("key")`)
    this.addSql(`create index "operations_order_id_index" on "operations" ("order_id")`)
    this.addSql(
      `create unique index "operations_one_live" on "operations" ("order_id", "purpose", "subject_id") where state in ('REQUESTED', 'SENT', 'UNKNOWN')`,
    )
    this.addSql(`alter table "operations" add constraint "operations_amount_positive" check (amount > 0)`)
    this.addSql(
      `alter table "operations" add constraint "operations_state_known" check (state in ('REQUESTED', 'SENT', 'SUCCEEDED', 'FAILED', 'UNKNOWN'))`,
    )
    this.addSql(
      `alter table "operations" add constraint "operations_kind_known" check (kind in ('CHARGE', 'REFUND'))`,
    )
    this.addSql(`revoke delete on "operations" from waybill_app`)
  }

  /** Somebody else's books that happen to lie in the same database; nothing of ours refers to them. */
  private sandbox(): void {
    this.addSql('create schema "sandbox"')
    this.addSql(
      `create table "sandbox"."payments" ("key" text primary key, "ref" text not null unique, "token" text not null, "amount" bigint not null, "currency" text not null, "state" text not null check (state in ('SUCCEEDED', 'REFUSED', 'CANCELLED')), "failure_code" text null, "failure_message" text null, "settles_at" timestamptz not null, "created_at" timestamptz not null default now())`,
    )
    this.addSql(
      `create table "sandbox"."refunds" ("key" text primary key, "ref" text not null unique, "payment_ref" text not null references "sandbox"."payments" ("ref"), "amount" bigint not null, "currency" text not null, "state" text not null check (state in ('SUCCEEDED', 'REFUSED')), "failure_code" text null, "failure_message" text null, "created_at" timestamptz not null default now())`,
    )
    this.addSql(`create index on "sandbox"."refunds" ("payment_ref")`)
    this.addSql(
      `create table "sandbox"."deliveries" ("id" bigserial primary key, "message_id" text not null, "key" text not null, "due_at" timestamptz not null, "tries" int not null default 0, "delivered_at" timestamptz null)`,
    )
    this.addSql(`create index on "sandbox"."deliveries" ("due_at") where "delivered_at" is null`)
    this.addSql('grant usage on schema "sandbox" to waybill_app')
    this.addSql('grant select, insert, update on all tables in schema "sandbox" to waybill_app')
    this.addSql('grant usage on all sequences in schema "sandbox" to waybill_app')
  }
}
