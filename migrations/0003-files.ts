import { Migration } from '@mikro-orm/migrations'

/** Files that people upload; their bytes lie in the storage. */
export class Migration0003Files extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table "files" ("id" text not null, "uploaded_by_kind" text not null, "uploaded_by" text not null, "uploaded_for" text null, "subject_id" text null, "name" text not null, "size" bigint not null, "declared_type" text not null, "type" text null, "sha256" text null, "status" text not null default 'UPLOADING', "refusal" text null, "storage_key" text not null, "created_at" timestamptz not null, "completed_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
    )
    this.addSql(`create index "files_uploaded_for_index" on "files" ("uploaded_for")`)
    this.addSql(`create index "files_subject_id_index" on "files" ("subject_id")`)
    this.addSql(`alter table "files" add constraint "files_storage_key_unique" unique ("storage_key")`)
    this.addSql(`create index "files_uploaded_by_created_at_index" on "files" ("uploaded_by", "created_at")`)
    this.addSql(
      `alter table "files" add constraint "files_status" check (status in ('UPLOADING', 'READY', 'REFUSED'))`,
    )
    this.addSql(`alter table "files" add constraint "files_size_positive" check (size > 0)`)
    this.addSql(
      `alter table "files" add constraint "files_ready_is_known" check (status <> 'READY' or (type is not null and sha256 is not null))`,
    )
    this.addSql(
      `alter table "files" add constraint "files_refused_says_why" check ((status = 'REFUSED') = (refusal is not null))`,
    )
  }
}
