import { Migration } from '@mikro-orm/migrations'

const DUE = `coalesce(case status when 'AWAITING_ACCEPTANCE' then accept_by when 'ACCEPTED' then least(pay_again_by, proposal_answer_by) when 'READY' then proposal_answer_by when 'COMPLETION_CLAIMED' then dispute_by end, '9999-12-31T00:00:00Z'::timestamptz)`

/** Campaigns; orders that are offered to a channel; lines of which nobody is asked for an onboarding. */
export class Migration0019Campaigns extends Migration {
  override async up(): Promise<void> {
    this.orders()
    this.recipients()
    this.campaigns()
    this.belongs()
    this.lists()
    this.rules()
  }

  private orders(): void {
    this.addSql(`alter table "orders" add column "channel_id" text null`)
    this.addSql(
      `alter table "orders" add constraint "orders_channel_id_foreign" foreign key ("channel_id") references "organisations" ("id") on delete set null`,
    )
    this.addSql(
      `create index "orders_channel_id_placed_at_id_index" on "orders" ("channel_id", "placed_at", "id")`,
    )
  }

  private recipients(): void {
    for (const table of ['cart_lines', 'order_lines']) {
      for (const column of ['recipient', 'recipient_contact_id', 'recipient_name', 'recipient_email'])
        this.addSql(`alter table "${table}" alter column "${column}" drop not null`)
      this.addSql(`alter table "${table}" drop constraint "${table}_recipient_contact_id_foreign"`)
      this.addSql(
        `alter table "${table}" add constraint "${table}_recipient_contact_id_foreign" foreign key ("recipient_contact_id") references "contacts" ("id") on delete set null`,
      )
    }
    this.addSql(
      `alter table "order_lines" add constraint "order_lines_recipient_chosen" check (flow = 'CAMPAIGN' or (recipient is not null and recipient_contact_id is not null and recipient_name is not null and recipient_email is not null))`,
    )
  }

  private campaigns(): void {
    this.addSql(
      `create table "campaigns" ("id" text not null, "order_id" text not null, "line_id" text not null, "service_id" text not null, "package_id" text not null, "channel_id" text not null, "buyer_id" text not null, "status" text not null, "outcome" text null, "version" int not null default 1, "offered_at" timestamptz not null, "accept_by" timestamptz not null, "authorised_until" timestamptz not null, "accepted_at" timestamptz null, "captured_at" timestamptz null, "pay_again_by" timestamptz null, "ready_at" timestamptz null, "completed_at" timestamptz null, "checklist" jsonb null, "estimated_on" date null, "dispute_by" timestamptz null, "release_held" boolean not null default false, "bounced_contact_id" text null, "bounced_address" text null, "release_reminded_at" timestamptz null, "disputed_at" timestamptz null, "acceptance_extended_at" timestamptz null, "release_extended_at" timestamptz null, "proposed_by" text null, "proposal_refund" bigint null, "proposal_reason_id" text null, "proposal_answer_by" timestamptz null, "reason_id" text null, "ended_at" timestamptz null, primary key ("id"))`,
    )
  }

  private belongs(): void {
    for (const [column, table] of [
      ['order_id', 'orders'],
      ['line_id', 'order_lines'],
      ['service_id', 'services'],
      ['package_id', 'packages'],
      ['channel_id', 'organisations'],
      ['buyer_id', 'organisations'],
    ])
      this.addSql(
        `alter table "campaigns" add constraint "campaigns_${column}_foreign" foreign key ("${column}") references "${table}" ("id")`,
      )
    for (const column of ['order_id', 'line_id'])
      this.addSql(`alter table "campaigns" add constraint "campaigns_${column}_unique" unique ("${column}")`)
  }

  private lists(): void {
    for (const columns of [
      ['offered_at', 'id'],
      ['channel_id', 'offered_at', 'id'],
      ['buyer_id', 'offered_at', 'id'],
      ['service_id'],
      ['package_id'],
      ['status', 'offered_at', 'id'],
    ])
      this.addSql(
        `create index "campaigns_${columns.join('_')}_index" on "campaigns" (${columns.map((c) => `"${c}"`).join(', ')})`,
      )
    this.addSql(`create index "campaigns_due" on "campaigns" ((${DUE}), "id")`)
    this.addSql(`create index "campaigns_channel_due" on "campaigns" ("channel_id", (${DUE}), "id")`)
    this.addSql(`create index "campaigns_buyer_due" on "campaigns" ("buyer_id", (${DUE}), "id")`)
  }

  private rules(): void {
    const rule = (name: string, expression: string) =>
      this.addSql(`alter table "campaigns" add constraint "campaigns_${name}" check (${expression})`)
    rule(
      'status_known',
      `status in ('AWAITING_ACCEPTANCE', 'ACCEPTED', 'READY', 'COMPLETION_CLAIMED', 'DISPUTED', 'CLOSED', 'DECLINED', 'EXPIRED', 'CANCELLED')`,
    )
    rule('outcome_known', `outcome in ('RELEASED', 'REFUNDED', 'SPLIT')`)
    rule('closed_somehow', `(status = 'CLOSED') = (outcome is not null)`)
    rule('ended_at', `(status in ('CLOSED', 'DECLINED', 'EXPIRED', 'CANCELLED')) = (ended_at is not null)`)
    rule(
      'completed_for_a_time',
      `status in ('AWAITING_ACCEPTANCE', 'ACCEPTED', 'READY', 'CLOSED', 'DECLINED', 'EXPIRED', 'CANCELLED') or (dispute_by is not null and checklist is not null)`,
    )
    rule('proposed_by', `proposed_by in ('BUYER', 'CHANNEL')`)
    rule(
      'proposal_whole',
      `(proposed_by is null) = (proposal_refund is null) and (proposed_by is null) = (proposal_reason_id is null) and (proposed_by is null) = (proposal_answer_by is null)`,
    )
  }
}
