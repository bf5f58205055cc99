import { Migration } from '@mikro-orm/migrations'

/** Texts, what came back of them, and who wants none. */
export class Migration0025Texts extends Migration {
  override up(): void {
    this.texts()
    this.replies()
    this.addSql(
      `create table "text_opt_outs" ("fingerprint" text not null, "opted_out_by" text not null, "opted_out_at" timestamptz not null, primary key ("fingerprint"))`,
    )
    this.addSql(
      `alter table "text_opt_outs" add constraint "text_opt_outs_by" check (opted_out_by in ('text', 'page', 'provider'))`,
    )
  }

  private texts(): void {
    this.addSql(
      `create table "texts" ("id" text not null, "event_id" text not null, "template" text not null, "order_id" text not null, "appointment_id" text not null, "attempt_id" text null, "counterpart_id" text not null, "to_name" text not null, "to_number" text not null, "locale" text not null, "time_zone" text not null, "body" text null, "link" jsonb null, "sealed_token" text null, "state" text not null default 'QUEUED', "cause" text null, "failure" text null, "provider_id" text null, "attempts" int not null default 0, "asked" int not null default 0, "in_hand_until" timestamptz null, "try_at" timestamptz null, "unknown_since" timestamptz null, "starts_at" timestamptz null, "useful_until" timestamptz null, "queued_at" timestamptz not null, "sent_at" timestamptz null, "ended_at" timestamptz null, primary key ("id"))`,
    )
    for (const [name, columns] of [
      ['queued_at_id', '"queued_at", "id"'],
      ['order_id_queued_at', '"order_id", "queued_at"'],
      ['appointment_id_queued_at', '"appointment_id", "queued_at"'],
      ['state_queued_at', '"state", "queued_at"'],
      ['to_number_queued_at', '"to_number", "queued_at"'],
    ])
      this.addSql(`create index "texts_${name}_index" on "texts" (${columns})`)
    this.addSql(
      `alter table "texts" add constraint "texts_event_id_template_counterpart_id_unique" unique ("event_id", "template", "counterpart_id")`,
    )
    this.addSql(`create unique index "texts_attempt" on "texts" ("attempt_id") where attempt_id is not null`)
    this.addSql(
      `create unique index "texts_provider_id" on "texts" ("provider_id") where provider_id is not null`,
    )
    this.addSql(`create index "texts_due" on "texts" ("try_at") where try_at is not null`)
    this.addSql(`create index "texts_with_body" on "texts" ("queued_at") where body is not null`)
    for (const [name, check] of [
      [
        'state',
        `state in ('QUEUED', 'WAITING_FOR_MORNING', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'REFUSED_OPTED_OUT')`,
      ],
      [
        'tried',
        `case when state in ('QUEUED', 'WAITING_FOR_MORNING') then try_at is not null when state = 'SENT' then true else try_at is null end`,
      ],
      ['ended', `(state in ('QUEUED', 'WAITING_FOR_MORNING', 'SENT')) = (ended_at is null)`],
      ['cause', `(state in ('UNDELIVERED', 'FAILED', 'REFUSED_OPTED_OUT')) = (cause is not null)`],
    ])
      this.addSql(`alter table "texts" add constraint "texts_${name}" check (${check})`)
  }

  private replies(): void {
    this.addSql(
      `create table "text_replies" ("id" text not null, "provider_id" text not null, "from_number" text not null, "body" text null, "kind" text not null, "order_id" text null, "appointment_id" text null, "counterpart_id" text null, "received_at" timestamptz not null, primary key ("id"))`,
    )
    this.addSql(
      `alter table "text_replies" add constraint "text_replies_provider_id_unique" unique ("provider_id")`,
    )
    this.addSql(
      `create index "text_replies_appointment_id_received_at_index" on "text_replies" ("appointment_id", "received_at")`,
    )
    this.addSql(`create index "text_replies_received_at_id_index" on "text_replies" ("received_at", "id")`)
    this.addSql(
      `create index "text_replies_with_body" on "text_replies" ("received_at") where body is not null`,
    )
    this.addSql(
      `alter table "text_replies" add constraint "text_replies_kind" check (kind in ('STOP', 'START', 'HELP', 'ANSWER'))`,
    )
  }
}
