import { Migration } from '@mikro-orm/migrations'

/** Accounts: organisations and their contacts, users, members, mailed links, and the sign-in tables in a schema of their own. */
export class Migration0002Accounts extends Migration {
  override async up(): Promise<void> {
    this.organisations()
    this.people()
    this.links()
    this.signIn()
  }

  private organisations(): void {
    this.addSql(
      `create table "organisations" ("id" text not null, "name" text not null, "kind" text not null, "business_email" text not null, "locale" text not null default 'en', "time_zone" text not null default 'UTC', "agency_id" text null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(`create index "organisations_agency_id_index" on "organisations" ("agency_id")`)
    this.addSql(`create index "organisations_name_id_index" on "organisations" ("name", "id")`)
    this.addSql(
      `create table "contacts" ("id" text not null, "organisation_id" text not null, "name" text not null, "email" text null, "phone" text null, "locale" text null, "time_zone" text null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(`create index "contacts_organisation_id_index" on "contacts" ("organisation_id")`)
    this.addSql(`create index "contacts_name_id_index" on "contacts" ("name", "id")`)
    this.addSql(
      `alter table "organisations" add constraint "organisations_agency_id_foreign" foreign key ("agency_id") references "organisations" ("id") on delete set null`,
    )
    this.addSql(
      `alter table "organisations" add constraint "organisations_kind" check (kind in ('AGENCY', 'CLIENT', 'CHANNEL'))`,
    )
    this.addSql(
      `alter table "organisations" add constraint "organisations_agency" check (agency_id is null or kind = 'CLIENT')`,
    )
    this.addSql(
      `alter table "contacts" add constraint "contacts_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id")`,
    )
  }

  private people(): void {
    this.addSql(
      `create table "users" ("id" text not null, "name" text not null, "email" text not null, "auth_user_id" text null, "status" text not null default 'ACTIVE', "staff_roles" text[] not null default '{}', "skills" text[] not null default '{}', "locale" text null, "time_zone" text null, "invited_at" timestamptz null, "accepted_at" timestamptz null, "disabled_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(`alter table "users" add constraint "users_email_unique" unique ("email")`)
    this.addSql(`alter table "users" add constraint "users_auth_user_id_unique" unique ("auth_user_id")`)
    this.addSql(`create index "users_name_id_index" on "users" ("name", "id")`)
    this.addSql(
      `create table "members" ("id" text not null, "organisation_id" text not null, "contact_id" text not null, "user_id" text null, "role" text not null, "status" text not null default 'INVITED', "invited_at" timestamptz not null, "accepted_at" timestamptz null, "disabled_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(`alter table "members" add constraint "members_contact_id_unique" unique ("contact_id")`)
    this.addSql(`create index "members_user_id_index" on "members" ("user_id")`)
    this.addSql(
      `alter table "members" add constraint "members_organisation_id_user_id_unique" unique ("organisation_id", "user_id")`,
    )
    this.addSql(
      `alter table "users" add constraint "users_status" check (status in ('INVITED', 'ACTIVE', 'DISABLED'))`,
    )
    this.addSql(`alter table "users" add constraint "users_email_lower" check (email = lower(email))`)
    this.addSql(
      `alter table "users" add constraint "users_roles" check (staff_roles <@ array['ADMIN', 'FULFILMENT', 'SUPPORT', 'FINANCE'])`,
    )
    this.addSql(
      `alter table "members" add constraint "members_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id")`,
    )
    this.addSql(
      `alter table "members" add constraint "members_contact_id_foreign" foreign key ("contact_id") references "contacts" ("id")`,
    )
    this.addSql(
      `alter table "members" add constraint "members_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete set null`,
    )
    this.addSql(`alter table "members" add constraint "members_role" check (role in ('OWNER', 'MEMBER'))`)
    this.addSql(
      `alter table "members" add constraint "members_status" check (status in ('INVITED', 'ACTIVE', 'DISABLED'))`,
    )
    this.addSql(
      `alter table "members" add constraint "members_active_user" check (status <> 'ACTIVE' or user_id is not null)`,
    )
  }

  private links(): void {
    this.addSql(
      `create table "links" ("id" text not null, "purpose" text not null, "subject_id" text not null, "contact_id" text null, "token_hash" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "revoked_at" timestamptz null, primary key ("id"))`,
    )
    this.addSql(`create index "links_subject_id_index" on "links" ("subject_id")`)
    this.addSql(`alter table "links" add constraint "links_token_hash_unique" unique ("token_hash")`)
    this.addSql(
      `create table "link_sessions" ("id" text not null, "link_id" text not null, "subject_id" text not null, "contact_id" text null, "token_hash" text not null, "expires_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"))`,
    )
    this.addSql(`create index "link_sessions_link_id_index" on "link_sessions" ("link_id")`)
    this.addSql(`create index "link_sessions_subject_id_index" on "link_sessions" ("subject_id")`)
    this.addSql(
      `alter table "link_sessions" add constraint "link_sessions_token_hash_unique" unique ("token_hash")`,
    )
  }

  /** Credentials and sessions, in the words of the sign-in library, for a role that owns nothing of it. */
  private signIn(): void {
    this.addSql('create schema auth')
    this.addSql(
      `create table "auth"."user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null)`,
    )
    this.addSql(
      `create table "auth"."session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references "auth"."user" ("id") on delete cascade)`,
    )
    this.addSql(
      `create table "auth"."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "auth"."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null)`,
    )
    this.addSql(
      `create table "auth"."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null)`,
    )
    this.addSql(
      `create table "auth"."rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null)`,
    )
    this.addSql(`create index "session_userId_idx" on "auth"."session" ("userId")`)
    this.addSql(`create index "account_userId_idx" on "auth"."account" ("userId")`)
    this.addSql(`create index "verification_identifier_idx" on "auth"."verification" ("identifier")`)
    this.addSql('grant usage on schema auth to waybill_app')
    this.addSql('grant select, insert, update, delete on all tables in schema auth to waybill_app')
  }
}
