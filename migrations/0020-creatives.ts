import { Migration } from '@mikro-orm/migrations'

/** The assets that campaigns need: what is asked for, and every version that was sent, with the channel's decision. */
export class Migration0020Creatives extends Migration {
  override async up(): Promise<void> {
    this.creatives()
    this.versions()
    this.kept()
  }

  private creatives(): void {
    this.addSql(
      `create table "creatives" ("id" text not null, "campaign_id" text not null, "position" int not null, "key" text not null, "label" text not null, "instructions" text not null, "required" boolean not null, "types" jsonb not null, "newest_id" text null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "creatives" add constraint "creatives_campaign_id_foreign" foreign key ("campaign_id") references "campaigns" ("id")`,
    )
    this.addSql(
      `alter table "creatives" add constraint "creatives_campaign_id_key_unique" unique ("campaign_id", "key")`,
    )
  }

  private versions(): void {
    this.addSql(
      `create table "creative_versions" ("id" text not null, "status" text not null, "version" int not null default 1, "creative_id" text not null, "order_id" text not null, "number" int not null, "file_id" text not null, "uploaded_at" timestamptz not null, "uploaded_by" text not null, "decided_at" timestamptz null, "decided_by" text null, "reason_id" text null, primary key ("id"))`,
    )
    for (const [column, table] of [
      ['creative_id', 'creatives'],
      ['order_id', 'orders'],
      ['file_id', 'files'],
      ['uploaded_by', 'users'],
    ])
      this.addSql(
        `alter table "creative_versions" add constraint "creative_versions_${column}_foreign" foreign key ("${column}") references "${table}" ("id")`,
      )
    this.addSql(
      `alter table "creative_versions" add constraint "creative_versions_decided_by_foreign" foreign key ("decided_by") references "users" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "creative_versions" add constraint "creative_versions_creative_id_number_unique" unique ("creative_id", "number")`,
    )
    this.addSql(`create index "creative_versions_order_id_index" on "creative_versions" ("order_id")`)
    for (const [name, expression] of [
      ['status_known', `status in ('UPLOADED', 'APPROVED', 'REJECTED')`],
      [
        'decided_by_somebody',
        `(status = 'UPLOADED') = (decided_at is null) and (decided_at is null) = (decided_by is null)`,
      ],
      ['rejected_says_why', `(status = 'REJECTED') = (reason_id is not null)`],
    ])
      this.addSql(
        `alter table "creative_versions" add constraint "creative_versions_${name}" check (${expression})`,
      )
  }

  /** What was sent stays as it was: the program may write down decisions, and which version is the newest. */
  private kept(): void {
    this.addSql(`revoke update, delete on "creatives", "creative_versions" from waybill_app`)
    this.addSql(`grant update ("newest_id") on "creatives" to waybill_app`)
    this.addSql(
      `grant update ("status", "version", "decided_at", "decided_by", "reason_id") on "creative_versions" to waybill_app`,
    )
  }
}
