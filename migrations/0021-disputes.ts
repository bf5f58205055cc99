import { Migration } from '@mikro-orm/migrations'

/** Disputes: one for each campaign at most, with what both sides said and showed. */
export class Migration0021Disputes extends Migration {
  override up(): void {
    this.disputes()
    this.statements()
    this.evidence()
  }

  private disputes(): void {
    this.addSql(
      `create table "disputes" ("id" text not null, "status" text not null, "version" int not null default 1, "order_id" text not null, "campaign_id" text not null, "buyer_id" text not null, "channel_id" text not null, "reason" text not null, "currency" text not null, "opened_at" timestamptz not null, "respond_by" timestamptz not null, "responded_at" timestamptz null, "asked" text null, "information_by" timestamptz null, "fallback_at" timestamptz not null, "decision" text null, "held" bigint null, "refund" bigint null, "decided_by_id" text null, "ended_at" timestamptz null, primary key ("id"))`,
    )
    for (const columns of [
      ['order_id'],
      ['opened_at', 'id'],
      ['fallback_at', 'id'],
      ['status', 'fallback_at', 'id'],
      ['buyer_id', 'opened_at', 'id'],
      ['channel_id', 'opened_at', 'id'],
    ]) {
      const listed = columns.map((column) => `"${column}"`).join(', ')
      this.addSql(`create index "disputes_${columns.join('_')}_index" on "disputes" (${listed})`)
    }
    this.addSql(`alter table "disputes" add constraint "disputes_campaign_id_unique" unique ("campaign_id")`)
    for (const [column, table] of [
      ['order_id', 'orders'],
      ['campaign_id', 'campaigns'],
      ['buyer_id', 'organisations'],
      ['channel_id', 'organisations'],
    ])
      this.addSql(
        `alter table "disputes" add constraint "disputes_${column}_foreign" foreign key ("${column}") references "${table}" ("id")`,
      )
    this.addSql(
      `alter table "disputes" add constraint "disputes_decided_by_id_foreign" foreign key ("decided_by_id") references "users" ("id") on delete set null`,
    )
    for (const [name, rule] of [
      [
        'status_known',
        `status in ('AWAITING_CHANNEL', 'UNDER_REVIEW', 'AWAITING_INFORMATION', 'RESOLVED', 'WITHDRAWN')`,
      ],
      [
        'reason_known',
        `reason in ('NOT_PERFORMED', 'NOT_AS_AGREED', 'WRONG_DATES', 'WRONG_PLACEMENT', 'UNAPPROVED_CREATIVE', 'LOW_CONVERSIONS', 'OUT_OF_CHANNELS_CONTROL', 'CHANGED_PLANS')`,
      ],
      [
        'asked_while_waiting',
        `(status = 'AWAITING_INFORMATION') = (asked is not null and information_by is not null) and (asked is null or asked in ('BUYER', 'CHANNEL'))`,
      ],
      ['ended_whole', `(status in ('RESOLVED', 'WITHDRAWN')) = (ended_at is not null)`],
      [
        'decided_whole',
        `(status = 'RESOLVED') = (decision is not null and held is not null and refund is not null)`,
      ],
      [
        'parts_of_what_is_held',
        `case decision when 'RELEASE' then refund = 0 when 'REFUND' then refund = held when 'SPLIT' then refund > 0 and refund < held else decision is null end`,
      ],
    ])
      this.addSql(`alter table "disputes" add constraint "disputes_${name}" check (${rule})`)
  }

  private statements(): void {
    this.addSql(
      `create table "dispute_statements" ("id" text not null, "dispute_id" text not null, "kind" text not null, "party" text null, "text" text null, "given_by_kind" text not null, "given_by_id" text not null, "given_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(`create index "dispute_statements_given_by_id_index" on "dispute_statements" ("given_by_id")`)
    this.addSql(
      `create index "dispute_statements_dispute_id_given_at_id_index" on "dispute_statements" ("dispute_id", "given_at", "id")`,
    )
    this.addSql(
      `alter table "dispute_statements" add constraint "dispute_statements_dispute_id_foreign" foreign key ("dispute_id") references "disputes" ("id")`,
    )
    this.addSql(
      `alter table "dispute_statements" add constraint "dispute_statements_kind_known" check (kind in ('OPENING', 'RESPONSE', 'STATEMENT', 'QUESTION', 'ANSWER', 'REASONING'))`,
    )
    this.addSql(
      `alter table "dispute_statements" add constraint "dispute_statements_party_known" check (party is null or party in ('BUYER', 'CHANNEL'))`,
    )
  }

  private evidence(): void {
    this.addSql(
      `create table "dispute_evidence" ("id" text not null, "dispute_id" text not null, "party" text not null, "file_id" text not null, "sha256" text not null, "added_by_kind" text not null, "added_by_id" text not null, "added_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(
      `create index "dispute_evidence_dispute_id_added_at_id_index" on "dispute_evidence" ("dispute_id", "added_at", "id")`,
    )
    this.addSql(
      `alter table "dispute_evidence" add constraint "dispute_evidence_file_id_unique" unique ("file_id")`,
    )
    for (const [column, table] of [
      ['dispute_id', 'disputes'],
      ['file_id', 'files'],
    ])
      this.addSql(
        `alter table "dispute_evidence" add constraint "dispute_evidence_${column}_foreign" foreign key ("${column}") references "${table}" ("id")`,
      )
    this.addSql(
      `alter table "dispute_evidence" add constraint "dispute_evidence_party_known" check (party in ('BUYER', 'CHANNEL'))`,
    )
  }
}
