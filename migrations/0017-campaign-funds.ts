import { Migration } from '@mikro-orm/migrations'

/** Money of campaigns: set aside, captured, released with a fee, frozen; payout accounts; chargebacks; the sandbox's part. */
export class Migration0017CampaignFunds extends Migration {
  override async up(): Promise<void> {
    this.heldFunds()
    this.operations()
    this.freezes()
    this.payoutAccounts()
    this.chargebacks()
    this.sandbox()
  }

  private heldFunds(): void {
    this.addSql(
      `alter table "held_funds" add column "channel_id" text null, add column "fee_bps" int not null default 0, add column "payable" bigint not null default '0', add column "closing_at" timestamptz null`,
    )
    this.addSql(
      `alter table "held_funds" add constraint "held_funds_payable_not_negative" check (payable >= 0)`,
    )
    this.addSql(
      `alter table "held_funds" add constraint "held_funds_fee_bps" check (fee_bps >= 0 and fee_bps <= 10000)`,
    )
    this.addSql(
      `grant insert ("channel_id", "fee_bps"), update ("closing_at") on "held_funds" to waybill_app`,
    )
    this.addSql(`alter table "postings" drop constraint "postings_account_known"`)
    this.addSql(
      `alter table "postings" add constraint "postings_account_known" check (account in ('provider', 'revenue', 'fees') or account = 'held:' || order_id or account = 'refund-due:' || order_id or starts_with(account, 'payable:org_') or starts_with(account, 'receivable:org_'))`,
    )
  }

  private operations(): void {
    this.addSql(`alter table "operations" rename column "charge_id" to "payment_id"`)
    this.addSql(
      `alter table "operations" add column "payee_id" text null, add column "fee" bigint null, add column "overtaken_at" timestamptz null`,
    )
    this.addSql(`alter table "operations" drop constraint "operations_kind_known"`)
    this.addSql(
      `alter table "operations" add constraint "operations_kind_fits" check (case purpose when 'PAYMENT' then kind in ('CHARGE', 'AUTHORISE') when 'CAPTURE' then kind in ('CAPTURE', 'CHARGE') when 'LATE_REFUND' then kind = 'REFUND' else kind = purpose end)`,
    )
    this.addSql(
      `alter table "operations" add constraint "operations_on_a_payment" check (kind in ('CHARGE', 'AUTHORISE') or payment_id is not null)`,
    )
    this.addSql(
      `alter table "operations" add constraint "operations_release_has_payee" check ((kind = 'RELEASE') = (payee_id is not null and fee is not null))`,
    )
    this.addSql(`drop index if exists "operations_failed"`)
    this.addSql(
      `create index "operations_failed" on "operations" ("requested_at", "id") where (state = 'UNKNOWN' or state = 'FAILED' and purpose <> 'PAYMENT') and overtaken_at is null`,
    )
    this.addSql(
      `create index "operations_payee" on "operations" ("payee_id", "requested_at", "id") where payee_id is not null`,
    )
    this.addSql(
      `create index "operations_provider_ref" on "operations" ("provider_ref") where provider_ref is not null`,
    )
  }

  private freezes(): void {
    this.addSql(
      `create table "freezes" ("id" text not null, "order_id" text not null, "cause" text not null, "subject_id" text not null, "held" bigint not null, "frozen_at" timestamptz not null, "lifted_at" timestamptz null, primary key ("id"))`,
    )
    this.addSql(`create index "freezes_order_id_index" on "freezes" ("order_id")`)
    this.addSql(
      `create unique index "freezes_one_standing" on "freezes" ("order_id", "cause", "subject_id") where lifted_at is null`,
    )
    this.addSql(
      `alter table "freezes" add constraint "freezes_cause_known" check (cause in ('DISPUTE', 'CHARGEBACK'))`,
    )
    this.addSql('revoke delete on "freezes" from waybill_app')
    // What a bank takes in a chargeback is the one thing that leaves frozen money: it asks nobody.
    this.addSql(`create or replace function keep_held_funds() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare funds held_funds%rowtype;
      begin
        if new.account !~ '^(held|refund-due|payable|receivable):' then return null; end if;
        update held_funds set
          held = held + case when new.account like 'held:%' then new.amount else 0 end,
          refund_due = refund_due + case when new.account like 'refund-due:%' then new.amount else 0 end,
          payable = payable + case when new.account like 'payable:%' then new.amount else 0 end
          where id = new.order_id and currency = new.currency returning * into funds;
        if not found then
          raise exception 'order % has no funds in %', new.order_id, new.currency using errcode = '23514', constraint = 'held_funds_currency';
        end if;
        if new.account ~ '^(payable|receivable):' and split_part(new.account, ':', 2) is distinct from funds.channel_id then
          raise exception 'order % is not the campaign of %', new.order_id, new.account using errcode = '23514', constraint = 'held_funds_channel';
        end if;
        if new.account like 'held:%' and new.amount < 0 and exists (select from freezes where order_id = new.order_id and lifted_at is null)
          and not exists (select from transfers where id = new.transfer_id and cause like 'chargeback:%') then
          raise exception 'the money of order % is frozen', new.order_id using errcode = '23514', constraint = 'held_funds_frozen';
        end if;
        return null;
      end $$`)
  }

  private payoutAccounts(): void {
    this.addSql(
      `create table "payout_accounts" ("id" text not null, "organisation_id" text not null, "status" text not null, "account_ref" text not null, "problem" text null, "connected_at" timestamptz not null, "activated_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(
      `alter table "payout_accounts" add constraint "payout_accounts_organisation_id_unique" unique ("organisation_id")`,
    )
    this.addSql(`create index "payout_accounts_account_ref_index" on "payout_accounts" ("account_ref")`)
    this.addSql(
      `create index "payout_accounts_connected_at_id_index" on "payout_accounts" ("connected_at", "id")`,
    )
    this.addSql(
      `alter table "payout_accounts" add constraint "payout_accounts_status" check (status in ('PENDING', 'ACTIVE', 'SUSPENDED'))`,
    )
  }

  private chargebacks(): void {
    this.addSql(
      `create table "chargebacks" ("id" text not null, "order_id" text not null, "payment_id" text not null, "gateway_ref" text not null, "status" text not null, "amount" bigint not null, "currency" text not null, "bank_says" text null, "opened_at" timestamptz not null, "settled_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(
      `alter table "chargebacks" add constraint "chargebacks_gateway_ref_unique" unique ("gateway_ref")`,
    )
    this.addSql(`create index "chargebacks_order_id_index" on "chargebacks" ("order_id")`)
    this.addSql(`create index "chargebacks_opened_at_id_index" on "chargebacks" ("opened_at", "id")`)
    this.addSql(`alter table "chargebacks" add constraint "chargebacks_amount_positive" check (amount > 0)`)
    this.addSql(
      `alter table "chargebacks" add constraint "chargebacks_status" check (status in ('OPEN', 'WON', 'LOST'))`,
    )
    this.addSql(
      `alter table "chargebacks" add constraint "chargebacks_bank_says" check (bank_says in ('WON', 'LOST'))`,
    )
  }

  /** Their books: what was done with a payment stands in one table; chargebacks and payout accounts in two more. */
  private sandbox(): void {
    this.addSql(
      `alter table "sandbox"."payments" add column "kind" text not null default 'CHARGE' check (kind in ('CHARGE', 'AUTHORISE'))`,
    )
    this.addSql(`alter table "sandbox"."refunds" rename to "actions"`)
    this.addSql(
      `alter table "sandbox"."actions" add column "kind" text not null default 'REFUND' check (kind in ('CAPTURE', 'VOID', 'REFUND', 'TRANSFER')), add column "account" text null, add column "settles_at" timestamptz not null default now(), drop constraint "refunds_state_check", add constraint "actions_state_check" check (state in ('SUCCEEDED', 'REFUSED', 'CANCELLED'))`,
    )
    this.addSql(`alter table "sandbox"."actions" alter column "kind" drop default`)
    this.addSql(
      `create table "sandbox"."chargebacks" ("ref" text primary key, "payment_ref" text not null references "sandbox"."payments" ("ref"), "amount" bigint not null, "currency" text not null, "outcome" text not null default 'OPENED' check (outcome in ('OPENED', 'WON', 'LOST')))`,
    )
    this.addSql('grant select, insert, update on all tables in schema "sandbox" to waybill_app')
  }
}
