import { Migration } from '@mikro-orm/migrations'

/** Secrets with which programs act for an organisation: kept as hashes. */
export class Migration0022ApiKeys extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "api_keys" ("id" text not null, "organisation_id" text not null, "name" text not null, "scopes" text[] not null, "status" text not null default 'ACTIVE', "secret_hash" text not null, "earlier_hash" text null, "earlier_until" timestamptz null, "created_by" text not null, "keeper_id" text not null, "created_at" timestamptz not null, "rotated_at" timestamptz null, "revoked_at" timestamptz null, "last_used_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(
      `alter table "api_keys" add constraint "api_keys_secret_hash_unique" unique ("secret_hash"), add constraint "api_keys_earlier_hash_unique" unique ("earlier_hash")`,
    )
    this.addSql(`create index "api_keys_keeper_id_index" on "api_keys" ("keeper_id")`)
    this.addSql(
      `create index "api_keys_organisation_id_created_at_id_index" on "api_keys" ("organisation_id", "created_at", "id")`,
    )
    this.addSql(
      `alter table "api_keys" add constraint "api_keys_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id")`,
    )
    this.addSql(
      `alter table "api_keys" add constraint "api_keys_status" check (status in ('ACTIVE', 'REVOKED')), add constraint "api_keys_revoked" check ((status = 'REVOKED') = (revoked_at is not null)), add constraint "api_keys_earlier" check ((earlier_hash is null) = (earlier_until is null)), add constraint "api_keys_scopes" check (cardinality(scopes) > 0)`,
    )
  }
}
