import { Migration } from '@mikro-orm/migrations'

/** Accounts whole: second factors, the log's indexes for an audit, and what erasing a person needs. */
export class Migration0013AccountsWhole extends Migration {
  override async up(): Promise<void> {
    this.secondFactors()
    this.audit()
    this.erasure()
  }

  /** Beside the sign-in library's own tables; a session says when its second factor was proven. */
  private secondFactors(): void {
    this.addSql(`alter table "auth"."session" add column "secondFactorAt" timestamptz null`)
    this.addSql(
      `create table "auth"."secondFactor" ("userId" text not null primary key references "auth"."user" ("id") on delete cascade, "secret" text not null, "backupCodes" text[] not null default '{}', "confirmedAt" timestamptz null, "lastStep" bigint not null default 0, "failures" int not null default 0, "lockedUntil" timestamptz null, "createdAt" timestamptz not null default now())`,
    )
    this.addSql('grant select, insert, update, delete on "auth"."secondFactor" to waybill_app')
  }

  /** An audit reads the whole log, the newest first: by who acted, by what happened, or all of it. */
  private audit(): void {
    this.addSql(`create index "events_occurred_at_id_index" on "events" ("occurred_at", "id")`)
    this.addSql(
      `create index "events_actor_id_occurred_at_id_index" on "events" ("actor_id", "occurred_at", "id")`,
    )
    this.addSql(`create index "events_type_occurred_at_id_index" on "events" ("type", "occurred_at", "id")`)
    this.addSql(`create index "events_area" on "events" (split_part("type", '.', 1), "occurred_at", "id")`)
  }

  private erasure(): void {
    this.addSql(`alter table "contacts" add column "erased_at" timestamptz null`)
    this.addSql(`alter table "users" add column "erased_at" timestamptz null`)
    this.addSql(`create index "contacts_lower_email" on "contacts" (lower("email"))`)
    this.addSql(`alter table "messages" alter column "body" drop not null`)
    this.addSql(`create index "messages_author_id_index" on "messages" ("author_id")`)
    this.revisions()
  }

  /**
   * Revisions and issues never change; the one exception is the erasure of a person, and all it can do is take words
   * away: answers of the named documents, and one person's name and addresses wherever they were written.
   */
  private revisions(): void {
    this.addSql(`create function erase_answers(answers jsonb, keys text[]) returns jsonb language sql immutable as $$
      select coalesce(jsonb_agg(case when a->>'key' = any(keys) then jsonb_set(a, '{value}', '[]'::jsonb) else a end order by n), '[]'::jsonb)
      from jsonb_array_elements(answers) with ordinality as every(a, n) $$`)
    this.addSql(`create function erase_revisions(documents text[], keys text[]) returns int language plpgsql security definer set search_path = public as $$
      declare erased int; begin
        update onboarding_revisions set answers = erase_answers(answers, keys) where document_id = any(documents);
        get diagnostics erased = row_count;
        return erased;
      end $$`)
    this.addSql(`create function erase_mentions(mention text) returns int language plpgsql security definer set search_path = public as $$
      declare erased int; more int; begin
        update onboarding_revisions set answers = regexp_replace(answers::text, mention, 'Erased person', 'gi')::jsonb where answers::text ~* mention;
        get diagnostics erased = row_count;
        update onboarding_issues set note = regexp_replace(note, mention, 'Erased person', 'gi') where note ~* mention;
        get diagnostics more = row_count;
        return erased + more;
      end $$`)
    for (const taker of ['erase_revisions(text[], text[])', 'erase_mentions(text)']) {
      this.addSql(`revoke execute on function ${taker} from public`)
      this.addSql(`grant execute on function ${taker} to waybill_app`)
    }
  }
}
