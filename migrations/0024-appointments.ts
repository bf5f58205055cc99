import { Migration } from '@mikro-orm/migrations'

const LAST = `'9999-12-31T00:00:00Z'::timestamptz`
const DUE = `coalesce(case status when 'PENDING' then outreach_due_at when 'OUTREACH' then give_up_at when 'FOLLOW_UP' then give_up_at when 'CONFIRMED' then starts_at when 'UNREACHABLE' then undecided_at when 'NO_SHOW' then case when ended_at is null then closes_at end end, ${LAST})`

/** Appointments: sold, wished for with somebody, agreed on by outreach, at no time twice. */
export class Migration0024Appointments extends Migration {
  override async up(): Promise<void> {
    this.services()
    this.wishes()
    this.appointments()
    this.attempts()
  }

  private services(): void {
    this.addSql(`alter table "services" add column "appointment_minutes" int null`)
    this.addSql(`update "services" set "appointment_minutes" = 30 where "flow" = 'APPOINTMENT'`)
    this.rule(
      'services',
      'appointment_takes_minutes',
      `(flow = 'APPOINTMENT') = (appointment_minutes is not null) and (appointment_minutes is null or appointment_minutes >= 5 and appointment_minutes <= 480)`,
    )
  }

  private wishes(): void {
    this.addSql(
      `create table "counterparts" ("id" text not null, "name" text not null, "email" text null, "phone" text null, "time_zone" text not null, "locale" text null, "erased_at" timestamptz null, primary key ("id"))`,
    )
    this.listed('counterparts', 'email')
    this.listed('counterparts', 'phone')
    this.rule(
      'counterparts',
      'can_be_reached',
      'erased_at is not null or email is not null or phone is not null',
    )
    for (const table of ['cart_lines', 'order_lines']) {
      this.addSql(
        `alter table "${table}" add column "counterpart_id" text null, add column "attendee_contact_id" text null, add column "wishes" text null`,
      )
      this.belongs(table, 'counterpart_id', 'counterparts', ' on delete set null')
      this.belongs(table, 'attendee_contact_id', 'contacts', ' on delete set null')
      this.listed(table, 'counterpart_id')
    }
    this.addSql(`alter table "order_lines" add column "appointment_minutes" int null`)
    this.addSql(`alter table "order_lines" drop constraint "order_lines_recipient_chosen"`)
    this.rule(
      'order_lines',
      'recipient_chosen',
      `flow in ('CAMPAIGN', 'APPOINTMENT') or (recipient is not null and recipient_contact_id is not null and recipient_name is not null and recipient_email is not null)`,
    )
    this.rule(
      'order_lines',
      'appointment_whole',
      `(flow = 'APPOINTMENT') = (counterpart_id is not null) and (flow = 'APPOINTMENT') = (appointment_minutes is not null)`,
    )
  }

  private appointments(): void {
    const table = 'appointments'
    this.addSql(
      `create table "appointments" ("id" text not null, "order_id" text not null, "line_id" text not null, "service_id" text not null, "buyer_id" text not null, "counterpart_id" text not null, "attendee_contact_id" text not null, "status" text not null, "version" int not null default 1, "minutes" int not null, "opened_at" timestamptz not null, "outreach_due_at" timestamptz not null, "round" int not null default 1, "attempts_made" int not null default 0, "give_up_at" timestamptz null, "progress_at" timestamptz null, "unconfirmed_round" int not null default 0, "awaited_attempt_id" text null, "notice_at" timestamptz null, "decline_reason_id" text null, "other_times" jsonb not null, "proposed_starts_at" timestamptz null, "proposed_by" text null, "starts_at" timestamptz null, "ends_at" timestamptz null, "place" text null, "agreed_at" timestamptz null, "confirmed_at" timestamptz null, "ics_sequence" int not null default 0, "undecided_at" timestamptz null, "closes_at" timestamptz null, "reason_id" text null, "ended_at" timestamptz null, primary key ("id"))`,
    )
    for (const [column, to] of [
      ['order_id', 'orders'],
      ['line_id', 'order_lines'],
      ['service_id', 'services'],
      ['buyer_id', 'organisations'],
      ['counterpart_id', 'counterparts'],
      ['attendee_contact_id', 'contacts'],
    ] as const)
      this.belongs(table, column, to)
    for (const column of ['order_id', 'line_id'])
      this.addSql(`alter table "${table}" add constraint "${table}_${column}_unique" unique ("${column}")`)
    this.listed(table, 'opened_at', 'id')
    this.listed(table, 'status', 'opened_at', 'id')
    this.listed(table, 'counterpart_id')
    this.listed(table, 'attendee_contact_id', 'starts_at')
    this.listed(table, 'buyer_id')
    this.addSql(`create index "appointments_due" on "appointments" ((${DUE}), "id")`)
    this.addSql(`create index "appointments_start" on "appointments" ((coalesce(starts_at, ${LAST})), "id")`)
    this.addSql('create extension if not exists btree_gist')
    this.addSql(
      `alter table "appointments" add constraint "appointments_no_two_at_once" exclude using gist ("attendee_contact_id" with =, tstzrange("starts_at", "ends_at") with &&) where (status = 'CONFIRMED')`,
    )
    this.rules()
  }

  private rules(): void {
    for (const [name, expression] of [
      [
        'status_known',
        `status in ('PENDING', 'OUTREACH', 'FOLLOW_UP', 'CONFIRMED', 'ATTENDED', 'NO_SHOW', 'UNREACHABLE', 'CANCELLED')`,
      ],
      ['proposed_by', `proposed_by in ('BUYER', 'US')`],
      ['proposal_whole', '(proposed_by is null) = (proposed_starts_at is null)'],
      [
        'time_whole',
        '(starts_at is null) = (ends_at is null) and (starts_at is null or ends_at > starts_at)',
      ],
      [
        'confirmed_for_a_time',
        `status in ('PENDING', 'OUTREACH', 'FOLLOW_UP', 'UNREACHABLE', 'CANCELLED') or starts_at is not null`,
      ],
      [
        'ended_at',
        `case when status in ('ATTENDED', 'CANCELLED') then ended_at is not null when status = 'NO_SHOW' then closes_at is not null else ended_at is null end`,
      ],
    ] as const)
      this.rule('appointments', name, expression)
  }

  private attempts(): void {
    this.addSql(
      `create table "attempts" ("id" text not null, "appointment_id" text not null, "counterpart_id" text not null, "round" int not null, "number" int null, "kind" text not null, "outcome" text not null, "note_id" text null, "text_id" text null, "made_at" timestamptz not null, "made_by" text not null, "delivery" text null, primary key ("id"))`,
    )
    this.belongs('attempts', 'appointment_id', 'appointments')
    this.belongs('attempts', 'counterpart_id', 'counterparts')
    this.listed('attempts', 'appointment_id', 'made_at', 'id')
    this.listed('attempts', 'made_by')
    for (const [name, expression] of [
      ['kind_known', `kind in ('CALL', 'TEXT', 'MAIL')`],
      [
        'outcome_known',
        `outcome in ('NO_ANSWER', 'BUSY', 'VOICEMAIL', 'WRONG_NUMBER', 'CALL_BACK', 'TALKED', 'SENT')`,
      ],
      [
        'delivery_known',
        `delivery in ('QUEUED', 'WAITING_FOR_MORNING', 'SENT', 'FAILED', 'REFUSED_OPTED_OUT', 'DELIVERED')`,
      ],
      ['sent_or_called', `(kind = 'CALL') = (delivery is null) and (kind = 'CALL') = (outcome <> 'SENT')`],
    ] as const)
      this.rule('attempts', name, expression)
  }

  private rule(table: string, name: string, expression: string): void {
    this.addSql(`alter table "${table}" add constraint "${table}_${name}" check (${expression})`)
  }

  private listed(table: string, ...columns: string[]): void {
    const over = columns.map((column) => `"${column}"`).join(', ')
    this.addSql(`create index "${table}_${columns.join('_')}_index" on "${table}" (${over})`)
  }

  private belongs(table: string, column: string, to: string, deleted = ''): void {
    this.addSql(
      `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${to}" ("id")${deleted}`,
    )
  }
}
